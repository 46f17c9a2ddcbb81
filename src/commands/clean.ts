import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Command as Commander } from 'commander';
import { shownPath } from '../config/shown-path.js';
import { writeFiles } from '../output/write-files.js';
import { EXIT, OctavoError } from '../report/errors.js';
import { LINE_MAP_ENDING } from '../report/line-map.js';
import { type CleanedFile, cleanFile, STANDARD_INPUT } from '../source/clean-file.js';
import { type Joined, joinCleaned, standAlone } from '../source/join.js';
import { reviewPage } from '../source/review/review-page.js';
import { RULES } from '../source/rules/index.js';
import { showCleaningLog } from './cleaning-messages.js';
import type { Command } from './command.js';
import { lineMapBeside } from './line-map-beside.js';
import type { Session } from './session.js';

interface Options {
  readonly out?: string;
  readonly join?: boolean;
  readonly report?: string;
  readonly review?: string | true;
  readonly map?: boolean;
  readonly profile?: string;
  readonly title?: string;
  readonly force?: readonly string[];
  readonly forbid?: readonly string[];
}

/** Turns texts as they are found into clean Markdown. */
export const clean: Command = {
  declare: (program: Commander) =>
    program
      .command('clean')
      .summary('turn raw texts into clean Markdown')
      .description(
        'Turns texts as they are found (.txt, .md, .html, .docx, or - for standard input) into clean Markdown ' +
          'with front matter, and logs every change.\nA file NAME.clean.yaml beside a source is its profile.',
      )
      .argument('<file...>', 'the texts')
      .option('-o, --out <path>', 'file to write, or a folder for several; standard output by default')
      .option('--join', 'make one Markdown file of all texts')
      .option('--report <file>', 'write the log as JSON')
      .option('--review [file]', 'write a page that shows source and result side by side')
      .option('--no-map', 'write no map of lines, by which later messages name the line of the raw text')
      .option('--profile <file>', 'YAML that forces or forbids rules, names headings, furniture, the title')
      .option('--title <text>', 'the title, where the text gives none')
      .option('--force <rule...>', 'run a rule although nothing speaks for it')
      .option('--forbid <rule...>', 'never run a rule'),

  async run(session, args, given) {
    const options = given as Options;
    const files = args[0] as string[];
    checkOptions(files, options);
    const sources: CleanedFile[] = [];
    for (const file of files) {
      session.run.progress.step(`Cleaning ${file}`);
      session.run.signal.throwIfAborted();
      sources.push(await cleanFile(file, { ...options, cwd: session.cwd }));
    }
    const outputs = outputsOf(session, sources, options);
    refuseSources(session, files, outputs);
    await writeFiles(outputs);
    for (const source of sources) showCleaningLog(session, source);
    finish(session, sources, outputs, options);
    return EXIT.fine;
  },
};

function checkOptions(files: readonly string[], options: Options): void {
  const refuse = (reason: string, note: string) =>
    new OctavoError({ code: 'usage', reason, note }, EXIT.usage);
  if (files.length > 1 && !options.join && options.out === undefined) {
    throw refuse(
      'Several texts need a place to go',
      'Name a folder with --out, or make one file of them with --join.',
    );
  }
  if (files.filter((file) => file === STANDARD_INPUT).length > 1) {
    throw refuse('Standard input can be read once', 'Give - one time.');
  }
  for (const name of [...(options.force ?? []), ...(options.forbid ?? [])]) {
    if (RULES.some((rule) => rule.name === name)) continue;
    throw refuse(
      `There is no rule “${name}”`,
      `The rules are: ${RULES.map((rule) => rule.name).join(', ')}.`,
    );
  }
}

