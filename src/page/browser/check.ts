import type { ToldProduct } from '../told.ts';
import { addressOf } from './address.ts';
import { listChanges, loadChanges } from './changes.ts';
import { canDigest, digest } from './digest.ts';
import { element } from './element.ts';
import { judgeFile, type Published, type Verdict } from './genuine.ts';
import { saySuperseded } from './row.ts';
import { keyOf } from './state.ts';
import { catalogue } from './told.ts';
import { nameOf, nameOfFormat, nameOfLanguage, say, sayEdition } from './words.ts';

/** A file that somebody checked last, so that the answer can be said again in another language. */
type Checked = { readonly name: string; readonly sha256: string; readonly verdict: Verdict };

/** The part of the page that tells whether a file is genuine. The file is read here and sent nowhere. */
export class Check {
  readonly box = element('section', { class: 'check', id: 'check', 'aria-labelledby': 'check-title' });
  private readonly answer = element('div', { class: 'answer', role: 'status' });
  private last: Checked | undefined;

  constructor() {
    // A file may be dropped anywhere: a browser would open it in place of the page.
    document.addEventListener('dragover', (event) => this.invite(event));
    document.addEventListener('dragleave', () => this.box.classList.remove('over'));
    document.addEventListener('drop', (event) => this.take(event));
  }

  /** Writes the part in the language of the page. */
  show(): void {
    const input = element('input', {
      type: 'file',
      id: 'check-file',
      class: 'unseen',
      accept: '.pdf,.xlsx,.html,.md',
    });
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void this.read(file);
    });
    this.box.replaceChildren(
      element('h2', { id: 'check-title' }, say('page-check')),
      element('p', {}, say('page-check-about')),
      ...(canDigest()
        ? [input, element('label', { class: 'button', for: 'check-file' }, say('page-check-choose'))]
        : [element('p', { class: 'notice' }, say('page-needs-secure'))]),
      this.answer,
    );
    void this.tell();
  }

  private invite(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.box.classList.add('over');
  }

  private take(event: DragEvent): void {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    this.box.classList.remove('over');
    this.box.scrollIntoView({ block: 'nearest' });
    if (canDigest()) void this.read(file);
  }

  private async read(file: File): Promise<void> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sha256 = await digest(bytes);
    this.last = { name: file.name, sha256, verdict: await judgeFile(file.name, bytes, sha256) };
    await this.tell();
  }

  private async tell(): Promise<void> {
    if (this.last === undefined) return this.answer.replaceChildren();
    const { name, sha256, verdict } = this.last;
    this.answer.className = `answer ${verdict.kind}`;
    this.answer.replaceChildren(
      element('p', { class: 'verdict' }, `${say(`page-check-${verdict.kind}`)}`),
      element('p', { class: 'file' }, name),
      ...(await explain(verdict)),
      element('p', { class: 'sum' }, 'SHA-256 ', element('code', {}, sha256)),
    );
  }
}

async function explain(verdict: Verdict): Promise<HTMLElement[]> {
  switch (verdict.kind) {
    case 'genuine':
      return [describe(verdict), ...(await tellStanding(verdict))];
    case 'earlier':
      return tellEarlier(verdict);
    case 'altered':
      return [
        element('p', {}, say(`page-check-same-${verdict.by}`)),
        describe(verdict),
        linkToNewest(verdict),
      ];
    case 'unknown':
      return [element('p', {}, say('page-check-why'))];
  }
}

function describe({ product, edition, file: [, language, format] }: Published): HTMLElement {
  const label = say('edition-label', { edition: edition.edition });
  return element(
    'p',
    {},
    [nameOf(product), label, nameOfLanguage(language), nameOfFormat(format)].join(', '),
  );
}

/** Whether the edition is in force, what came after it, and what changed since. */
async function tellStanding(found: Published): Promise<HTMLElement[]> {
  const { edition } = found;
  if (edition.draft) return [element('p', {}, say('draft-notice'))];
  const since = edition.date === undefined ? '' : sayEdition().effect(edition.date);
  if (edition.superseded === undefined) return [element('p', {}, `${since}. ${say('page-check-current')}`)];
  return [
    element('p', {}, `${since}. ${saySuperseded(edition.superseded)}.`),
    linkToNewest(found),
    ...(await tellChanges(found)),
  ];
}

/** What was listed before, by the names of today; its product may be listed no more either. */
function tellEarlier(verdict: Verdict & { readonly kind: 'earlier' }): HTMLElement[] {
  const { edition, language, format } = verdict;
  const product = catalogue.products.find(({ id }) => id === verdict.product);
  const name = product ? nameOf(product) : verdict.product;
  const label = say('edition-label', { edition });
  const facts = [name, label, nameOfLanguage(language), nameOfFormat(format)];
  return [element('p', {}, facts.join(', ')), ...(product ? [linkTo(product, language)] : [])];
}

function linkToNewest({ product, file: [, language] }: Published): HTMLElement {
  return linkTo(product, language);
}

/** Leads to the newest released edition of a product in a language. */
function linkTo(product: ToldProduct, language: string): HTMLElement {
  const newest = product.editions.find(({ draft }) => !draft) ?? product.editions[0]!;
  const name = `${nameOf(product)}, ${say('edition-label', { edition: newest.edition })}`;
  return element('p', {}, element('a', { href: addressOf(product, newest, language) }, name));
}

async function tellChanges({ product, edition }: Published): Promise<HTMLElement[]> {
  const told = await loadChanges(product);
  const later = product.editions.slice(0, product.editions.indexOf(edition)).filter(({ draft }) => !draft);
  const steps = later.toReversed().flatMap((step) => {
    const list = told?.editions[keyOf(step)];
    return [
      element('h4', {}, say('edition-label', { edition: step.edition })),
      told && list ? listChanges(told, list, product) : element('p', {}, sayEdition().changes(step.changes)),
    ];
  });
  return [element('h3', {}, say('page-check-since')), ...steps];
}
