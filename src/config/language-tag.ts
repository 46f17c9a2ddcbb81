/** The look of a tag. */
export const TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;

/** Whether a tag is well-formed after BCP 47: `en`, `pt-BR`, `zh-Hant`. */
export function isLanguageTag(tag: string): boolean {
  if (!TAG.test(tag)) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
