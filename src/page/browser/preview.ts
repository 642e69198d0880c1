import { button, element } from './element.ts';
import { say } from './words.ts';

/** Shows a web page of an annex over this one. It can run nothing, and Escape closes it. */
export function showPreview(path: string, name: string): void {
  const dialog = element(
    'dialog',
    { class: 'preview', 'aria-label': name },
    element(
      'div',
      { class: 'bar' },
      element('p', {}, element('a', { href: path }, name)),
      button({ class: 'button' }, say('page-close'), () => dialog.close()),
    ),
    element('iframe', { src: path, title: name, sandbox: '' }),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
