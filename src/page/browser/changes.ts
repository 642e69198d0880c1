import type { ToldChange, ToldChanges, ToldMove, ToldProduct } from '../told.ts';
import { element } from './element.ts';
import { say, sayText } from './words.ts';

const loading = new Map<string, Promise<void>>();

/** What changed from edition to edition of a product, loaded once; as a script, since a page in a folder may fetch nothing. */
export async function loadChanges({ id, changes }: ToldProduct): Promise<ToldChanges | undefined> {
  if (changes === undefined) return undefined;
  const loaded = loading.get(id) ?? loadScript(changes);
  loading.set(id, loaded);
  await loaded;
  return globalThis.changes?.[id];
}

function loadScript(path: string): Promise<void> {
  return new Promise((resolve) => {
    const script = element('script', { src: path });
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => resolve());
    document.head.append(script);
  });
}

/** The clauses that differ, each with what differs in words. */
export function listChanges(
  told: ToldChanges,
  list: readonly ToldChange[],
  { language }: ToldProduct,
): HTMLElement {
  const items = list.map((change) => {
    const { clause, kind, text, moves = [], before } = change;
    const facts = [
      ...(kind === 'moved'
        ? moves.map((move) => sayMove(told, move, language))
        : [`${say(`kind-${kind}`)}.`]),
    ];
    return element(
      'li',
      {},
      element('strong', {}, clause),
      element(
        'div',
        { class: kind },
        element('p', {}, sayText(text, language)),
        element('p', { class: 'before' }, facts.join(' ')),
        ...(before
          ? [element('p', { class: 'before', lang: language }, `${say('change-earlier')} ${before}`)]
          : []),
      ),
    );
  });
  return element('ol', { class: 'changes' }, ...items);
}

/** `Accountable: Customer before, Provider now.` */
function sayMove(
  { codes, parties }: ToldChanges,
  { code, before, now }: ToldMove,
  prevailing?: string,
): string {
  const name = (party: string) => sayText(parties[party] ?? {}, prevailing) || party;
  const said = (list: readonly string[]) => list.map(name).join(', ') || say('page-nobody');
  const label = sayText(codes[code] ?? {}, prevailing) || code;
  return say('page-moved', { code: label, earlier: said(before), later: said(now) });
}
