import type { Edition } from './edition.ts';

/**
 * The edition as JSON for people and for version control: what holds no list and no further object stands on one
 * line, so that a text in a language, or the codes of a party, is one line of a comparison. The same edition gives
 * the same text; members keep the order of edition.ts.
 */
export function writeEdition(edition: Edition): string {
  return `${print(edition, '')}\n`;
}

function print(value: unknown, indent: string): string {
  if (isFlat(value)) return printFlat(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + print(item, inner)).join(',\n')}\n${indent}]`;
  }
  const lines = membersOf(value).map(
    ([name, member]) => `${inner}${JSON.stringify(name)}: ${print(member, inner)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function printFlat(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(printFlat).join(', ')}]`;
  let members = '';
  for (const [name, member] of membersOf(value)) {
    members += `${members === '' ? '' : ', '}${JSON.stringify(name)}: ${printFlat(member)}`;
  }
  return members === '' ? '{}' : `{ ${members} }`;
}

function isFlat(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  for (const name in value) if (typeof (value as Record<string, unknown>)[name] === 'object') return false;
  return true;
}

function membersOf(value: unknown): [string, unknown][] {
  return Object.entries(value as object).filter(([, member]) => member !== undefined);
}
