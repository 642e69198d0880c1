// The keys of a YAML file, from the schema that reads it: name, meaning, what it takes, what it is when left out.
import { unwrap } from '../../src/workspace/schemas/keys.ts';
import { code, table } from './table.mjs';

/** A table of all keys of a schema, those inside others with a dotted name; `parties[]` is each item of a list. */
export function keysOf(schema) {
  return table(['Key', 'Meaning', 'Takes', 'Left out'], rowsOf(schema, ''));
}

function rowsOf(schema, prefix) {
  return Object.entries(schema.shape).flatMap(([key, field]) => {
    const { inner, required, fallback } = unwrap(field);
    const keyed = innerObject(inner);
    const leftOut = keyed?.isMap && isEmpty(fallback) ? '' : leftOutAs(required, fallback);
    const row = [code(prefix + key), field.description ?? '', keyed?.isMap ? '' : typeOf(inner), leftOut];
    return [
      row,
      ...(keyed === undefined ? [] : rowsOf(keyed.schema, `${prefix}${key}${keyed.isMap ? '.' : '[].'}`)),
    ];
  });
}

/** A map that is left out has the defaults of its keys, which say so themselves. */
function isEmpty(fallback) {
  return fallback === undefined || Object.keys(fallback).length === 0;
}

function leftOutAs(required, fallback) {
  if (fallback !== undefined) return defaultOf(fallback);
  return required ? '**needed**' : '';
}

/** The object whose keys are listed below a key: its value, or each item of its list. */
function innerObject(schema) {
  const { type } = schema.def;
  if (type === 'object') return { schema, isMap: true };
  if (type === 'union') return schema.def.options.map(innerObject).find((found) => found !== undefined);
  if (type !== 'array') return undefined;
  const item = unwrap(schema.element).inner;
  return item.def.type === 'object' ? { schema: item, isMap: false } : undefined;
}

function typeOf(schema) {
  const { type } = schema.def;
  switch (type) {
    case 'string':
      return schema.def.format === 'identifier' ? 'id' : withoutArticle(schema.def.error?.({}) ?? 'text');
    case 'number':
      return withoutArticle(schema.def.checks[0]._zod.def.error({}));
    case 'boolean':
      return '`true` or `false`';
    case 'literal':
      return schema.def.values.map((value) => code(value)).join(' or ');
    case 'enum':
      return Object.values(schema.def.entries)
        .map((value) => code(value))
        .join(', ');
    case 'union':
      return schema.def.options.map((option) => typeOf(unwrap(option).inner)).join(', or ');
    case 'array': {
      const item = unwrap(schema.element).inner;
      return item.def.type === 'object' ? 'list' : `list: ${typeOf(item)}`;
    }
    case 'record':
      return `${unwrap(schema.keyType).inner.def.format}: ${typeOf(schema.valueType)}`;
    default:
      throw new Error(`The reference cannot describe a ${type} yet.`);
  }
}

function withoutArticle(expected) {
  return expected.replace(/^an? (?:number of )?/, '').replace('text that is not blank', 'text');
}

function defaultOf(value) {
  if (Array.isArray(value) && value.length === 0) return 'none';
  if (typeof value === 'object')
    return Array.isArray(value) ? listOf(value) : Object.keys(value).length === 0 ? 'none' : familyOf(value);
  return code(value);
}

/** A list of words, or of things that are known by their id. */
function listOf(values) {
  return values.map((value) => code(value.id ?? value)).join(', ');
}

/** Two font files of one family: its name says enough. */
function familyOf({ regular }) {
  return code(regular.slice(regular.lastIndexOf('/') + 1).split('_')[0]);
}
