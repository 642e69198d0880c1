import type { FaultGroup } from './reading-faults/fault.ts';
import { publishedFaults } from './reading-faults/published.ts';
import { sourceFaults } from './reading-faults/sources.ts';
import { templateFaults } from './reading-faults/templates.ts';

/** Every fault of reading, by what is read: docs/rules.md is made from it, a test holds it against the sources. */
export const readingFaults: readonly FaultGroup[] = [...sourceFaults, ...templateFaults, ...publishedFaults];
