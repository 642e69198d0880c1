import { excerptOf } from '../diagnostics/excerpt.ts';
import { type LocatedDiagnostic, printPlace } from '../diagnostics/located.ts';
import { printSummary, summarize } from '../diagnostics/summary.ts';
import type { Told, ToldFinding } from './told.ts';

type News = Pick<Told, 'revision' | 'workspace' | 'products' | 'fault'> & {
  readonly findings: readonly LocatedDiagnostic[];
};

const order = ['error', 'warning', 'note', 'accepted'] as const;

/** What the page is told: what weighs most comes first, and stands as it does in its files beyond that. */
export function tell({ findings, ...news }: News): Told {
  const told = findings.map(tellFinding);
  return {
    ...news,
    findings: order.flatMap((weight) => told.filter((finding) => finding.weight === weight)),
    summary: printSummary(summarize(findings)),
  };
}

function tellFinding(finding: LocatedDiagnostic): ToldFinding {
  const { rule, severity, accepted, place, message, hints, also, scope } = finding;
  const product = productOf(finding);
  const excerpt = excerptOf(finding);
  return {
    rule,
    weight: accepted === undefined ? severity : 'accepted',
    place: printPlace(place),
    message,
    hints: [
      ...hints,
      ...(also === undefined ? [] : [`See also ${printPlace(also)}`]),
      ...(accepted === undefined ? [] : [`Accepted: ${accepted}`]),
    ],
    ...(excerpt !== undefined && { excerpt }),
    ...(product !== undefined && { product }),
    ...(scope?.language !== undefined && { language: scope.language }),
  };
}

/**
 * The product that a finding is of: the one that it names, or in whose folder it stands. An error that names none stands
 * in the way of every product, wherever it stands.
 */
function productOf({ scope, severity, place }: LocatedDiagnostic): string | undefined {
  if (scope?.product !== undefined || severity === 'error') return scope?.product;
  return /^data\/products\/([^/]+)\//.exec(place.file)?.[1];
}
