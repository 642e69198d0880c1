import type { Place } from '../diagnostics/place.ts';

/** A text as it came back from a translator. */
export type Returned = {
  /** The name of its unit in the file. */
  readonly ref: string;
  /** What the file calls it, for messages: `email-pro/backup`. */
  readonly name: string;
  readonly source: string;
  /** Empty where it was not translated. */
  readonly text: string;
  readonly status: 'reviewed' | 'machine';
  /** The translation as it was when the file was made; absent where there was none, or a tool dropped it. */
  readonly before: string | undefined;
  /** Whether the translation holds codes that a tool put in, which are no text. */
  readonly hasCodes: boolean;
  readonly place: Place;
};

/** A file that came back from a translator. */
export type ReturnedFile = {
  /** The language that it translates into, where it says so. */
  readonly language: string | undefined;
  readonly units: readonly Returned[];
};
