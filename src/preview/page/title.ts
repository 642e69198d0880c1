import type { ToldProduct } from '../told.ts';
import { addressOf, type Choice, documentAt, views } from './choice.ts';
import { byId, element } from './element.ts';
import { nameOfLanguage } from './languages.ts';

/** Says what is looked at, in which ways it can be, and where its files are. */
export function writeTitle(product: ToldProduct | undefined, choice: Choice | undefined): void {
  if (product === undefined || choice === undefined) {
    writeNothing();
    return;
  }
  const language = nameOfLanguage(choice.language);
  byId('name').textContent = product.name;
  byId('facts').textContent = `${language} · edition ${product.edition}${product.draft ? ' · draft' : ''}`;
  document.title = `${product.name}, ${language} · Preview`;
  const links = views.map((view) =>
    element(
      'a',
      {
        href: addressOf({ ...choice, view }),
        'aria-current': view === choice.view ? 'page' : undefined,
        'data-choice': '',
      },
      view.name,
    ),
  );
  const files = [
    element('a', { href: documentAt(choice, 'pdf'), target: '_blank' }, 'PDF file'),
    element('a', { href: documentAt(choice, 'xlsx'), download: '' }, 'Excel file'),
  ];
  byId('views').replaceChildren(
    ...links.map((link) => element('li', {}, link)),
    ...files.map((link) => element('li', { class: 'file' }, link)),
  );
}

function writeNothing(): void {
  byId('name').textContent = 'Preview';
  byId('facts').textContent = 'No product of this workspace can be read yet.';
  document.title = 'Preview';
  byId('views').replaceChildren();
}
