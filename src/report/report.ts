/** A place in a text that a person wrote. Lines and columns count from 1. */
export interface Place {
  /** Path as the person would type it: relative to the working folder where that is shorter. */
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** Where the words stand in the raw text that this one was cleaned from. */
  readonly raw?: RawPlace;
}

/** A line of a raw text, counted from 1. */
export interface RawPlace {
  readonly path: string;
  readonly line: number;
  /** The cleaned text has been edited there: the words may stand a few lines away. */
  readonly isNear?: true;
}

/** Finds the raw line of a place in a text that was cleaned. */
export type FindRaw = (place: Place) => RawPlace | undefined;

/**
 * - `error`: something cannot be made as it is written. A stand-in keeps its words, and the exit code is 1.
 * - `warning`: made, and worth a look: it may not be what was meant.
 * - `info`: what was understood of a text, or done to it.
 */
export type Severity = 'error' | 'warning' | 'info';

/** One thing to tell a person: what is wrong, where, and what to do. */
export interface Message {
  readonly severity: Severity;
  /** A row of the catalogue, such as `note-without-call`. */
  readonly code: string;
  /** One sentence without a full stop: “Unexpected X, expected Y”. */
  readonly reason: string;
  readonly place?: Place;
  /** The remedy: one or two full sentences. */
  readonly note?: string;
  /** The lines of the source round the place, with a caret, ready to print. */
  readonly frame?: string;
}

/** Collects messages in the order in which they come. */
export class Report {
  readonly messages: Message[] = [];
  /** Texts by the paths that messages name, for the lines shown with a message. */
  readonly sources = new Map<string, string>();
  /** By the same paths, for texts that were cleaned: where their lines come from. */
  readonly raws = new Map<string, FindRaw>();

  add(message: Message): void {
    const { place } = message;
    const raw = place?.line === undefined || place.raw ? undefined : this.raws.get(place.path)?.(place);
    this.messages.push(place && raw ? { ...message, place: { ...place, raw } } : message);
  }

  get hasWarnings(): boolean {
    return this.messages.some((message) => message.severity === 'warning');
  }

  get hasErrors(): boolean {
    return this.messages.some((message) => message.severity === 'error');
  }
}
