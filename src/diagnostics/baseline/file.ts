import type { Baseline, BaselineEntry } from './baseline.ts';

/** `{format: 1, findings: [{fingerprint, rule, file, message, count}]}`: an entry a line, for version control. */
export function printBaseline(baseline: Baseline): string {
  const lines = baseline.map((entry) => `    ${JSON.stringify(entry)}`);
  return `{\n  "format": 1,\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

/** Reads what `printBaseline` wrote; undefined where the text is something else. */
export function readBaseline(text: string): Baseline | undefined {
  const found = parseJson(text);
  if (!isObject(found) || found.format !== 1 || !Array.isArray(found.findings)) return undefined;
  return found.findings.every(isEntry) ? found.findings : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isObject(value)) return false;
  const { fingerprint, rule, file, message, count } = value;
  const texts = [fingerprint, rule, file, message];
  return texts.every((text) => typeof text === 'string') && Number.isSafeInteger(count) && Number(count) > 0;
}
