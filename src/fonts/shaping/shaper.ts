import { openSfnt } from '../sfnt.ts';
import { type Face, readFace } from './face.ts';
import { featuresOf } from './features.ts';
import { fractionPartsOf } from './fractions.ts';
import { Placement, settleMarks } from './placing.ts';
import { Plan } from './plan.ts';
import { Refusal } from './refusal.ts';
import { type Item, newItem, Run } from './run.ts';
import { type Script, scriptOf } from './scripts.ts';
import { Substitution } from './substituting.ts';
import { Walk } from './walk.ts';

/** A glyph and where it stands. Lengths in units of the font. */
export type PlacedGlyph = Readonly<
  Pick<Item, 'id' | 'codePoints' | 'advanceWidth' | 'xAdvance' | 'xOffset' | 'yOffset'>
>;

/** Shapes a text with what is on in every text and these features; undefined for one that another must shape. */
export type Shaper = (text: string, features: readonly string[]) => readonly PlacedGlyph[] | undefined;

/**
 * Shapes Latin, Greek and Cyrillic texts in a font as fontkit does, which takes five times as long from nothing. What is
 * not surely the same is not shaped; so is every text of a font that has what this room does not know.
 */
export function openShaper(bytes: Uint8Array): Shaper {
  const sfnt = openSfnt(bytes);
  const engine = 'fault' in sfnt ? undefined : unlessRefused(() => new Engine(readFace(sfnt)));
  return (text, features) => engine && unlessRefused(() => engine.shape(text, features));
}

/** Fonts may also claim more than their tables hold. */
function unlessRefused<Value>(attempt: () => Value): Value | undefined {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof Refusal || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A character of a text: the glyph that a font has for it, 0 for none. */
type Letter = { readonly codePoint: number; readonly glyph: number; readonly script: Script | undefined };

type Plans = { readonly substitutions: Plan | undefined; readonly placements: Plan };

class Engine {
  readonly #face: Face;
  readonly #substitution: Substitution | undefined;
  readonly #placement: Placement;
  readonly #letters = new Map<number, Letter>();
  readonly #plans = new Map<string, Plans | 'refused'>();

  constructor(face: Face) {
    this.#face = face;
    this.#substitution = face.substitutions && new Substitution(face.substitutions);
    this.#placement = new Placement(face.placements);
  }

  shape(text: string, features: readonly string[]): readonly PlacedGlyph[] {
    const letters = this.#lettersOf(text);
    if (letters.length === 0) return [];
    const plans = this.#plansFor(scriptOfAll(letters), features);
    const { kinds, substitutions, placements, advanceOf } = this.#face;
    const known = new Map<number, readonly number[]>();
    const run = new Run(itemsOf(letters, known), kinds);
    const { items } = run;
    if (substitutions) new Walk(run, substitutions, this.#substitution!).follow(plans.substitutions!);
    for (const item of items) item.advanceWidth = item.xAdvance = advanceOf(item.id);
    new Walk(run, placements, this.#placement).follow(plans.placements);
    settleMarks(run);
    for (const item of items) {
      if (run.isMark(item)) item.xAdvance = 0;
      item.codePoints = firstOf(known, item.id, item.codePoints);
    }
    return items;
  }

  /** The characters of a text; a question mark for each that the font lacks, if it has that. */
  #lettersOf(text: string): readonly Letter[] {
    const letters: Letter[] = [];
    for (const character of text) {
      const letter = this.#letterOf(character.codePointAt(0)!);
      const shown = letter.glyph === 0 ? this.#letterOf(questionMark) : letter;
      if (shown.glyph !== 0) letters.push(shown);
    }
    return letters;
  }

  #letterOf(codePoint: number): Letter {
    let letter = this.#letters.get(codePoint);
    if (letter === undefined) {
      letter = { codePoint, glyph: this.#face.glyphOf(codePoint), script: scriptOf(codePoint) };
      this.#letters.set(codePoint, letter);
    }
    return letter;
  }

  #plansFor(script: Script, features: readonly string[]): Plans {
    const key = `${script} ${features.join()}`;
    let plans = this.#plans.get(key);
    if (plans === undefined) {
      plans = unlessRefused(() => this.#makePlans(script, features)) ?? 'refused';
      this.#plans.set(key, plans);
    }
    if (plans === 'refused') throw new Refusal('features that are not known');
    return plans;
  }

  #makePlans(script: Script, features: readonly string[]): Plans {
    const { substitutions, placements, hasOldKerning } = this.#face;
    // Names that look like numbers would come in another order where they are keys of an object.
    if (features.some((feature) => !/^[a-z]/iu.test(feature))) throw new Refusal('features of other names');
    if (hasOldKerning && !featuresOf(placements, script).has('kern'))
      throw new Refusal('kerning of the old kind');
    return {
      substitutions: substitutions && new Plan(substitutions, script, features),
      placements: new Plan(placements, script, features),
    };
  }
}

const questionMark = 0x3f;

/** The script of the first letter that has one. */
function scriptOfAll(letters: readonly Letter[]): Script {
  let found: Script = 'zzzz';
  for (const { script } of letters) {
    if (script === undefined) throw new Refusal('a character of another script');
    if (found === 'zzzz') found = script;
  }
  return found;
}

/** A glyph for each letter. Letters that share a glyph all count as the first of them, as fontkit has it. */
function itemsOf(letters: readonly Letter[], known: Map<number, readonly number[]>): Item[] {
  const codePoints = letters.map((letter) => firstOf(known, letter.glyph, [letter.codePoint]));
  const parts = fractionPartsOf(codePoints.map(([first]) => first!));
  return letters.map(({ glyph }, i) => newItem(glyph, codePoints[i]!, parts[i]!));
}

function firstOf(
  known: Map<number, readonly number[]>,
  glyph: number,
  codePoints: readonly number[],
): readonly number[] {
  const first = known.get(glyph);
  if (first !== undefined) return first;
  known.set(glyph, codePoints);
  return codePoints;
}
