import type { LocatedDiagnostic } from '../located.ts';

/** Findings by the file they stand in, in the order in which they come. */
export function byFile(findings: readonly LocatedDiagnostic[]): Map<string, LocatedDiagnostic[]> {
  const files = new Map<string, LocatedDiagnostic[]>();
  for (const finding of findings) {
    const { file } = finding.place;
    const own = files.get(file);
    if (own === undefined) files.set(file, [finding]);
    else own.push(finding);
  }
  return files;
}
