import { element } from './element.ts';
import { states } from './find.ts';
import { state } from './state.ts';
import { catalogue } from './told.ts';
import { nameOfLanguage, say } from './words.ts';

/** What the controls ask of the page. */
export type Changed = {
  /** Something else is looked for. */
  readonly search: () => void;
  /** Documents are wanted in another language. */
  readonly language: (tag: string) => void;
};

/** Search, language of the documents, state and, where there are several, brand. */
export function writeControls(changed: Changed): HTMLElement {
  const search = element('input', { type: 'search', id: 'search', autocomplete: 'off', spellcheck: 'false' });
  search.placeholder = say('page-search-hint');
  search.value = state.query;
  search.addEventListener('input', () => {
    state.query = search.value;
    changed.search();
  });
  const languages = catalogue.languages.map((tag) => [tag, nameOfLanguage(tag)] as const);
  const standings = Object.entries(states).map(([id, word]) => [id, say(word)] as const);
  const brands = new Map(catalogue.products.map(({ brand, brandName }) => [brand, brandName ?? brand]));
  const choose = (which: 'standing' | 'brand') => (value: string) => {
    state[which] = value;
    changed.search();
  };
  return element(
    'search',
    { class: 'controls' },
    writeField('search', 'page-search', search),
    writeChoice('language', 'page-language', languages, state.language, changed.language),
    writeChoice(
      'state',
      'page-state',
      [['', say('page-any')], ...standings],
      state.standing,
      choose('standing'),
    ),
    ...(brands.size > 1
      ? [writeChoice('brand', 'page-brand', [['', say('page-any')], ...brands], state.brand, choose('brand'))]
      : []),
  );
}

/** The language of the page itself, by what each calls itself. */
export function writePageLanguage(choose: (tag: string) => void): HTMLElement {
  const languages = Object.keys(catalogue.words).map((tag) => [tag, nameOfLanguage(tag)] as const);
  return writeChoice('page-language', 'page-ui', languages, state.ui, choose);
}

function writeChoice(
  id: string,
  word: string,
  options: readonly (readonly [value: string, name: string])[],
  chosen: string,
  choose: (value: string) => void,
): HTMLElement {
  const select = element(
    'select',
    { id },
    ...options.map(([value, name]) => element('option', { value }, name)),
  );
  select.value = chosen;
  select.addEventListener('change', () => choose(select.value));
  return writeField(id, word, select);
}

function writeField(id: string, word: string, field: HTMLElement): HTMLElement {
  return element('div', { class: `field ${id}` }, element('label', { for: id }, say(word)), field);
}
