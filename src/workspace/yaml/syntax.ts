import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  Parser,
  visit,
  type YAMLError,
  YAMLParseError,
} from 'yaml';
import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { TextPlace } from '../../diagnostics/place.ts';
import type { SourceFile } from '../workspace.ts';
import { decodeYaml } from './decode.ts';
import { type Explanation, explainFault, isOpenQuote, refusals } from './faults.ts';
import { findDeepNesting } from './nesting.ts';
import { isQuoted } from './nodes.ts';
import { placeAt, placeOfCharacter, type YamlSource } from './source.ts';

/**
 * Reads one YAML document. Anchors, aliases, tags and merge keys are refused: a configuration says what it means,
 * and a few lines of aliases can unfold into gigabytes.
 */
export function parseYaml(file: SourceFile): Checked<YamlSource> {
  const decoded = decodeYaml(file);
  if (decoded.value === undefined) return failed(...decoded.diagnostics);
  const text = decoded.value;
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const deep = findDeepNesting(tokens);
  if (deep !== undefined) return failed(report(placeOfCharacter(file.path, text, deep), refusals.depth));
  const document = composeDocument(tokens, text.length);
  const source = { file: file.path, text, lines, root: document.contents };
  const faults = reportFaults(source, document);
  const refused = faults.length > 0 ? faults : reportRefusals(source, document);
  return refused.length > 0 ? failed(...refused) : checked(source);
}

/** The document of a file, as the library's `parseDocument` makes it, which would take the text apart into tokens again. */
function composeDocument(tokens: readonly CST.Token[], length: number): Document.Parsed {
  const composer = new Composer({
    schema: 'failsafe',
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'error',
  });
  const [document, second] = composer.compose(tokens, true, length);
  if (second !== undefined) {
    const [start, end] = second.range;
    document!.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'More than one document.'));
  }
  return document!;
}

/** One finding a line: what a parser says next of the same line is seldom true. */
function reportFaults(source: YamlSource, document: Document.Parsed): Diagnostic[] {
  const seen = new Set<number>();
  return [...document.errors, ...document.warnings].flatMap((fault) => {
    const start = isOpenQuote(fault) ? findOpenQuote(document, fault) : fault.pos[0];
    const place = placeAt(source, start, Math.max(start + 1, fault.pos[1]));
    if (seen.has(place.line)) return [];
    seen.add(place.line);
    return [report(place, explainFault(fault, source.text.slice(start)))];
  });
}

/** Where the text begins whose closing quote the parser missed at its end. */
function findOpenQuote(document: Document.Parsed, fault: YAMLError): number {
  let start = fault.pos[0];
  visit(document, (_, node) => {
    if (isQuoted(node) && node.range![0] < fault.pos[0] && node.range![1] >= fault.pos[0])
      start = node.range![0];
  });
  return start;
}

function reportRefusals(source: YamlSource, document: Document.Parsed): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, (key, node) => {
    if (!isNode(node)) return;
    const refusal = refusalOf(key === 'key', node);
    if (refusal !== undefined)
      found.push(report(placeAt(source, node.range![0], source.text.length), refusal));
  });
  return found;
}

function refusalOf(isKey: boolean, node: Node): Explanation | undefined {
  const isMergeKey = isKey && isScalar(node) && node.value === '<<';
  if (isAlias(node) || isMergeKey || ('anchor' in node && node.anchor)) return refusals.indirection;
  return node.tag === undefined ? undefined : refusals.tag;
}

function report(place: TextPlace, { rule = 'yaml-syntax', message, hint }: Explanation): Diagnostic {
  return error(rule, place, message, { hints: [hint] });
}
