import type { Root } from 'mdast';
import { remarkDefinitionList } from 'remark-definition-list';
import type { Processor } from 'unified';
import { visit } from 'unist-util-visit';

/** Adds lists of terms and definitions (`Term`, then `: Definition` on the next line). */
export function remarkDefinitionLists(this: Processor) {
  remarkDefinitionList.call(this);
  return (tree: Root): void => {
    // A term is a line of what was a paragraph; the line break at its end ends nothing now.
    visit(tree, (node) => {
      if (node.type !== 'paragraph' && node.type !== 'defListTerm') return;
      while (node.children.at(-1)?.type === 'break') node.children.pop();
    });
  };
}
