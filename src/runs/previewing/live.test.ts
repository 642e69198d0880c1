import { describe, expect, it } from 'vitest';
import { everything } from '../../plan/plan.ts';
import { UnknownName } from '../../plan/request.ts';
import type { Form } from '../../preview/told.ts';
import { keepWorkspace } from '../../workspace/kept.ts';
import { memoryWorkspace } from '../../workspace/memory.ts';
import { WorkspaceFault } from '../../workspace/workspace.ts';
import { releaseEditions } from '../release-editions.ts';
import { LiveWorkspace } from './live.ts';

const header = 'id,section,activity,customer,provider\n';
const files = {
  'annex.yaml': 'format: 1\n',
  'data/sections.csv': 'section,title\nuse,Using the service\n',
  'data/products/mail/product.yaml': 'name: Mail\nedition: 2026-03\nupdated: 2026-03-01\n',
  'data/products/mail/matrix.csv': `${header}backup,use,Back up the service,I,RA\n`,
  'data/products/disk/product.yaml': 'name: Disk\nedition: 2026-03\nupdated: 2026-03-01\n',
  'data/products/disk/matrix.csv': `${header}format,use,Format the disk,RA,I\n`,
};

/** A live workspace in memory, and a way to edit it as a person would. */
function live(request = everything) {
  const disk = memoryWorkspace(files);
  const opened = new LiveWorkspace(keepWorkspace(disk), request);
  const edit = (path: string, text: string) => {
    disk.write(path, new TextEncoder().encode(text));
    opened.change([path]);
  };
  const show = (product: string, form: Form = 'html') => opened.show({ product, language: 'en', form });
  const textOf = async (product: string, form: Form = 'html') =>
    new TextDecoder().decode((await show(product, form))!.made.bytes);
  return { disk, live: opened, edit, show, textOf };
}

const matrix = 'data/products/mail/matrix.csv';

