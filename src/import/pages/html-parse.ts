import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree, type TreeAdapter } from 'parse5';
import { Damaged } from '../../readers/damaged.ts';

const deepestNesting = 256;
/** Siblings that may be passed by in mending a page, all mends together. */
const mostMending = 20_000_000;

type Adapter = TreeAdapter<Tree.DefaultTreeAdapterMap>;

/**
 * Parses a page as a browser does, with where its nodes stand. What a browser mends may take it the square of the
 * page's length, and its depth has no end: a page that asks for either throws Damaged.
 */
export function parseHtml(html: string): Tree.Document {
  const document = parse(html, { sourceCodeLocationInfo: true, treeAdapter: boundedAdapter() });
  expectFlat(document);
  return document;
}

function boundedAdapter(): Adapter {
  let open = 0;
  let mended = 0;
  const mend = (parent: Tree.ParentNode | null): void => {
    mended += parent?.childNodes.length ?? 0;
    if (mended > mostMending) throw new Damaged('its tags are too tangled to be told apart');
  };
  return {
    ...defaultTreeAdapter,
    onItemPush: () => {
      open++;
      if (open > deepestNesting) throw tooDeep();
    },
    onItemPop: () => {
      open--;
    },
    insertBefore: (parent, node, reference) => {
      mend(parent);
      defaultTreeAdapter.insertBefore(parent, node, reference);
    },
    insertTextBefore: (parent, text, reference) => {
      mend(parent);
      defaultTreeAdapter.insertTextBefore(parent, text, reference);
    },
    detachNode: (node) => {
      mend(node.parentNode);
      defaultTreeAdapter.detachNode(node);
    },
  };
}

/** Mending can nest elements deeper than they were ever open. */
function expectFlat(document: Tree.Document): void {
  let level: readonly Tree.ParentNode[] = [document];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > 2 * deepestNesting) throw tooDeep();
    level = level.flatMap(({ childNodes }) =>
      childNodes.filter((node): node is Tree.Element => 'tagName' in node),
    );
  }
}

function tooDeep(): Damaged {
  return new Damaged(`its markup is nested more than ${deepestNesting} deep`);
}
