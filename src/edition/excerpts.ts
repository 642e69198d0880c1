import { createHash } from 'node:crypto';
import { canonicalJson, quote } from './digest.ts';
import type { Edition, EditionText, Texts } from './edition.ts';
import { keepLanguages } from './excerpt.ts';
import { Gap, type Gapped, splitAtGaps } from './gap.ts';
import { printJson } from './write.ts';

/** A text with its tag, as a member of both kinds of JSON. */
type Entry = { readonly tag: string; readonly canonical: string; readonly printed: string };

const digestPlace = 0;
const languagesPlace = 1;
const firstText = 2;

/**
 * All excerpts of an edition, as JSON: `writeEdition(excerptEdition(edition, language))`. What they share is written once,
 * and so are the texts in the language that prevails.
 */
export class Excerpts {
  readonly edition: Edition;
  readonly #gaps: Texts[] = [];
  readonly #prevailing: (Entry | undefined)[];
  readonly #canonical: Gapped;
  readonly #printed: Gapped;

  constructor(edition: Edition) {
    this.edition = edition;
    const { about, program, digest, draft, excerpt, format, ...said } = edition;
    const leave = (texts: Texts): Texts => {
      this.#gaps.push(texts);
      return gapAt(firstText + this.#gaps.length - 1);
    };
    const { format: version, ...gapped } = keepLanguages(
      { format, ...said },
      leave,
      gapAt<readonly string[]>(languagesPlace),
    );
    const whole = {
      format: version,
      about,
      program,
      digest: gapAt<string>(digestPlace),
      draft,
      excerpt: true,
      ...gapped,
    };
    this.#canonical = splitAtGaps(canonicalJson({ format: version, ...gapped }));
    this.#printed = splitAtGaps(printJson(whole));
    const named = JSON.stringify(edition.language);
    this.#prevailing = this.#gaps.map((texts) => entryOf(texts, edition.language, named));
  }

  /** The excerpt in a language, as documents carry it. */
  in(language: string): { readonly languages: readonly string[]; readonly text: string } {
    const { language: prevailing, languages } = this.edition;
    const spoken = languages.filter((tag) => tag === language || tag === prevailing);
    const entries = this.#entriesIn(language);
    const said = fill(this.#canonical, (place) =>
      place === languagesPlace ? canonicalJson(spoken) : writeCanonical(entries[place - firstText]!),
    );
    const digest = JSON.stringify(`sha256:${createHash('sha256').update(said).digest('hex')}`);
    const json = fill(this.#printed, (place, indent) => {
      if (place === digestPlace) return digest;
      if (place === languagesPlace) return printJson(spoken, indent);
      return writePrinted(entries[place - firstText]!, indent);
    });
    return { languages: spoken, text: `${json}\n` };
  }

  /** Of every gap the texts that an excerpt keeps, in the order of its languages. */
  #entriesIn(language: string): (readonly Entry[])[] {
    const { language: prevailing } = this.edition;
    const named = JSON.stringify(language);
    return this.#gaps.map((texts, i) => {
      const kept: Entry[] = [];
      for (const tag in texts) {
        if (tag === prevailing) kept.push(this.#prevailing[i]!);
        else if (tag === language) kept.push(entryOf(texts, tag, named)!);
      }
      return kept.length > 0 ? kept : firstEntry(texts);
    });
  }
}

/** A gap is written where any value could stand. */
function gapAt<Value>(place: number): Value {
  return new Gap(place) as Value;
}

function fill({ pieces, places, indents }: Gapped, write: (place: number, indent: string) => string): string {
  let json = pieces[0]!;
  for (let i = 0; i < places.length; i++) json += write(places[i]!, indents[i]!) + pieces[i + 1]!;
  return json;
}

/** A word that none of the languages has is kept as it was written. */
function firstEntry(texts: Texts): Entry[] {
  const [tag] = Object.keys(texts);
  return tag === undefined ? [] : [entryOf(texts, tag, JSON.stringify(tag))!];
}

function entryOf(texts: Texts, tag: string, named: string): Entry | undefined {
  const found = texts[tag];
  if (found === undefined) return undefined;
  const { text, status, source } = found;
  const quoted = quote(text);
  const older = source === undefined ? '' : `"source":${JSON.stringify(source)},`;
  return {
    tag,
    canonical: `${named}:{${older}"status":"${status}","text":${quoted}}`,
    printed: `${named}: ${source === undefined && isUsual(found) ? `{ "text": ${quoted}, "status": "${status}" }` : printJson(found)}`,
  };
}

/** Whether its text stands before its status, as everybody writes it. */
function isUsual(text: EditionText): boolean {
  for (const name in text) return name === 'text';
  return false;
}

function writeCanonical(entries: readonly Entry[]): string {
  const [one, other] = entries;
  if (other === undefined) return one === undefined ? '{}' : `{${one.canonical}}`;
  const [first, second] = one!.tag < other.tag ? [one!, other] : [other, one!];
  return `{${first.canonical},${second.canonical}}`;
}

function writePrinted(entries: readonly Entry[], indent: string): string {
  const [one, other] = entries;
  if (one === undefined) return '{}';
  const second = other === undefined ? '' : `,\n${indent}  ${other.printed}`;
  return `{\n${indent}  ${one.printed}${second}\n${indent}}`;
}
