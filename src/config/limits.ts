/** Sizes beyond which a file is refused rather than held in memory. Bytes, except where the name says otherwise. */
export const LIMITS = {
  config: 2 ** 20,
  manuscript: 16 * 2 ** 20,
  manuscripts: 5_000,
} as const;
