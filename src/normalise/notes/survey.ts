import type {
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Html,
  Link,
  Nodes,
  Parents,
  Root,
  RootContent,
  Text,
} from 'mdast';
import { isNotesHeading } from './notes-heading.js';
import { TextPlaces } from './place.js';

/** A node with the place in the tree where it stands. */
export interface Found<Node> {
  readonly node: Node;
  readonly parent: Parents;
  readonly index: number;
  readonly order: number;
  /** The child of the root that holds it. */
  readonly top: RootContent;
  readonly inNote: boolean;
}

/** A piece of running text in which calls may stand. */
export type Run = Found<Text>;

/** A parent whose children are blocks, so that notes may stand in it. */
export interface Container {
  readonly node: Parents;
  readonly inNote: boolean;
}

/** What one walk through a document finds; reading order is a number that rises from node to node. */
export interface Survey {
  readonly root: Root;
  readonly source: string;
  readonly places: TextPlaces;
  readonly runs: readonly Run[];
  readonly containers: readonly Container[];
  readonly links: readonly Found<Link>[];
  readonly html: readonly Found<Html>[];
  readonly references: readonly Found<FootnoteReference>[];
  readonly definitions: readonly Found<FootnoteDefinition>[];
  /** Reading order of the headings at which numbering may start again. */
  readonly headings: readonly number[];
  /** Anchors whose HTML was made into Markdown because a link leads there. */
  readonly unfolded: Set<string>;
  order(node: Nodes): number;
  /** The order after everything inside the node. */
  end(node: Nodes): number;
}

/** The words of a link are the link’s: no call stands in them. */
const CLOSED = new Set(['link', 'linkReference', 'definition']);
const FLOW = new Set(['root', 'blockquote', 'containerDirective', 'listItem', 'footnoteDefinition']);

export function takeSurvey(root: Root, source: string, unfolded = new Set<string>()): Survey {
  const runs: Run[] = [];
  const containers: Container[] = [];
  const links: Found<Link>[] = [];
  const html: Found<Html>[] = [];
  const references: Found<FootnoteReference>[] = [];
  const definitions: Found<FootnoteDefinition>[] = [];
  const orders = new Map<Nodes, number>();
  const ends = new Map<Nodes, number>();
  let count = 0;

  const walk = (parent: Parents, top: RootContent | undefined, inNote: boolean): void => {
    if (FLOW.has(parent.type)) containers.push({ node: parent, inNote });
    parent.children.forEach((node, index) => {
      const order = ++count;
      orders.set(node, order);
      const found = { parent, index, order, top: top ?? (node as RootContent), inNote };
      if (node.type === 'text') runs.push({ ...found, node });
      else if (node.type === 'link') links.push({ ...found, node });
      else if (node.type === 'html') html.push({ ...found, node });
      else if (node.type === 'footnoteReference') references.push({ ...found, node });
      else if (node.type === 'footnoteDefinition') definitions.push({ ...found, node });
      if ('children' in node && !CLOSED.has(node.type)) {
        walk(node, found.top, inNote || node.type === 'footnoteDefinition');
      }
      ends.set(node, count);
    });
  };
  walk(root, undefined, false);

  return {
    root,
    source,
    places: new TextPlaces(source),
    runs,
    containers,
    links,
    html,
    references,
    definitions,
    unfolded,
    headings: chapterHeadings(root).map((heading) => orders.get(heading)!),
    order: (node) => orders.get(node) ?? 0,
    end: (node) => ends.get(node) ?? 0,
  };
}

/** A heading over notes is a new chapter only where it ranks with the headings of the chapters. */
function chapterHeadings(root: Root): Heading[] {
  let depth = 0;
  return root.children.filter((node): node is Heading => {
    if (node.type !== 'heading') return false;
    if (isNotesHeading(node)) return node.depth <= depth;
    depth = node.depth;
    return true;
  });
}
