import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everything, type PlannedArtifact } from '../../plan/plan.ts';
import { Publisher } from '../publish.ts';

/** Documents of a build: what each says, by product; a name that ends in `-draft` is one. */
export type Says = Readonly<Record<string, string>>;

/** An output folder as a build leaves it, with a page that says of each document what it says. */
export function buildInto(out: string, says: Says): void {
  const publisher = new Publisher(out);
  for (const [name, text] of Object.entries(says)) publisher.stage(artifactFor(name), encode(text));
  publisher.commit(
    everything,
    () => false,
    (artifacts) => [
      { path: 'page/list.html', bytes: encode('<p>') },
      { path: 'page/style.css', bytes: encode('p {}') },
      { path: 'index.html', bytes: encode(artifacts.map(({ path }) => `${path}\n`).join('')) },
    ],
  );
  publisher.close();
}

export function pathOf(name: string): string {
  return `${name.replace('-draft', '')}/1/${name}-en.pdf`;
}

export function newFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `annex-${name}-`));
}

function artifactFor(name: string): PlannedArtifact {
  const draft = name.endsWith('-draft');
  const product = name.replace('-draft', '');
  const about = { kind: 'annex', format: 'pdf', language: 'en', edition: '1', brand: 'neutral' } as const;
  return { ...about, path: pathOf(name), product, draft, frozen: false };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
