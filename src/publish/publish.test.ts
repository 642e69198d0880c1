import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everything, type PlannedArtifact } from '../plan/plan.ts';
import { OutputFault } from './output-folder.ts';
import { Publisher } from './publish.ts';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'annex-publish-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const artifact = (product: string, language = 'en'): PlannedArtifact => ({
  path: `${product}/1/${product}-${language}.pdf`,
  kind: 'annex',
  format: 'pdf',
  product,
  language,
  edition: '1',
  brand: 'neutral',
  draft: false,
  frozen: false,
});

function publish(
  artifacts: readonly PlannedArtifact[],
  request = everything,
  failed: readonly string[] = [],
) {
  const publisher = new Publisher(out);
  for (const planned of artifacts) publisher.stage(planned, bytes(`${planned.path} as made`));
  const publication = publisher.commit(request, ({ product }) => failed.includes(product));
  publisher.close();
  return publication;
}

describe('publishing', () => {
  it('puts artifacts, checksums and manifest in place and leaves nothing else behind', () => {
    publish([artifact('mail'), artifact('web')]);
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    expect(manifest.artifacts.map((entry: { path: string }) => entry.path)).toEqual([
      'mail/1/mail-en.pdf',
      'web/1/web-en.pdf',
    ]);
    expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}mail\/1\/mail-en\.pdf\n/);
    expect(existsSync(join(out, '.annex'))).toBe(false);
  });

  it('shows nothing before the commit, and leaves nothing behind without one', () => {
    const publisher = new Publisher(out);
    publisher.stage(artifact('mail'), bytes('half'));
    expect(existsSync(join(out, 'mail'))).toBe(false);
    publisher.close();
    expect(existsSync(join(out, '.annex'))).toBe(false);
  });

  it('prunes what it made and no longer makes, with the folders that become empty', () => {
    publish([artifact('mail'), artifact('web')]);
    expect(publish([artifact('mail')]).pruned).toEqual(['web/1/web-en.pdf']);
    expect(existsSync(join(out, 'web'))).toBe(false);
  });

  it('never prunes a file it did not make', () => {
    publish([artifact('mail'), artifact('web')]);
    writeFileSync(join(out, 'web/1/notes.txt'), 'mine');
    publish([artifact('mail')]);
    expect(readFileSync(join(out, 'web/1/notes.txt'), 'utf8')).toBe('mine');
  });

  it('prunes only within the request', () => {
    publish([artifact('mail'), artifact('web')]);
    publish([artifact('mail', 'fr')], { ...everything, products: ['mail'] });
    expect(existsSync(join(out, 'web/1/web-en.pdf'))).toBe(true);
    expect(existsSync(join(out, 'mail/1/mail-en.pdf'))).toBe(false);
  });

  it('keeps the last good artifacts of a product that failed', () => {
    publish([artifact('mail'), artifact('web')]);
    const { kept, artifacts } = publish([artifact('mail')], everything, ['web']);
    expect(kept.map(({ path, state }) => [path, state])).toEqual([['web/1/web-en.pdf', 'kept']]);
    expect(artifacts).toHaveLength(2);
  });

  it('does not keep an artifact that somebody changed', () => {
    publish([artifact('web')]);
    writeFileSync(join(out, 'web/1/web-en.pdf'), 'tampered');
    expect(publish([], everything, ['web']).kept).toEqual([]);
  });

  it('trusts no manifest whose paths lead out of the folder', () => {
    const victim = join(out, '..', 'annex-victim.txt');
    writeFileSync(victim, 'mine');
    const entry = {
      ...artifact('web'),
      path: '../annex-victim.txt',
      state: 'built',
      bytes: 1,
      sha256: 'a'.repeat(64),
    };
    writeFileSync(join(out, 'manifest.json'), JSON.stringify({ format: 1, artifacts: [entry] }));
    publish([]);
    expect(existsSync(victim)).toBe(true);
    rmSync(victim);
  });

  it('says in plain words why a folder cannot be written', () => {
    mkdirSync(join(out, 'taken'));
    writeFileSync(join(out, 'taken/file'), '');
    expect(() => new Publisher(join(out, 'taken/file/below'))).toThrow(OutputFault);
  });
});
