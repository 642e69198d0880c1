// What a template may read, from the shape by which its paths are checked.
import { code, table } from './table.mjs';

/** A table of all names; those inside others with a dotted name, `sections[]` is each item of a list. */
export function namesOf(shape) {
  return table(['Name', 'Is', ''], rowsOf(shape, ''));
}

function rowsOf({ fields }, prefix) {
  return Object.entries(fields).flatMap(([name, shape]) => {
    const path = `${prefix}${name}`;
    const { inner, inside } = insideOf(shape, path);
    return [
      [code(path), kindOf(shape), shape.doc ?? ''],
      ...(inner === undefined ? [] : rowsOf(inner, inside)),
    ];
  });
}

/** The record whose names are listed below a name, and how they begin. */
function insideOf(shape, path) {
  if (shape.kind === 'optional') return insideOf(shape.of, path);
  if (shape.kind === 'list') return insideOf(shape.of, `${path}[]`);
  return { inner: shape.kind === 'record' ? shape : undefined, inside: `${path}.` };
}

function kindOf(shape) {
  switch (shape.kind) {
    case 'optional':
      return `${kindOf(shape.of)}, may be absent`;
    case 'list':
      return shape.of.kind === 'record' ? 'list' : `list of ${kindOf(shape.of)}s`;
    case 'words':
      return shape.known.map((word) => code(word)).join(' or ');
    case 'flag':
      return 'yes or no';
    default:
      return shape.kind;
  }
}

/** A table of the helpers that templates may call. */
export function helpersTable(helpers) {
  return table(
    ['Helper', 'Gives', 'For example'],
    helpers.map(({ name, doc, example }) => [code(name), doc, code(example)]),
  );
}
