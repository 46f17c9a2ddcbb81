import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where Debian’s package `epubcheck` puts it; `EPUBCHECK_JAR` names another. */
const JAR = process.env.EPUBCHECK_JAR ?? '/usr/share/java/epubcheck.jar';

/** EPUBCheck 4.2 knows EPUB 3.2, which had no `pageBreakSource`; EPUB Accessibility 1.1 asks for it. */
const FALSE_ALARM = /^ERROR\(OPF-027\): .*Undefined property: "pageBreakSource"/;

/** Why this machine cannot run EPUBCheck, the validator in Java; undefined where it can. */
export function withoutEpubcheck(): string | undefined {
  if (!existsSync(JAR)) return `EPUBCheck is not installed (no ${JAR})`;
  const { status } = spawnSync('java', ['-version']);
  return status === 0 ? undefined : 'There is no Java';
}

/** What EPUBCheck holds against a file, the known false alarm left out. */
export function epubcheckFaults(file: string): string[] {
  const { stdout, stderr } = spawnSync('java', ['-jar', JAR, file], { encoding: 'utf8' });
  if (!/EPUBCheck completed/.test(stdout + stderr)) throw new Error(`EPUBCheck did not end: ${stderr}`);
  return (stdout + stderr)
    .split('\n')
    .filter((line) => /^(FATAL|ERROR|WARNING|USAGE)\(/.test(line) && !FALSE_ALARM.test(line));
}
