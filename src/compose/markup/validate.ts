import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { readAt } from './at.ts';
import type { AttributeType, Dialect, ElementRule } from './dialect.ts';
import type { Element } from './element.ts';

/** Holds parsed markup against its dialect: every unknown element, attribute, class and wrong nesting, all of them. */
export function validateMarkup(root: Element, dialect: Dialect): Diagnostic[] {
  if (root.name !== dialect.root) {
    return [
      fault(
        'markup-element',
        root,
        `The ${dialect.name} has to stand in <${dialect.root}>, found <${root.name}>.`,
        [],
      ),
    ];
  }
  const found: Diagnostic[] = [];
  validateElement(root, dialect, found);
  return found;
}

/** Adds what is wrong with an element, and with all that is in it, to what was found. */
function validateElement(element: Element, dialect: Dialect, found: Diagnostic[]): void {
  const rule = ruleOf(element.name, dialect)!;
  validateAttributes(element, rule, found);
  validateContent(element, rule, dialect, found);
  inspectStructure(element, rule, found);
}

function inspectStructure(element: Element, rule: ElementRule, found: Diagnostic[]): void {
  for (const { element: at, message, hint } of rule.inspect?.(element) ?? [])
    found.push(fault('markup-structure', at, message, hint ? [hint] : []));
}

function ruleOf(name: string, dialect: Dialect): ElementRule | undefined {
  return Object.hasOwn(dialect.elements, name) ? dialect.elements[name] : undefined;
}

function validateAttributes(element: Element, rule: ElementRule, found: Diagnostic[]): void {
  // Most elements have none.
  if (element.attributes.size > 0) validateGiven(element, rule, found);
  for (const name of requiredBy(rule)) {
    if (element.attributes.has(name)) continue;
    const message = `<${element.name}> lacks its attribute '${name}'.`;
    found.push(fault('markup-attribute', element, message, [`${name}: ${rule.attributes[name]!.doc}`]));
  }
}

function validateGiven(element: Element, rule: ElementRule, found: Diagnostic[]): void {
  for (const [name, value] of element.attributes) {
    const attribute = Object.hasOwn(rule.attributes, name) ? rule.attributes[name] : undefined;
    if (!attribute) found.push(unknownAttribute(element, name, rule));
    else if (!fits(value, attribute.type)) found.push(wrongValue(element, name, value, attribute.type));
  }
}

const required = new WeakMap<ElementRule, readonly string[]>();

/** Few elements need an attribute, and there are thousands of others. */
function requiredBy(rule: ElementRule): readonly string[] {
  const known = required.get(rule);
  if (known !== undefined) return known;
  const names = Object.keys(rule.attributes).filter((name) => rule.attributes[name]!.required);
  required.set(rule, names);
  return names;
}

function unknownAttribute(element: Element, name: string, rule: ElementRule): Diagnostic {
  const hints = didYouMean(name, Object.keys(rule.attributes));
  return fault('markup-attribute', element, `<${element.name}> has no attribute '${name}'.`, hints);
}

function wrongValue(element: Element, name: string, value: string, type: AttributeType): Diagnostic {
  const ruleId = name === 'class' ? 'markup-class' : 'markup-attribute';
  const hints = type.kind === 'choice' ? didYouMean(value, type.of) : [];
  const message = `<${element.name} ${name}="${value}">: expected ${describeType(type)}.`;
  return fault(ruleId, element, message, hints);
}

function fits(value: string, type: AttributeType): boolean {
  switch (type.kind) {
    case 'text':
      return true;
    case 'whole':
      return /^-?\d+$/.test(value) && Number(value) >= type.min && Number(value) <= type.max;
    case 'decimal':
      return /^\d+(\.\d+)?$/.test(value) && Number(value) >= type.min;
    case 'choice':
      return type.of.includes(value);
    case 'language':
      return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value);
    case 'address':
      return isAddress(value);
    case 'goal':
      return isAddress(value) || /^#\S+$/.test(value);
  }
}

function isAddress(value: string): boolean {
  return /^(https?:\/\/|mailto:)\S/.test(value);
}

function describeType(type: AttributeType): string {
  switch (type.kind) {
    case 'text':
      return 'a text';
    case 'whole':
      return `a whole number from ${type.min} to ${type.max}`;
    case 'decimal':
      return `a number not below ${type.min}`;
    case 'choice':
      return `one of ${type.of.join(', ')}`;
    case 'language':
      return "a language tag such as 'fr'";
    case 'address':
      return 'an address that starts with https://, http:// or mailto:';
    case 'goal':
      return 'an address that starts with https://, http:// or mailto:, or #anchor for an annex of a pack';
  }
}

function validateContent(element: Element, rule: ElementRule, dialect: Dialect, found: Diagnostic[]): void {
  const { blocks, inline, text } = rule.content;
  const hasText = element.children.some((child) => child.kind === 'text' && /[^ \t\r\n]/.test(child.text));
  if (hasText && !text)
    found.push(fault('markup-text', element, `<${element.name}> may not hold text of its own.`, []));
  let hasBlock = false;
  let hasInline = hasText;
  for (const child of element.children) {
    if (child.kind === 'text') continue;
    if (blocks.includes(child.name)) hasBlock = true;
    else if (inline.includes(child.name)) hasInline = true;
    else {
      found.push(misplaced(child, element, [...blocks, ...inline], dialect));
      if (ruleOf(child.name, dialect) === undefined) continue;
    }
    validateElement(child, dialect, found);
  }
  if (hasBlock && hasInline && text) found.push(mixed(element, blocks));
}

function misplaced(
  child: Element,
  parent: Element,
  allowed: readonly string[],
  dialect: Dialect,
): Diagnostic {
  const known = Object.keys(dialect.elements);
  if (!known.includes(child.name)) {
    const message = `<${child.name}> is no element of the ${dialect.name}.`;
    return fault('markup-element', child, message, didYouMean(child.name, known));
  }
  const hint =
    allowed.length > 0
      ? `<${parent.name}> may hold: ${allowed.join(', ')}.`
      : `<${parent.name}> holds nothing.`;
  return fault('markup-nesting', child, `<${child.name}> may not stand in <${parent.name}>.`, [hint]);
}

function mixed(element: Element, blocks: readonly string[]): Diagnostic {
  const message = `<${element.name}> mixes text with blocks (${blocks.join(', ')}).`;
  return fault('markup-nesting', element, message, ['Put the text into a <p>.']);
}

function fault(rule: string, element: Element, message: string, hints: readonly string[]): Diagnostic {
  return error(rule, readAt(element.at), message, { hints });
}
