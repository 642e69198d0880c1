import { printGithub } from './github.ts';
import { printHtml } from './html/html.ts';
import { printReportJson } from './json.ts';
import { printJunit } from './junit.ts';
import type { Reporter } from './report.ts';
import { printSarif } from './sarif.ts';

/** Every reporter that writes a text, by the name it is asked for with; `human` prints on a terminal instead. */
export const reporters = {
  json: printReportJson,
  sarif: printSarif,
  junit: printJunit,
  github: printGithub,
  html: printHtml,
} as const satisfies Readonly<Record<string, Reporter>>;

export type ReporterName = 'human' | keyof typeof reporters;
