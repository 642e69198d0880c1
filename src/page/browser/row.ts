import type { ToldEdition, ToldFile, ToldProduct } from '../told.ts';
import { addressOf } from './address.ts';
import { writeDetails } from './details.ts';
import { button, element, unseen } from './element.ts';
import { showPreview } from './preview.ts';
import { sign, standingOf, standingWords } from './signs.ts';
import { filesOf, pathOf, shownEdition, state } from './state.ts';
import { catalogue } from './told.ts';
import { nameOf, nameOfFormat, nameOfLanguage, pair, say, sayEdition, sayText } from './words.ts';

/** What a row asks of the page. */
export type Asked = {
  readonly language: (tag: string) => void;
  readonly edition: (product: ToldProduct, at: number) => void;
  readonly pack: (product: ToldProduct, isIn: boolean) => void;
};

/** A product on one line: what it is, its edition, its languages, its files; behind it what changed. */
export function writeRow(product: ToldProduct, asked: Asked): HTMLLIElement {
  const edition = shownEdition(product);
  return element(
    'li',
    { class: 'row', id: `row-${product.key}` },
    writeWhat(product, edition),
    writeEdition(product, edition, asked),
    writeLanguages(product, edition, asked),
    writeFiles(product, edition, asked),
    writeDetails(product, edition),
  );
}

function writeWhat(product: ToldProduct, edition: ToldEdition): HTMLElement {
  const { summary, language } = product;
  const link = element(
    'a',
    { href: addressOf(product, edition, state.language), id: `product-${product.key}` },
    nameOf(product),
  );
  return element(
    'div',
    { class: 'what' },
    element('h2', {}, link),
    ...(summary ? [element('p', { class: 'summary' }, sayText(summary, language))] : []),
  );
}

function writeEdition(product: ToldProduct, edition: ToldEdition, asked: Asked): HTMLElement {
  const { date, activities, superseded, draft } = edition;
  const facts = [
    ...(date === undefined ? [] : [sayEdition().effect(date)]),
    ...(activities === undefined ? [] : [pair(say('fact-activities'), String(activities))]),
  ];
  const isKept = filesOf(edition).some((file) => file[5] === 'kept');
  return element(
    'div',
    { class: 'edition' },
    element(
      'p',
      { class: 'name' },
      ...(product.editions.length > 1
        ? writeEditions(product, edition, asked)
        : [`${say('fact-edition')} `, element('strong', {}, edition.edition)]),
      ...(draft ? [' ', element('span', { class: 'mark' }, say('draft-mark'))] : []),
    ),
    ...facts.map((fact) => element('p', {}, fact)),
    ...(superseded ? [element('p', { class: 'past' }, saySuperseded(superseded))] : []),
    ...(isKept ? [element('p', { class: 'past' }, say('page-kept'))] : []),
  );
}

export function saySuperseded([edition, date]: NonNullable<ToldEdition['superseded']>): string {
  return say('page-superseded', { edition, date: sayEdition().date(date) });
}

function writeEditions(product: ToldProduct, shown: ToldEdition, asked: Asked): (Node | string)[] {
  const id = `edition-${product.key}`;
  const options = product.editions.map((edition, at) => {
    const name = edition.draft ? `${edition.edition} (${say('draft-mark')})` : edition.edition;
    return element('option', { value: String(at), selected: edition === shown ? '' : undefined }, name);
  });
  const select = element('select', { id }, ...options);
  select.addEventListener('change', () => asked.edition(product, Number(select.value)));
  const label = element('label', { for: id }, say('fact-edition'), unseen(` ${nameOf(product)}`));
  return [label, ' ', select];
}

function writeLanguages(product: ToldProduct, edition: ToldEdition, asked: Asked): HTMLElement {
  const cells = catalogue.languages.map((tag) => {
    const standing = standingOf(edition, tag);
    const cell = element(
      'button',
      {
        type: 'button',
        id: `language-${product.key}-${tag}`,
        'aria-pressed': String(tag === state.language),
      },
      element('span', { class: 'code', 'aria-hidden': 'true' }, tag),
      sign(standing),
      unseen(pair(nameOfLanguage(tag), say(standingWords[standing]))),
    );
    cell.title = pair(nameOfLanguage(tag), say(standingWords[standing]));
    cell.addEventListener('click', () => asked.language(tag));
    return element('li', { class: standing }, cell);
  });
  return element(
    'ul',
    { class: 'languages', 'aria-label': `${say('fact-language')}, ${nameOf(product)}` },
    ...cells,
  );
}

function writeFiles(product: ToldProduct, edition: ToldEdition, asked: Asked): HTMLElement {
  const files = filesOf(edition);
  const page = files.find(([, , format]) => format === 'html');
  return element(
    'div',
    { class: 'files' },
    ...(files.length === 0 ? [element('p', { class: 'absent' }, say('page-absent'))] : []),
    ...files.filter((file) => file !== page).map((file) => writeLink(product, edition, file)),
    ...(page ? [writePreview(product, edition, page)] : []),
    ...(files.length === 0 && !state.pack.has(product.key) ? [] : [writePack(product, asked)]),
  );
}

function writeLink(product: ToldProduct, edition: ToldEdition, file: ToldFile): HTMLElement {
  const format = nameOfFormat(file[2]);
  const label = pair(format, `${nameOf(product)}, ${edition.edition}, ${nameOfLanguage(file[1])}`);
  return element(
    'a',
    {
      class: 'button',
      href: pathOf(edition, file),
      download: '',
      'aria-label': label,
    },
    format,
  );
}

function writePreview(product: ToldProduct, edition: ToldEdition, file: ToldFile): HTMLElement {
  const name = `${nameOf(product)}, ${edition.edition}, ${nameOfLanguage(file[1])}`;
  return button({ class: 'button', 'aria-label': pair(say('page-preview'), name) }, say('page-preview'), () =>
    showPreview(pathOf(edition, file), name),
  );
}

function writePack(product: ToldProduct, asked: Asked): HTMLElement {
  const box = element('input', { type: 'checkbox', id: `pack-${product.key}` });
  box.checked = state.pack.has(product.key);
  box.addEventListener('change', () => asked.pack(product, box.checked));
  return element('label', { class: 'tick' }, box, say('page-pack'), unseen(` ${nameOf(product)}`));
}
