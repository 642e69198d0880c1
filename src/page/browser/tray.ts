import type { ToldProduct } from '../told.ts';
import { contractLine } from './contract-line.ts';
import { canDigest } from './digest.ts';
import { button, element, keepFocus } from './element.ts';
import { makePack, mostBytes, PackRefused, wantedFiles } from './pack.ts';
import { saySuperseded } from './row.ts';
import { filesOf, packed, shownEdition, state } from './state.ts';
import { catalogue } from './told.ts';
import { nameOf, nameOfFormat, nameOfLanguage, pair, say, saySize } from './words.ts';

/** Wide enough for the tray to stand beside the list. */
const wide = matchMedia('(min-width: 67.5rem)');

/** The pack that the reader puts together: beside the list, on narrow screens a bar at the foot that opens. */
export class Tray {
  readonly box = element('aside', { class: 'tray', 'aria-labelledby': 'pack-title' });
  private readonly drop: (product: ToldProduct) => void;
  private readonly details = element('details', {});
  private readonly status = element('p', { class: 'status', role: 'status' });
  private line = element('pre', {});

  /** @param drop takes a product out of the pack */
  constructor(drop: (product: ToldProduct) => void) {
    this.drop = drop;
    this.box.append(this.details);
    this.details.open = wide.matches;
    wide.addEventListener('change', () => {
      this.details.open = wide.matches;
    });
  }

  /** Writes the tray for what is in the pack now. */
  show(): void {
    this.status.textContent = '';
    this.line = element('pre', { id: 'contract-line', tabindex: '0', 'aria-label': say('page-line') });
    keepFocus(() => {
      this.details.replaceChildren(
        this.writeHead(),
        ...(packed().length === 0
          ? [element('p', { class: 'hint' }, say('page-pack-empty'))]
          : this.writeBody()),
      );
    });
    this.showLine();
  }

  private writeHead(): HTMLElement {
    const count = packed().length;
    const about =
      count > 0 ? `${pair(say('page-annexes'), String(count))} · ${nameOfLanguage(state.language)}` : '';
    return element(
      'summary',
      { id: 'pack-summary' },
      element('span', { class: 'title', id: 'pack-title' }, say('page-pack')),
      element('span', {}, about),
    );
  }

  private writeBody(): HTMLElement[] {
    return [
      element('ol', {}, ...packed().map((product) => this.writeItem(product))),
      this.writeFormats(),
      ...this.writeDownload(),
      this.status,
      ...this.writeContract(),
    ];
  }

  private writeItem(product: ToldProduct): HTMLElement {
    const edition = shownEdition(product);
    const isThere = filesOf(edition).length > 0;
    const remove = button({ class: 'remove' }, '×', () => this.drop(product));
    remove.setAttribute('aria-label', pair(say('page-pack-remove'), nameOf(product)));
    return element(
      'li',
      {},
      element('span', { class: 'name' }, nameOf(product)),
      element('span', { class: 'fact' }, isThere ? edition.edition : say('page-absent')),
      remove,
      ...(edition.superseded ? [element('p', { class: 'past' }, saySuperseded(edition.superseded))] : []),
    );
  }

  private writeFormats(): HTMLElement {
    const ticks = Object.keys(catalogue.kinds).map((format) => {
      const box = element('input', { type: 'checkbox', id: `format-${format}` });
      box.checked = state.formats.has(format);
      box.addEventListener('change', () => {
        if (box.checked) state.formats.add(format);
        else state.formats.delete(format);
        this.show();
      });
      return element('label', { class: 'tick' }, box, nameOfFormat(format));
    });
    return element('fieldset', {}, element('legend', {}, say('page-formats')), ...ticks);
  }

  /** The button, or in words why there is none. */
  private writeDownload(): HTMLElement[] {
    const wanted = wantedFiles();
    const size = wanted.reduce((sum, { file }) => sum + file[3], 0);
    const isWhole = packed().every((product) => filesOf(shownEdition(product)).length > 0);
    const facts = element(
      'p',
      { class: 'size' },
      `${pair(say('page-files'), String(wanted.length))} · ${saySize(size)}`,
    );
    const hindrance = hindranceOf(size, isWhole);
    if (hindrance !== undefined) return [facts, element('p', { class: 'notice' }, hindrance)];
    const go = button(
      { class: 'go', id: 'pack-go' },
      say('page-pack-download'),
      () => void this.download(go),
    );
    go.disabled = wanted.length === 0;
    return [facts, go];
  }

  private async download(go: HTMLButtonElement): Promise<void> {
    const wanted = wantedFiles();
    go.setAttribute('aria-disabled', 'true');
    try {
      const zip = await makePack(wanted, (done) => {
        this.status.textContent = say('page-pack-progress', {
          count: String(done + 1),
          all: String(wanted.length),
        });
      });
      save(zip, `annexes-${state.language.toLowerCase()}.zip`);
      this.status.textContent = say('page-pack-done', { size: saySize(zip.size) });
    } catch (fault) {
      if (!(fault instanceof PackRefused)) throw fault;
      this.status.textContent = say(fault.word, { file: fault.message });
    }
    go.removeAttribute('aria-disabled');
  }

  private writeContract(): HTMLElement[] {
    const copy = button(
      { class: 'button wide', id: 'copy-line' },
      say('page-line-copy'),
      () => void this.copy(copy),
    );
    return [
      element('h3', {}, say('page-line')),
      this.writeField('contract', 'page-contract', 'text'),
      this.writeField('customer', 'page-customer', 'text'),
      this.writeField('date', 'page-contract-date', 'date'),
      element('p', { class: 'hint' }, say('page-private')),
      this.line,
      copy,
      element('p', { class: 'hint' }, say('page-line-about')),
    ];
  }

  private writeField(name: keyof typeof state.contract, word: string, type: string): HTMLElement {
    const input = element('input', { type, id: `typed-${name}`, autocomplete: 'off', spellcheck: 'false' });
    input.value = state.contract[name];
    input.addEventListener('input', () => {
      state.contract[name] = input.value;
      this.showLine();
    });
    return element('label', { class: 'field' }, element('span', {}, say(word)), input);
  }

  private showLine(): void {
    this.line.textContent = contractLine();
  }

  /** Where there is no clipboard, the line is marked so that the reader's own keys copy it. */
  private async copy(button: HTMLButtonElement): Promise<void> {
    const isCopied = await navigator.clipboard
      ?.writeText(contractLine())
      .then(() => true)
      .catch(() => false);
    if (!isCopied) getSelection()?.selectAllChildren(this.line);
    button.textContent = say(isCopied ? 'page-line-copied' : 'page-line-copy');
  }
}

function hindranceOf(size: number, isWhole: boolean): string | undefined {
  if (location.protocol === 'file:') return say('page-needs-server');
  if (!canDigest()) return say('page-needs-secure');
  if (!isWhole) return say('page-pack-absent');
  return size > mostBytes ? say('page-pack-large', { size: saySize(mostBytes) }) : undefined;
}

/** Hands a file to the reader. */
function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = element('a', { href: address, download: name });
  link.click();
  // The browser takes its own hold of it when the download begins.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
