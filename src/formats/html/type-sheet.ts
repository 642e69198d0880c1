import type { Look, Slots, TextStyle } from '../../document/tree.ts';
import { inTheDark, type Palette, paletteOf } from './colours.ts';
import { length, lineHeight, textSize } from './measures.ts';

/** The styles of a page, each as a class: the page has no style attributes, which a strict policy forbids. */
export class TypeSheet {
  readonly #look: Look;
  readonly #palette: Palette;
  /** Class by declarations. */
  readonly #classes = new Map<string, string>();
  readonly #colours: { readonly light: Map<string, string>; readonly dark: Map<string, string> };

  constructor(look: Look) {
    this.#look = look;
    this.#palette = paletteOf(look);
    this.#colours = { light: new Map(this.#palette.light), dark: new Map(this.#palette.dark) };
  }

  /** The class of a text style, or of what differs from the style around. */
  text(style: Partial<TextStyle>): string | undefined {
    const { face, weight, size, leading, colour, align } = style;
    return this.#classOf('t', [
      face && `font-family:var(--${face})`,
      weight && `font-weight:${weight}`,
      size && `font-size:${textSize(size)}`,
      size && leading && `line-height:${lineHeight(size, leading)}`,
      colour && `color:var(--${this.#nameOf(colour)})`,
      align && align !== 'left' && `text-align:${align}`,
    ]);
  }

  /** The class of a width in points. */
  width(points: number): string | undefined {
    return this.#classOf('w', [`width:${length(points)}`]);
  }

  /** The class of a table whose codes have slots: they take their measures from it. */
  slots({ gutter, width, signs }: Slots): string | undefined {
    return this.#classOf('s', [
      `--gutter:${length(gutter)}`,
      `--slot:${length(width)}`,
      `--slots:${signs.length}`,
    ]);
  }

  /** The class of what keeps some points free at its end, for the columns that it stands over. */
  free(points: number): string | undefined {
    return this.#classOf('f', [points > 0 && `--free:${length(points)}`]);
  }

  /** All rules, in the order in which the page first uses them. */
  rules(): string {
    return [...this.#classes].map(([declarations, name]) => `.${name}{${declarations}}`).join('\n');
  }

  /** The custom properties of the colours, in light or in the dark. */
  properties(screen: 'light' | 'dark'): string {
    return [...this.#colours[screen]].map(([name, colour]) => `--${name}:${colour}`).join(';');
  }

  #classOf(
    prefix: string,
    declarations: readonly (string | number | undefined | false)[],
  ): string | undefined {
    const text = declarations.filter(Boolean).join(';');
    if (text === '') return undefined;
    const known = this.#classes.get(text);
    if (known) return known;
    const name = `${prefix}${this.#classes.size + 1}`;
    this.#classes.set(text, name);
    return name;
  }

  /** The name of a colour of text; one that the look does not name is a colour of its own. */
  #nameOf(colour: string): string {
    const roles = ['ink', 'muted', 'accent'].find((role) => this.#palette.light.get(role) === colour);
    if (roles) return roles;
    const name = `text-${colour.slice(1).toLowerCase()}`;
    this.#colours.light.set(name, colour);
    this.#colours.dark.set(name, inTheDark(this.#look, colour));
    return name;
  }
}
