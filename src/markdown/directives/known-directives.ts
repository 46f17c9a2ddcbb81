export type DirectiveForm = 'text' | 'leaf' | 'container';

/** The directives of a book and the forms each may take: `:name[…]`, `::name[…]`, `:::name`. A new one is a row here and a handler. */
const DIRECTIVES: Readonly<Record<string, readonly DirectiveForm[]>> = {
  verse: ['container'],
  epigraph: ['container'],
  letter: ['container'],
  aside: ['container'],
  drama: ['container'],
  keep: ['container'],
  figure: ['container'],
  'margin-note': ['container', 'leaf'],
  centre: ['container', 'leaf'],
  center: ['container', 'leaf'],
  right: ['container', 'leaf'],
  flush: ['container', 'leaf'],
  dateline: ['container', 'leaf'],
  salutation: ['container', 'leaf'],
  signature: ['container', 'leaf'],
  attribution: ['container', 'leaf'],
  lang: ['container', 'text'],
  'page-break': ['leaf'],
  'page-mark': ['leaf', 'text'],
  page: ['text'],
  index: ['text'],
  sc: ['text'],
  spaced: ['text'],
};

export function isKnownDirective(name: string, form: DirectiveForm): boolean {
  return Object.hasOwn(DIRECTIVES, name) && DIRECTIVES[name]!.includes(form);
}

/** Names that can stand in this form. */
export function directiveNames(form: DirectiveForm): string[] {
  return Object.keys(DIRECTIVES).filter((name) => isKnownDirective(name, form));
}