/** What is to be written, by absolute path. */
function outputsOf(
  session: Session,
  sources: readonly CleanedFile[],
  options: Options,
): Map<string, Uint8Array | string> {
  const outputs = new Map<string, Uint8Array | string>();
  const out = options.out === undefined ? undefined : path.resolve(session.cwd, options.out);
  const isFolder = out !== undefined && !/\.(?:md|markdown)$/i.test(out);
  const add = (file: string, bytes: Uint8Array | string) => {
    if (outputs.has(file)) {
      const reason = `Two texts would be written to ${shownPath(file, session.cwd)}`;
      throw new OctavoError(
        { code: 'usage', reason, note: 'Rename one of them, or clean them into two folders.' },
        EXIT.usage,
      );
    }
    outputs.set(file, bytes);
  };
  const addMarkdown = (file: string, joined: Joined, from: readonly CleanedFile[]) => {
    add(file, joined.markdown);
    const map = options.map !== false ? lineMapBeside(file, joined, from) : undefined;
    if (map !== undefined) add(file + LINE_MAP_ENDING, map);
  };
  if (out !== undefined && isFolder && existsSync(out) && !statSync(out).isDirectory()) {
    const reason = `${shownPath(out, session.cwd)} is a file, and no Markdown`;
    const note = 'Nothing was written. Name a folder, or a file that ends in .md, with --out.';
    throw new OctavoError({ code: 'would-overwrite', reason, note }, EXIT.usage);
  }
  if (out !== undefined) {
    const folder = isFolder ? out : path.dirname(out);
    if (options.join || (!isFolder && sources.length === 1)) {
      const joined = joinedOf(sources, options);
      addMarkdown(isFolder ? path.join(out, `${sources[0]!.stem}.md`) : out, joined, sources);
    } else if (isFolder)
      for (const source of sources)
        addMarkdown(path.join(out, `${source.stem}.md`), standAlone(source.cleaned), [source]);
    else {
      const note = 'Name a folder with --out, or make one file of them with --join.';
      throw new OctavoError(
        { code: 'usage', reason: 'Several texts cannot go to one file', note },
        EXIT.usage,
      );
    }
    for (const { raw } of sources)
      for (const picture of raw.pictures) add(path.join(folder, picture.name), picture.bytes);
  }
  if (options.report) {
    const logs = sources.map(({ cleaned }) => cleaned.log);
    add(
      path.resolve(session.cwd, options.report),
      `${JSON.stringify(logs.length === 1 ? logs[0] : logs, null, 2)}\n`,
    );
  }
  if (options.review !== undefined) {
    for (const source of sources) {
      const beside = out === undefined ? session.cwd : isFolder ? out : path.dirname(out);
      const file =
        typeof options.review === 'string' && sources.length === 1
          ? path.resolve(session.cwd, options.review)
          : path.join(beside, `${source.stem}.review.html`);
      add(file, reviewPage(source.cleaned));
    }
  }
  return outputs;
}

const joinedOf = (sources: readonly CleanedFile[], { join, title }: Options): Joined =>
  join && sources.length > 1
    ? joinCleaned(
        sources.map(({ cleaned }) => cleaned),
        title,
      )
    : standAlone(sources[0]!.cleaned);

/** A source is never written over. */
function refuseSources(
  session: Session,
  files: readonly string[],
  outputs: ReadonlyMap<string, unknown>,
): void {
  for (const file of files) {
    if (file === STANDARD_INPUT || !outputs.has(path.resolve(session.cwd, file))) continue;
    throw new OctavoError(
      {
        code: 'would-overwrite',
        reason: `${file} would be written over`,
        note: 'Nothing was written. Name another place with --out.',
      },
      EXIT.usage,
    );
  }
}

function finish(
  session: Session,
  sources: readonly CleanedFile[],
  outputs: ReadonlyMap<string, unknown>,
  options: Options,
): void {
  const logs = sources.map(({ cleaned }) => cleaned.log);
  session.result('files', [...outputs.keys()]);
  session.result('logs', logs);
  if (options.out === undefined) {
    // The Markdown itself is the result, whatever else is kept quiet.
    const { markdown } = joinedOf(sources, options);
    session.result('markdown', markdown);
    session.write(markdown);
    for (const { raw } of sources) {
      if (raw.pictures.length === 0) continue;
      const reason = `${raw.pictures.length} pictures inside ${raw.name} were not written`;
      session.report.add({
        severity: 'warning',
        code: 'cleaning-doubt',
        reason,
        note: 'Name a place with --out to have them beside the text.',
      });
    }
    return;
  }
  sources.forEach(({ path: shown }, index) => {
    const { removed, changed, unplaced, warnings } = logs[index]!;
    session.say(
      `${shown}: ${removed.length} removed, ${changed.length} changed, ${unplaced.length} unplaced, ${warnings.length} doubtful`,
    );
  });
  for (const file of outputs.keys()) session.say(shownPath(file, session.cwd));
}
