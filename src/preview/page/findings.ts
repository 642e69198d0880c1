import type { Told, ToldFinding } from '../told.ts';
import type { Choice } from './choice.ts';
import { byId, element } from './element.ts';

/** More than these nobody reads here: `annex check` prints them all. */
const most = 200;

/** Lists what was found: what touches the document that is looked at first, then the rest. */
export function listFindings({ findings, summary }: Told, choice: Choice | undefined): void {
  const open = findings.filter(({ weight }) => weight !== 'accepted');
  const here = open.filter((finding) => touches(finding, choice));
  const groups = [
    listGroup('Of this document', here, true),
    listGroup(
      'Of other documents',
      open.filter((finding) => !here.includes(finding)),
      here.length === 0,
    ),
    listGroup(
      'Accepted',
      findings.filter(({ weight }) => weight === 'accepted'),
      false,
    ),
  ];
  const fine = open.length === 0 ? [element('p', { class: 'fine' }, 'There is nothing to mend.')] : [];
  byId('found').replaceChildren(...fine, ...groups.flat());
  byId('summary').textContent = summary;
}

function touches({ product, language }: ToldFinding, choice: Choice | undefined): boolean {
  if (product !== undefined && product !== choice?.product) return false;
  return language === undefined || language === choice?.language;
}

/** A group that the reader has opened or shut stays so. */
function listGroup(name: string, findings: readonly ToldFinding[], open: boolean): HTMLElement[] {
  if (findings.length === 0) return [];
  const id = `group-${name.toLowerCase().replaceAll(' ', '-')}`;
  const before = document.getElementById(id) as HTMLDetailsElement | null;
  const more = findings.length - most;
  const group = element(
    'details',
    { id },
    element('summary', {}, `${name} `, element('span', { class: 'count' }, String(findings.length))),
    element('ol', {}, ...findings.slice(0, most).map(listFinding)),
    ...(more > 0 ? [element('p', { class: 'more' }, `And ${more} more: annex check prints them all.`)] : []),
  );
  group.open = before?.open ?? open;
  return [group];
}

function listFinding({ rule, weight, place, message, hints, excerpt }: ToldFinding): HTMLLIElement {
  const line =
    excerpt === undefined
      ? []
      : [
          element(
            'pre',
            {},
            element('code', {}, excerpt.before, element('mark', {}, excerpt.marked), excerpt.after),
          ),
        ];
  return element(
    'li',
    { class: weight },
    element(
      'p',
      { class: 'weight' },
      element('strong', {}, weight),
      ' ',
      element('span', { class: 'rule' }, rule),
    ),
    element('p', { class: 'message' }, message),
    element('p', { class: 'place' }, place),
    ...line,
    ...hints.map((hint) => element('p', { class: 'hint' }, hint)),
  );
}
