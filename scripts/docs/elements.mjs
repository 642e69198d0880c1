// The elements of a dialect, from the table by which templates are checked: meaning, attributes, what may stand inside.
import { code, table } from './table.mjs';

/** A table of all elements, each followed by its attributes; elements under one rule stand in one row. */
export function elementsOf(dialect) {
  const namesByRule = new Map();
  for (const [name, rule] of Object.entries(dialect.elements)) {
    namesByRule.set(rule, [...(namesByRule.get(rule) ?? []), name]);
  }
  const rows = [...namesByRule].flatMap(([rule, names]) => rowsOf(names, rule));
  return table(['Element, attribute', 'Meaning', 'Holds, takes'], rows);
}

function rowsOf(names, rule) {
  const element = [names.map((name) => `**\`<${name}>\`**`).join(' '), rule.doc, contentOf(rule.content)];
  const attributes = Object.entries(rule.attributes).map(([name, { type, required, doc }]) => [
    `&emsp;${code(name)}`,
    doc,
    `${takes(type)}${required ? '; **needed**' : ''}`,
  ]);
  return [element, ...attributes];
}

function contentOf({ blocks, inline, text }) {
  const names = (list) => list.map((name) => code(name)).join(' ');
  const inside = [text ? ['text', names(inline)].filter(Boolean).join(' ') : '', names(blocks)].filter(
    Boolean,
  );
  return inside.length === 0 ? 'nothing' : inside.join('; or ');
}

function takes(type) {
  switch (type.kind) {
    case 'whole':
      return `whole number from ${type.min} to ${type.max}`;
    case 'decimal':
      return `number from ${type.min}`;
    case 'choice':
      return type.of.map((value) => code(value)).join(', ');
    case 'language':
      return 'language tag';
    case 'address':
      return '`https:`, `http:` or `mailto:`';
    case 'goal':
      return '`https:`, `http:` or `mailto:`; in a pack also `#anchor`';
    default:
      return 'text';
  }
}
