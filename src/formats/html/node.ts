/** A piece of a page: a text, or an element with what stands in it. Texts are as typed; writing escapes them. */
export type Html = string | Element;

export type Element = {
  readonly tag: string;
  /** Attributes that are undefined are not written. */
  readonly attributes: Attributes;
  readonly children: readonly Html[];
};

export type Attributes = Readonly<Record<string, string | undefined>>;

const empty = new Set(['br', 'col', 'img', 'link', 'meta']);

// Elements that end a line of the source, so that two pages can be compared line by line.
const lines = new Set(
  'html head title style body header nav main footer section aside figure h1 h2 h3 h4 h5 h6 p ol ul li dl div dt dd table colgroup thead tbody tr link meta'.split(
    ' ',
  ),
);

/** Makes an element. */
export function element(tag: string, attributes: Attributes, ...children: readonly Html[]): Element {
  return { tag, attributes, children };
}

/** Writes a page as a browser reads it. */
export function writeHtml(node: Html): string {
  if (typeof node === 'string') return escapeText(node);
  const { tag, attributes, children } = node;
  const end = lines.has(tag) ? '\n' : '';
  const written = Object.entries(attributes).map(([name, value]) =>
    value === undefined ? '' : ` ${name}="${escapeText(value)}"`,
  );
  const open = `<${tag}${written.join('')}>`;
  if (empty.has(tag)) return `${open}${end}`;
  const inside = tag === 'style' ? styleText(children) : children.map(writeHtml).join('');
  return `${open}${inside}</${tag}>${end}`;
}

/** The one place where a text becomes HTML, in an element or in an attribute. */
function escapeText(text: string): string {
  return text.replace(/[&<>"'\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, escapeOne);
}

/** HTML has no way to write control characters: they show as what they are, something that is not text. */
function escapeOne(character: string): string {
  return (
    { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\r': '&#13;' }[character] ??
    '\ufffd'
  );
}

/** A style sheet is written as it is; what is typed by users reaches it only through `cssString`. */
function styleText(children: readonly Html[]): string {
  const text = children.join('');
  if (text.includes('<')) throw new Error('A style sheet cannot hold `<`.');
  return text;
}
