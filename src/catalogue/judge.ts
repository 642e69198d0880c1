import { type Diagnostic, warning } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Acceptance, Catalogue, Judgement } from './model.ts';
import { rules } from './rules/rules.ts';

/**
 * Takes findings as the workspace and its products want them taken: severities changed, rules turned off, findings
 * accepted with a reason. Only rules can be judged; a file that cannot be read stays an error. An acceptance that
 * meets no finding is a finding itself: what it accepted was mended, or it was misspelt.
 */
export function judge(diagnostics: readonly Diagnostic[], catalogue: Catalogue): Diagnostic[] {
  const acceptances = [
    catalogue.judgement,
    ...catalogue.products.map((product) => product.judgement),
  ].flatMap((judgement) => judgement.accept);
  const byRule = groupByRule(acceptances);
  const products = new Map(catalogue.products.map((product) => [product.id, product.judgement]));
  const met = new Set<Acceptance>();
  const judged: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const own = products.get(diagnostic.scope?.product ?? '');
    const severity = severityOf(diagnostic, own, catalogue.judgement);
    if (severity === 'off') continue;
    const acceptance = byRule.get(diagnostic.rule)?.find((entry) => accepts(entry, diagnostic));
    if (acceptance !== undefined) met.add(acceptance);
    judged.push({ ...diagnostic, severity, ...(acceptance && { accepted: acceptance.reason }) });
  }
  return [...judged, ...misjudged(catalogue, acceptances, met)];
}

function groupByRule(acceptances: readonly Acceptance[]): Map<string, Acceptance[]> {
  const byRule = new Map<string, Acceptance[]>();
  for (const entry of acceptances) {
    const own = byRule.get(entry.rule);
    if (own === undefined) byRule.set(entry.rule, [entry]);
    else own.push(entry);
  }
  return byRule;
}

/** The product's own word, else the workspace's, else what the rule weighs by itself. */
function severityOf(
  { rule, severity }: Diagnostic,
  ...levels: readonly (Judgement | undefined)[]
): Diagnostic['severity'] | 'off' {
  const known = weights.get(rule);
  if (known === undefined) return severity;
  return levels.find((level) => level?.rules[rule] !== undefined)?.rules[rule] ?? known;
}

function accepts(entry: Acceptance, diagnostic: Diagnostic): boolean {
  if (entry.rule !== diagnostic.rule || !ruleIds.has(entry.rule)) return false;
  if (entry.product !== undefined && entry.product !== diagnostic.scope?.product) return false;
  return entry.row === undefined || entry.row === diagnostic.scope?.row;
}

const weights = new Map(rules.map((rule) => [rule.id, rule.severity]));
const ruleIds = new Set(weights.keys());

function misjudged(
  catalogue: Catalogue,
  acceptances: readonly Acceptance[],
  met: ReadonlySet<Acceptance>,
): Diagnostic[] {
  const unknownRules = [
    catalogue.judgement,
    ...catalogue.products.map((product) => product.judgement),
  ].flatMap((judgement) => Object.keys(judgement.rules).filter((id) => !ruleIds.has(id)));
  return [
    ...[...new Set(unknownRules)].map((id) =>
      warning(
        'rule-unknown',
        { file: 'annex.yaml' },
        `There is no rule '${id}' whose severity could be changed.`,
        {
          hints: didYouMean(id, ruleIds),
        },
      ),
    ),
    ...acceptances
      .filter((entry) => !met.has(entry))
      .map((entry) =>
        ruleIds.has(entry.rule)
          ? warning('accept-unused', entry.place, `Nothing to accept here for rule '${entry.rule}'.`, {
              hints: ['The fault was mended, or the row is named wrongly: correct the entry or remove it.'],
            })
          : warning(
              'rule-unknown',
              entry.place,
              `There is no rule '${entry.rule}' whose findings could be accepted.`,
              {
                hints: didYouMean(entry.rule, ruleIds),
              },
            ),
      ),
  ];
}
