import type { Content, Loc, Program, Statement } from './ast.ts';

/** Where in the markup a mustache stands. `name`: inside a tag's name; `tag`: between attributes. */
export type Surroundings =
  | 'text'
  | 'name'
  | 'tag'
  | 'double'
  | 'single'
  | 'comment'
  | 'cdata'
  | 'instruction';

/** The end of a start tag's name, where an attribute can be woven in, and where the tag was opened. */
export type StartTag = {
  readonly content: Content;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
};

export type Scan = {
  readonly startTags: readonly StartTag[];
  /** For every statement that is no text: what surrounds it. */
  readonly surroundings: ReadonlyMap<Statement, Surroundings>;
};

type Opened = { readonly line: number; readonly column: number };
type State = { readonly inside: Surroundings; readonly opened: Opened | undefined };

/**
 * Reads a template as markup, in the order it is written. A tag may be spread over several statements
 * (`<h2 number="{{number}}">`), so the state goes from one statement into the next, and into and out of blocks.
 */
export function scanMarkup(program: Program): Scan {
  const startTags: StartTag[] = [];
  const surroundings = new Map<Statement, Surroundings>();

  function scanProgram(part: Program | undefined, entry: State): State {
    let state = entry;
    for (const statement of part?.body ?? []) {
      if (statement.type === 'ContentStatement') {
        state = scanContent(statement, state, startTags);
        continue;
      }
      surroundings.set(statement, state.inside);
      if (statement.type !== 'BlockStatement') continue;
      const afterProgram = scanProgram(statement.program, state);
      const afterInverse = scanProgram(statement.inverse, state);
      state = statement.program ? afterProgram : afterInverse;
    }
    return state;
  }

  scanProgram(program, { inside: 'text', opened: undefined });
  return { startTags, surroundings };
}

function scanContent(content: Content, entry: State, startTags: StartTag[]): State {
  const text = content.value;
  const locate = locator(content);
  let { inside, opened } = entry;
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at, at + 9);
    if (inside === 'text') {
      const next = text.indexOf('<', at);
      if (next < 0) break;
      const mark = text.slice(next, next + 9);
      if (mark.startsWith('<!--')) [inside, at] = ['comment', next + 4];
      else if (mark === '<![CDATA[') [inside, at] = ['cdata', next + 9];
      else if (mark.startsWith('<?') || mark.startsWith('<!')) [inside, at] = ['instruction', next + 2];
      else if (mark.startsWith('</')) [inside, opened, at] = ['name', undefined, next + 2];
      else [inside, opened, at] = ['name', locate(next), next + 1];
    } else if (inside === 'name') {
      if (/[\s/>]/.test(text[at]!)) {
        if (opened) startTags.push({ content, offset: at, ...opened });
        inside = 'tag';
      } else at++;
    } else if (inside === 'tag') {
      if (text[at] === '>') inside = 'text';
      else if (text[at] === '"') inside = 'double';
      else if (text[at] === "'") inside = 'single';
      at++;
    } else if (inside === 'double' || inside === 'single') {
      if (text[at] === (inside === 'double' ? '"' : "'")) inside = 'tag';
      at++;
    } else {
      const end = { comment: '-->', cdata: ']]>', instruction: '>' }[inside];
      if (rest.startsWith(end)) [inside, at] = ['text', at + end.length];
      else at++;
    }
  }
  return { inside, opened };
}

/** Turns an offset into the value of a content statement into line and column (from 1) of the template. */
function locator(content: Content): (offset: number) => Opened {
  // White space control takes white space off both ends; the first letter tells how much went at the front.
  const stripped = content.original.search(/\S/) - content.value.search(/\S/);
  return (offset) => {
    const before = content.original.slice(0, stripped + offset).split('\n');
    return {
      line: content.loc.start.line + before.length - 1,
      column: before.at(-1)!.length + 1 + (before.length === 1 ? content.loc.start.column : 0),
    };
  };
}

/** The place of a syntax tree's node, counted from 1. */
export function placeOf(loc: Loc): { file: string; line: number; column: number } {
  return { file: loc.source, line: loc.start.line, column: loc.start.column + 1 };
}
