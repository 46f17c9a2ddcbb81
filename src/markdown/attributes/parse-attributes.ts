/** What stands in `{#id .class key=value}` after a heading, an image or a fence. */
export interface Attributes {
  readonly id?: string;
  readonly classes: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

const ITEM =
  /\s*(?:#(?<id>[^\s"'=<>{}#.][^\s"'=<>{}#]*)|\.(?<class>[^\s"'=<>{}.#]+)|(?<key>[A-Za-z][\w-]*)=(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'=<>{}]+)))(?=\s|$)/y;

/** Reads the inside of an attribute list, without its braces; gives nothing where it is not one. */
export function parseAttributes(inside: string): Attributes | undefined {
  const text = inside.trim();
  let id: string | undefined;
  const classes: string[] = [];
  const values: Record<string, string> = {};
  ITEM.lastIndex = 0;
  while (ITEM.lastIndex < text.length) {
    const groups = ITEM.exec(text)?.groups;
    if (!groups) return undefined;
    if (groups.id !== undefined) id = groups.id;
    else if (groups.class !== undefined) classes.push(groups.class);
    else values[groups.key!] = groups.double ?? groups.single ?? groups.bare ?? '';
  }
  if (text === '') return undefined;
  return { ...(id === undefined ? {} : { id }), classes, values };
}

/** The canonical form: id, classes, then the other keys in the order given. */
export function stringifyAttributes({ id, classes, values }: Attributes): string {
  const items = [
    ...(id === undefined ? [] : [`#${id}`]),
    ...classes.map((name) => `.${name}`),
    ...Object.entries(values).map(([key, value]) => `${key}=${quote(value)}`),
  ];
  return items.length > 0 ? `{${items.join(' ')}}` : '';
}

function quote(value: string): string {
  if (/^[\w%.-]+$/.test(value)) return value;
  return value.includes('"') ? `'${value.replaceAll("'", '’')}'` : `"${value}"`;
}
