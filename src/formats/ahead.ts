import type { Book } from '../config/book.js';
import type { Work } from './epub/thread/work.js';

/** What was started before the texts were read, since starting takes as long as reading them. */
export interface Ahead {
  /** A second thread, for the first who asks; none where none is worth its start. */
  takeThread(): Work | undefined;
  /** Ends what nobody has taken. */
  end(): Promise<void>;
}

/** Characters of a book from which on a second thread is worth its start. */
const LONG = 100_000;

/**
 * Starts what the editions of a book will need.
 *
 * @param asked Names of editions; none for all.
 */
export async function startAhead(book: Book, asked: readonly string[]): Promise<Ahead> {
  const names = asked.length > 0 ? asked : Object.keys(book.editions);
  const length = book.manuscripts.reduce((sum, { text }) => sum + text.length, 0);
  if (length < LONG || !names.some((name) => book.editions[name]?.format === 'epub'))
    return { takeThread: () => undefined, end: async () => undefined };
  const { SecondThread } = await import('./epub/thread/second-thread.js');
  let thread: Work | undefined = new SecondThread();
  return {
    takeThread: () => {
      const taken = thread;
      thread = undefined;
      return taken;
    },
    end: async () => thread?.end(),
  };
}
