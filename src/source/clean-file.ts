import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseWith } from '../config/parse-config.js';
import { readText } from '../config/read-text.js';
import { shownPath } from '../config/shown-path.js';
import { YamlSource } from '../config/yaml-source.js';
import { EXIT, OctavoError } from '../report/errors.js';
import { nearestName } from '../report/nearest-name.js';
import { type Cleaned, clean } from './clean.js';
import { SOURCE_LIMIT } from './intake/identify.js';
import { type ProfileInput, profileSchema } from './profile.js';
import { type Raw, readRaw } from './read-raw.js';
import { RULES } from './rules/index.js';

/** Stands for standard input among the names of files. */
export const STANDARD_INPUT = '-';

export interface CleanFileOptions {
  /** The folder that relative paths are meant from. */
  readonly cwd: string;
  /** A YAML file with a profile; else `NAME.clean.yaml` beside the source, where there is one. */
  readonly profile?: string;
  readonly title?: string;
  /** Names of rules. */
  readonly force?: readonly string[];
  readonly forbid?: readonly string[];
}

/** A file with what became of it. */
export interface CleanedFile {
  /** Path as messages name it. */
  readonly path: string;
  /** Absolute path; absent for standard input. */
  readonly file?: string;
  /** Name without folder and ending: what the Markdown is to be called. */
  readonly stem: string;
  readonly raw: Raw;
  readonly cleaned: Cleaned;
}

/**
 * Reads a file, or standard input, and cleans it.
 *
 * @throws {OctavoError} for a file that is missing, is no text, or has a wrong profile.
 */
export async function cleanFile(file: string, options: CleanFileOptions): Promise<CleanedFile> {
  const isInput = file === STANDARD_INPUT;
  const name = isInput ? 'standard input' : path.basename(file);
  const stem = isInput ? 'text' : path.parse(file).name;
  const absolute = path.resolve(options.cwd, file);
  const shown = isInput ? name : shownPath(absolute, options.cwd);
  const bytes = isInput ? await readInput() : await readSource(absolute, shown);
  const raw = await readRaw(name, bytes, `${stem}-pictures`).catch((error: unknown) => {
    throw placed(error, shown);
  });
  const profile = await profileOf(isInput ? undefined : absolute, options);
  try {
    const cleaned = clean(raw, { profile, sha256: raw.sha256 });
    return { path: shown, ...(isInput ? {} : { file: absolute }), stem, raw, cleaned };
  } catch (error) {
    throw placed(error, shown);
  }
}

/** Names the file as the person gave it, not only its last part. */
function placed(error: unknown, shown: string): unknown {
  if (!(error instanceof OctavoError)) return error;
  const [first, ...rest] = error.details;
  return new OctavoError([{ ...first, place: { ...first.place, path: shown } }, ...rest], error.exitCode, {
    cause: error,
  });
}

async function readSource(file: string, shown: string): Promise<Uint8Array> {
  const refuse = (code: string, reason: string, note: string, cause?: unknown) =>
    new OctavoError({ code, reason, place: { path: shown }, note }, EXIT.content, { cause });
  try {
    const stats = await stat(file);
    if (stats.isDirectory()) throw refuse('unreadable-file', `${shown} is a folder`, 'Name the files in it.');
    if (stats.size > SOURCE_LIMIT) {
      const reason = `${shown} has ${Math.round(stats.size / 2 ** 20)} MB, and the limit is ${SOURCE_LIMIT / 2 ** 20} MB`;
      throw refuse('file-too-large', reason, 'Split it into parts, and clean each.');
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof OctavoError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw refuse('missing-file', `There is no file ${shown}`, 'Check the name.', error);
    throw refuse(
      'unreadable-file',
      `Cannot read ${shown}: ${message}`,
      'Check the permissions of the file.',
      error,
    );
  }
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream('', { fd: 0 })) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    // One byte over the limit is enough to be refused; the rest need not be held.
    if (size > SOURCE_LIMIT) break;
  }
  return Buffer.concat(chunks);
}

/** The profile named, or the one beside the source, with what the options add. */
async function profileOf(file: string | undefined, options: CleanFileOptions): Promise<ProfileInput> {
  const beside = file && path.join(path.dirname(file), `${path.parse(file).name}.clean.yaml`);
  const named = options.profile ?? (beside && (await isFile(beside)) ? beside : undefined);
  const profile = named ? await readProfile(path.resolve(options.cwd, named), options.cwd) : {};
  const rules = { ...profile.rules };
  for (const name of options.force ?? []) rules[name] = 'force';
  for (const name of options.forbid ?? []) rules[name] = 'forbid';
  return { ...profile, ...(options.title ? { title: options.title } : {}), rules };
}

const isFile = (file: string) =>
  stat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );

async function readProfile(file: string, cwd: string): Promise<ProfileInput> {
  const shown = shownPath(file, cwd);
  const text = await readText({ file, path: shown, limit: 2 ** 20, exitCode: EXIT.usage });
  const source = new YamlSource(shown, text);
  const profile = parseWith(profileSchema, source);
  const names = RULES.map(({ name }) => name);
  for (const name of Object.keys(profile.rules)) {
    if (names.includes(name)) continue;
    const meant = nearestName(name, names);
    const note = `${meant ? `Did you mean “${meant}”? ` : ''}The rules are: ${names.join(', ')}.`;
    const detail = { code: 'unknown-key', reason: `There is no rule “${name}”`, note };
    throw new OctavoError(source.at(['rules', name], 'key', detail), EXIT.usage);
  }
  return profile;
}
