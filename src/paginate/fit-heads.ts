/** A running head that was too wide for its page. */
export interface ShortenedHead {
  readonly head: string;
  readonly as: string;
}

/**
 * What may stand for a running head that is too wide, longest first: the title before its subtitle, then its first
 * words with an ellipsis.
 */
export function shorterHeads(head: string): string[] {
  const main = /^(.{8,}?)(?:\s*[:;]|\s[–—-]|[.?!])\s/u.exec(head)?.[1];
  const words = head.split(/\s+/);
  const cut = words.slice(1).map((_, k) => words.slice(0, words.length - 1 - k).join(' '));
  const cuts = cut.map((text) => `${text.replace(/[\p{P}\p{S}]+$/u, '')}…`);
  // Without spaces, as Chinese is written, between any two characters.
  const letters =
    words.length > 1
      ? []
      : [...head].slice(1).map((_, k, all) => `${[...head].slice(0, all.length - k).join('')}…`);
  return [...(main ? [main] : []), ...cuts, ...letters];
}

/** Runs in the page: which of several texts for each head is the first that is no wider than the text. */
export function widestFitting({
  heads,
  measure,
}: {
  readonly heads: readonly (readonly string[])[];
  readonly measure: number;
}): number[] {
  const probes = heads.map(([head]) => {
    const probe = document.createElement('div');
    probe.style.cssText =
      'position:absolute;visibility:hidden;white-space:nowrap;text-indent:0;width:max-content;font:var(--head)';
    probe.textContent = head!;
    return probe;
  });
  // Not in the body, which is laid out no more once its pages are placed.
  document.documentElement.append(...probes);
  const isWide = (probe: HTMLElement) => probe.getBoundingClientRect().width > measure;
  const wide = probes.map(isWide);
  const found = heads.map((texts, k) => {
    if (!wide[k]) return 0;
    const probe = probes[k]!;
    const at = texts.findIndex((text) => {
      probe.textContent = text;
      return !isWide(probe);
    });
    return at < 0 ? texts.length - 1 : at;
  });
  for (const probe of probes) probe.remove();
  return found;
}
