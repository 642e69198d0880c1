/**
 * What an annex says, without how it looks: plain data for those who lay it out in their own way. Texts are lists of runs
 * `{text, strong?}`; codes are lists of signs.
 */
export function contentOf(tree) {
  const [cover, ...blocks] = tree.body;
  const { language, metadata, runningHeader, runningFooter } = tree;
  const [title, subtitle, facts] = cover.content;
  return {
    language,
    metadata,
    brand: plain(cover.masthead.name.content),
    product: plain(title.content),
    subtitle: plain(subtitle.content),
    facts: facts.items.map(({ term, details, span }) => ({ label: plain(term), value: runs(details), span })),
    header: { left: plain(runningHeader.left), right: plain(runningHeader.right) },
    footer: { left: plain(runningFooter.left), right: runningFooter.right.map(footerPart) },
    body: blocks.map(readBlock),
    attachments: (tree.attachments ?? []).map(({ name, mediaType, description, bytes }) => ({
      name,
      mediaType,
      description,
      text: new TextDecoder().decode(bytes),
    })),
  };
}

/** Every text of an annex that a reader must find in it. */
export function textsOf({ product, subtitle, facts, body }) {
  return [product, subtitle, ...facts.map(({ label }) => label), ...body.flatMap(textsOfBlock)];
}

function textsOfBlock(block) {
  if (block.kind === 'matrix')
    return [block.title, ...block.rows.flatMap(({ clause, text }) => [clause, text])];
  if (block.kind === 'notes') return [block.title, ...block.rows.flat()];
  if (block.kind === 'legend') return [block.label, ...block.items.map(({ text }) => plainRuns(text))];
  if (block.kind === 'notice') return [block.title, ...block.paragraphs];
  return [block.text];
}

const readers = {
  heading: ({ level, number, content }) => ({ kind: 'heading', level, number, text: plain(content) }),
  paragraph: ({ content }) => ({ kind: 'paragraph', text: plain(content) }),
  notice: ({ title, content }) => ({
    kind: 'notice',
    title: plain(title.content),
    paragraphs: content.map((paragraph) => plain(paragraph.content)),
  }),
  section: ({ content: [label, legend] }) => ({
    kind: 'legend',
    label: plain(label.content),
    items: legend.items.map(({ term, details }) => ({ held: term[0].held, text: runs(details) })),
  }),
  table: (table) => (table.columns.some(({ slots }) => slots) ? readMatrix(table) : readNotes(table)),
};

function readBlock(block) {
  return readers[block.kind](block);
}

function readMatrix({ head: [row], body }) {
  const [
    {
      content: [heading],
    },
    ...parties
  ] = row.cells;
  return {
    kind: 'matrix',
    level: heading.level,
    number: heading.number,
    title: plain(heading.content),
    parties: parties.map(said),
    rows: body.map(({ cells: [clause, activity, ...codes] }) => ({
      clause: said(clause),
      text: said(activity),
      held: codes.map(({ content: [paragraph] }) => paragraph.content[0].held),
    })),
  };
}

function readNotes({ head: [row], body }) {
  return { kind: 'notes', title: said(row.cells[0]), rows: body.map(({ cells }) => cells.map(said)) };
}

function said(cell) {
  return cell.content.map(({ content }) => plain(content)).join(' ');
}

function footerPart({ kind, text }) {
  return kind === 'text' ? text : { kind };
}

function plain(content) {
  return plainRuns(runs(content));
}

function plainRuns(parts) {
  return parts.map(({ text }) => text).join('');
}

function runs(content, strong = false) {
  return content.flatMap((inline) => {
    if (inline.kind === 'text') return [{ text: inline.text, ...(strong && { strong }) }];
    return inline.kind === 'span' ? runs(inline.content, strong || inline.role === 'strong') : [];
  });
}
