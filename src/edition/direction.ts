const RIGHT_TO_LEFT = new Set('ar arc ckb dv fa he ku-Arab ps sd syr ug ur yi'.split(' '));

/** Direction of writing of a language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary] = language.split('-');
  if (/-Latn\b/i.test(language)) return 'ltr';
  if (/-(?:Arab|Hebr|Thaa|Syrc)\b/i.test(language)) return 'rtl';
  return RIGHT_TO_LEFT.has(primary!.toLowerCase()) ? 'rtl' : 'ltr';
}
