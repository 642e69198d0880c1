import { comparedFaults } from './reading-faults/compared.ts';
import type { FaultGroup } from './reading-faults/fault.ts';
import { importedFaults } from './reading-faults/imported.ts';
import { packedFaults } from './reading-faults/packed.ts';
import { publishedFaults } from './reading-faults/published.ts';
import { roundFaults } from './reading-faults/round.ts';
import { sourceFaults } from './reading-faults/sources.ts';
import { templateFaults } from './reading-faults/templates.ts';
import { translatedFaults } from './reading-faults/translated.ts';

/** Every fault of reading, by what is read: docs/rules.md is made from it, a test holds it against the sources. */
export const readingFaults: readonly FaultGroup[] = [
  ...sourceFaults,
  ...templateFaults,
  ...importedFaults,
  ...roundFaults,
  ...translatedFaults,
  ...publishedFaults,
  ...packedFaults,
  ...comparedFaults,
];
