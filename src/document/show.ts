import type {
  AnnexDocument,
  Block,
  CodesInline,
  Column,
  DefinitionItem,
  Inline,
  Page,
  RunningLine,
  SpanRole,
  Table,
  TableRow,
} from './tree.ts';

/**
 * Prints the tree of an annex as text, for `annex show` and for snapshots: what it says and how it is arranged, not
 * how it looks. What the eye would miss is drawn: a no-break space as ⍽, a narrow one as ˽, a soft hyphen as ¬, a
 * line break as ⏎, a filled code in brackets, semibold text in asterisks, raised text between carets, what was added and
 * removed in braces.
 */
export function showDocument(document: AnnexDocument): string {
  const { metadata } = document;
  const lines = [
    `annex [${document.language}] ${metadata.title}`,
    `subject: ${metadata.subject}`,
    `author: ${metadata.author}; date: ${metadata.date}; keywords: ${metadata.keywords.join(', ')}`,
    `page: ${showPage(document.page)}; fonts: ${showFonts(document)}`,
    `header: ${showRunningLine(document.runningHeader)}`,
    `footer: ${showRunningLine(document.runningFooter)}`,
    '',
    ...showBlocks(document.body),
  ];
  return `${lines.join('\n')}\n`;
}

function showPage({ width, height }: Page): string {
  return `${width} x ${height} pt, ${width > height ? 'landscape' : 'portrait'}`;
}

function showFonts({ look }: AnnexDocument): string {
  const { heading, body, fallback } = look.fonts;
  return [...new Set([heading[400], body[400], ...fallback].map(({ name }) => name))].join(', ');
}

function showRunningLine(line: RunningLine | undefined): string {
  return line ? `${showInline(line.left)} | ${showInline(line.right)}` : 'none';
}

function showBlocks(blocks: readonly Block[]): string[] {
  return blocks.flatMap(showBlock);
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

function showBlock(block: Block): string[] {
  switch (block.kind) {
    case 'cover': {
      const { logo, name, label } = block.masthead;
      const masthead = [
        logo && '(logo)',
        showInline(name.content),
        label && `| ${showInline(label.content)}`,
      ];
      const head = block.page ? 'cover on a page of its own' : 'cover';
      return [head, ...indent([masthead.filter(Boolean).join(' '), ...showBlocks(block.content)]), ''];
    }
    case 'section':
      return [...(block.from ? [`(from ${block.from} pt)`] : []), ...showBlocks(block.content)];
    case 'heading':
      return [
        `${'#'.repeat(block.level)} ${block.number ? `${block.number} ` : ''}${showInline(block.content)}`,
      ];
    case 'paragraph':
      return [showInline(block.content)];
    case 'list':
      return block.items.flatMap(({ content }, index) => {
        const [first = '', ...others] = showBlocks(content);
        return [`${block.ordered ? `${index + 1}.` : '-'} ${first}`, ...indent(others)];
      });
    case 'definitions':
      return [block.arrangement, ...indent(block.items.map(showDefinition)), ''];
    case 'table':
      return showTable(block);
    case 'notice':
      return [
        `notice: ${showInline(block.title.content)}`,
        ...indent(block.content.map(({ content }) => showInline(content))),
        '',
      ];
    case 'figure':
      return [`(picture: ${block.image.alt || 'decoration'})`];
  }
}

function showDefinition(item: DefinitionItem): string {
  return `${showInline(item.term)}: ${showInline(item.details)}`;
}

function showTable(table: Table): string[] {
  return [
    `table: ${table.columns.map(showColumn).join(' | ')}`,
    ...indent([...table.head.map((row) => `${showRow(row)}`), ...table.body.map(showRow)]),
    '',
  ];
}

function showColumn({ width, slots }: Column): string {
  const points = typeof width === 'number' ? String(Math.round(width * 100) / 100) : width;
  return slots ? `${points} ${slots.signs.join('')}` : points;
}

function showRow(row: TableRow): string {
  return row.cells.map((cell) => showBlocks(cell.content).join(' / ')).join(' | ');
}

function showInline(content: readonly Inline[]): string {
  return content.map(showOne).join('');
}

const roleSigns: Readonly<Record<SpanRole, readonly [string, string]>> = {
  strong: ['*', '*'],
  em: ['*', '*'],
  sup: ['^', '^'],
  ins: ['{+', '+}'],
  del: ['{-', '-}'],
};

/** A filled sign stands on a square, and before on the outline of one. */
function showSign({ filled, past }: CodesInline, sign: string): string {
  if (!filled.includes(sign)) return sign;
  return past ? `(${sign})` : `[${sign}]`;
}

function showOne(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text
        .replace(/\u00a0/g, '⍽')
        .replace(/\u202f/g, '˽')
        .replace(/\u00ad/g, '¬');
    case 'break':
      return '⏎';
    case 'span': {
      const inside = showInline(inline.content);
      const [before, after] = inline.role ? roleSigns[inline.role] : ['', ''];
      return `${inline.language ? `[${inline.language}] ` : ''}${before}${inside}${after}`;
    }
    case 'link':
      return `${showInline(inline.content)} <${inline.href}>`;
    case 'codes':
      return inline.held.length === 0 ? '–' : inline.held.map((sign) => showSign(inline, sign)).join(' ');
    case 'page-number':
      return inline.of === undefined ? '{page}' : `{page of ${inline.of}}`;
    case 'page-count':
      return '{pages}';
  }
}
