/** A pack built by hand for tests: three annexes of a made-up provider, and covers. */
import { contractFile, type PackBody } from '../../../document/pack.ts';
import type { AnnexDocument, Inline } from '../../../document/tree.ts';
import { activities, annex } from '../../fixture/annex.ts';
import { heading, matrix, paragraph, text } from '../../fixture/pieces.ts';

const anchors = ['mail', 'files', 'calls'] as const;

export function packBody(): PackBody {
  return {
    contents: annex([
      heading(1, undefined, 'Contents'),
      ...anchors.map((anchor) => paragraph(entry(anchor))),
    ]),
    members: anchors.map((anchor, i) => ({ anchor, title: `Annex ${i + 1}`, document: member(anchor, i) })),
  };
}

function entry(anchor: string): Inline[] {
  const link: Inline = { kind: 'link', href: `#${anchor}`, content: [text(`Annex on ${anchor}`)], style: {} };
  return [link, text(' begins on '), { kind: 'page-number', of: anchor }];
}

function member(anchor: string, i: number): AnnexDocument {
  return annex(
    [heading(1, undefined, `About ${anchor}`), matrix('1', 'Leaf', ['A', 'B'], activities(60 * i + 9))],
    {
      attachments: [file(`${anchor}-edition.json`, `{"product":"${anchor}"}`)],
    },
  );
}

/** A cover; `more` are lines below the customer. */
export function packCover(contract: string, customer: string, more: readonly string[] = []): AnnexDocument {
  const lines = [`Contract ${contract}`, customer, ...more];
  return annex(
    lines.map((line) => paragraph(line)),
    {
      runningHeader: undefined,
      runningFooter: undefined,
      metadata: { ...annex([]).metadata, title: `Pack ${contract}`, reference: contract },
      attachments: [file(contractFile, JSON.stringify({ contract, customer }))],
    },
  );
}

function file(name: string, content: string) {
  return {
    name,
    mediaType: 'application/json',
    bytes: Buffer.from(content),
    relationship: 'Data',
    description: `What ${name} holds`,
  } as const;
}
