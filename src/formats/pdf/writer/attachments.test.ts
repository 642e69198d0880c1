import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Attachment } from '../../../document/tree.ts';
import { annex } from '../../fixture/annex.ts';
import { paragraph } from '../../fixture/pieces.ts';
import { pdfFormat } from '../format.ts';
import { objectsWith } from './fixture.ts';

function attachment(name: string, content: string): Attachment {
  const bytes = new TextEncoder().encode(content);
  return { name, bytes, mediaType: 'text/csv', relationship: 'Source', description: 'The matrix & all' };
}

async function carry(...attachments: Attachment[]): Promise<Uint8Array> {
  return (await pdfFormat.render(annex([paragraph('x')], { attachments }))).bytes;
}

describe('attachments', () => {
  it('are associated with the document, and listed by code unit, whatever the order they come in', async () => {
    const bytes = await carry(attachment('b.csv', 'b'), attachment('a.csv', 'a'), attachment('B.csv', 'B'));
    const files = objectsWith(bytes, '/Type /Filespec').map((file) => /\/UF \((.*)\)/u.exec(file)![1]);
    expect(files).toEqual(['B.csv', 'a.csv', 'b.csv']);
    expect(objectsWith(bytes, '/Type /Catalog')[0]).toMatch(/\/AF \[\d+ 0 R \d+ 0 R \d+ 0 R\]/u);
    const [names] = objectsWith(bytes, '/EmbeddedFiles');
    expect(names!.match(/\(\w\.csv\)/gu)).toEqual(['(B.csv)', '(a.csv)', '(b.csv)']);
  });

  it('say what they are: kind, relationship, size, and the date of the edition', async () => {
    const bytes = await carry(attachment('a.csv', 'hello'));
    const [file] = objectsWith(bytes, '/Type /Filespec');
    expect(file).toContain('/AFRelationship /Source');
    expect(file).toContain('/Desc (The matrix & all)');
    const [stream] = objectsWith(bytes, '/Type /EmbeddedFile');
    expect(stream).toContain('/Subtype /text#2Fcsv');
    expect(stream).toContain('/Size 5');
    expect(stream).toContain('/ModDate (D:20260301120000Z)');
  });

  it('carry their bytes as they are', async () => {
    const content = 'clause,"streams\nend"\n>>\nstream\nendobj é\n';
    const packed = Buffer.from(await carry(attachment('a.csv', content)));
    const at = packed.indexOf('stream\n', packed.indexOf('/EmbeddedFile')) + 'stream\n'.length;
    expect(inflateSync(packed.subarray(at)).toString('utf8')).toBe(content);
  });
});