describe('a live workspace', () => {
  it('shows an edit of a cell in the annex and in the view of the workbook', async () => {
    const { edit, textOf } = live();
    expect(await textOf('mail')).toContain('Back up the service');
    edit(matrix, `${header}backup,use,Back up every mailbox,I,RA\n`);
    expect(await textOf('mail')).toContain('Back up every mailbox');
    expect(await textOf('mail', 'sheets')).toContain('Back up every mailbox');
  });

  it('makes nothing again that the edit cannot change', async () => {
    const { edit, show } = live();
    const [mail, disk] = [await show('mail'), await show('disk')];
    edit(matrix, `${header}backup,use,Back up every mailbox,I,RA\n`);
    expect((await show('disk'))!.made).toBe(disk!.made);
    expect((await show('mail'))!.made).not.toBe(mail!.made);
  });

  it('keeps what could be made last while an error is there, and goes on when it is mended', async () => {
    const { live: opened, edit, show } = live();
    const before = await show('mail');
    edit(matrix, `${header}backup,use,Back up the service,I,RX\n`);
    expect(await show('mail')).toEqual({ made: before!.made, kept: true });
    expect(opened.told().findings).toMatchObject([
      { weight: 'error', rule: 'code-unknown', place: `${matrix}:2:34`, product: 'mail' },
    ]);
    edit(matrix, `${header}backup,use,Back up the disks,I,RA\n`);
    expect((await show('mail'))!.kept).toBe(false);
    expect(opened.told().findings).toEqual([]);
  });

  it('goes on listing its products while annex.yaml cannot be read', () => {
    const { live: opened, edit } = live();
    const { products } = opened.told();
    edit('annex.yaml', 'format: [\n');
    expect(products.map(({ id }) => id)).toEqual(['disk', 'mail']);
    expect(opened.told()).toMatchObject({ revision: 1, products, summary: '1 error' });
  });

  it('says so while nothing can be read at all, shows what was, and goes on afterwards', async () => {
    const disk = memoryWorkspace(files);
    let isGone = false;
    const list = (folder: string) => {
      if (isGone) throw new WorkspaceFault('data', 'The disk was taken out.');
      return disk.list(folder);
    };
    const opened = new LiveWorkspace(keepWorkspace({ ...disk, list }));
    const wanted = { product: 'mail', language: 'en', form: 'html' } as const;
    const { products } = opened.told();
    isGone = true;
    opened.change(['data']);
    expect(await opened.show(wanted)).toBeDefined();
    expect(opened.told()).toMatchObject({ revision: 1, products, fault: 'The disk was taken out.' });
    isGone = false;
    opened.change(['data']);
    expect(opened.told().fault).toBeUndefined();
  });

  it('has no document that never could be made, and none that nobody knows', async () => {
    const { edit, show } = live();
    edit(matrix, `${header}backup,use,Back up the service,I,RX\n`);
    expect(await show('mail')).toBeUndefined();
    expect(await show('elsewhere')).toBeUndefined();
  });

  it('does not pass off as current what was outdated while it was being made', async () => {
    const { edit, show, textOf } = live();
    const coming = show('mail');
    edit(matrix, `${header}backup,use,Back up every mailbox,I,RA\n`);
    expect((await coming)!.kept).toBe(true);
    expect(await textOf('mail')).toContain('Back up every mailbox');
    expect((await show('mail'))!.kept).toBe(false);
  });

  it('is current again after another document changed while it was being made', async () => {
    const { edit, show } = live();
    const coming = show('mail');
    edit('data/products/disk/matrix.csv', `${header}format,use,Format every disk,RA,I\n`);
    expect((await coming)!.kept).toBe(false);
  });

  it('does not render again what is composed anew and comes out the same', async () => {
    const { edit, show } = live();
    const before = await show('mail');
    edit('annex.yaml', 'format: 1\n# A remark that nothing is made from.\n');
    expect((await show('mail'))!.made).toBe(before!.made);
  });

  it('makes ahead what may be looked at first, until something else is to be done', async () => {
    const ahead = live();
    await ahead.live.makeAhead(new AbortController().signal);
    const ready = await ahead.show('disk');
    await ahead.live.makeAhead(new AbortController().signal);
    expect((await ahead.show('disk'))!.made).toBe(ready!.made);
    const ended = live();
    await ended.live.makeAhead(AbortSignal.abort());
    expect(ended.live.told().revision).toBe(0);
  });

  it('shows a draft where a text of another language breaks what was released', async () => {
    const french = (text: string) =>
      `id,source,text,status\n,Mail,Mail,reviewed\n,Using the service,Utilisation,reviewed\n,Back up the service,${text},reviewed\n`;
    const { disk, live: opened, edit, textOf } = live();
    edit('annex.yaml', 'format: 1\nlanguages: [en, fr]\n');
    edit('data/translations/fr.csv', french('Sauvegarder le service'));
    releaseEditions({ workspace: disk, products: ['mail'], dryRun: false });
    opened.change(['data/products/mail/editions/2026-03.json']);
    expect(await textOf('mail')).not.toContain('Draft');
    edit('data/translations/fr.csv', french('Oublier le service'));
    expect(await textOf('mail')).toContain('Draft');
  });

  it('tells whoever listens of every change, until they leave', () => {
    const { live: opened, edit } = live();
    const heard: number[] = [];
    const leave = opened.listen(() => heard.push(opened.told().revision));
    edit('annex.yaml', 'format: 1\n');
    edit('annex.yaml', 'format: 1\n');
    leave();
    edit('annex.yaml', 'format: 1\n');
    expect(heard).toEqual([1, 2]);
  });

  it('finds a new product and loses one that is gone', () => {
    const { live: opened, edit } = live();
    edit('data/products/zone/matrix.csv', `${header}format,use,Format the zone,RA,I\n`);
    edit('data/products/zone/product.yaml', 'name: Zone\nedition: 2026-03\nupdated: 2026-03-01\n');
    expect(opened.told().products.map(({ id }) => id)).toEqual(['disk', 'mail', 'zone']);
  });

  it('lists only what it was asked for, and knows what is not there', () => {
    const { live: opened } = live({ ...everything, products: ['mail'], languages: ['en'] });
    expect(opened.told().products).toMatchObject([{ id: 'mail', languages: ['en'] }]);
    expect(() => live({ ...everything, products: ['male'] })).toThrow(UnknownName);
  });
});
