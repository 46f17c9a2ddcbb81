/** Characters that XML has no place for become U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd');
}
