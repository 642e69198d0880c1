import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as library from './index.ts';

const { memoryWorkspace, releaseEditions, renderArtifact, UnknownName } = library;

const mail = {
  'data/products/mail/product.yaml': 'name: Mail\nedition: 2026-03\nupdated: 2026-03-01\n',
  'data/products/mail/matrix.csv':
    'id,section,activity,customer,provider\nbackup,use,Back up the service,I,RA\n',
  'data/sections.csv': 'section,title\nuse,Using the service\n',
};

const unknownCode = 'id,section,activity,customer,provider\nbackup,use,Back up,I,RX\n';

describe('the library', () => {
  it('exports these values, and a change of them is a change of its version', () => {
    expect(Object.keys(library).sort()).toEqual([
      'ListenFault',
      'NameRefused',
      'OutputFault',
      'PreviewFault',
      'UnknownName',
      'WorkspaceFault',
      'buildWorkspace',
      'checkWorkspace',
      'diffEditions',
      'extractEdition',
      'extractText',
      'importPages',
      'listWorkspace',
      'makeChangeAnnexes',
      'memoryWorkspace',
      'openWorkspace',
      'packContracts',
      'printPlace',
      'publishOutput',
      'releaseEditions',
      'renderArtifact',
      'reportDiff',
      'rollBackPlace',
      'showComposed',
      'startPreview',
      'startServer',
      'summarize',
      'verifyOutput',
    ]);
  });

  it('exports these types', () => {
    const source = readFileSync(join(import.meta.dirname, 'index.ts'), 'utf8');
    const blocks = [...source.matchAll(/^export (type )?\{([^}]*)\}/gm)];
    const types = blocks.flatMap(([, whole, names]) =>
      names!
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && (whole !== undefined || name.startsWith('type ')))
        .map((name) => name.replace('type ', '')),
    );
    expect(types.sort()).toEqual([
      'Artifact',
      'ArtifactRequest',
      'BuildOptions',
      'BuildResult',
      'ChangeAnnex',
      'ChangeAnnexOptions',
      'Checked',
      'Contract',
      'DiffOptions',
      'DiffReport',
      'DiffResult',
      'Edition',
      'Extracted',
      'FilePlace',
      'ImportOptions',
      'ImportReport',
      'ImportResult',
      'ListedPack',
      'ListedProduct',
      'LocatedDiagnostic',
      'MemberRef',
      'OrderedPack',
      'PackManifest',
      'PackOptions',
      'PackResult',
      'PlannedArtifact',
      'PlannedSet',
      'Preview',
      'PreviewOptions',
      'Publication',
      'PublishOptions',
      'PublishResult',
      'PublishedArtifact',
      'PublishedFile',
      'Reconciliation',
      'ReleaseOptions',
      'ReleaseResult',
      'Request',
      'RollbackOptions',
      'Scope',
      'ServeOptions',
      'Served',
      'Severity',
      'ShowOptions',
      'SourceFile',
      'Sources',
      'Summary',
      'TextPlace',
      'TextState',
      'VerifiedArtifact',
      'VerifyOptions',
      'VerifyResult',
      'Workspace',
      'WritableWorkspace',
    ]);
  });
});

describe('renderArtifact', () => {
  it('makes an annex where no format is named, and a workbook where xlsx is', async () => {
    const workspace = memoryWorkspace(mail);
    const annex = await renderArtifact(workspace, { product: 'mail', language: 'en' });
    const workbook = await renderArtifact(workspace, { product: 'mail', language: 'en', format: 'xlsx' });
    expect(annex.diagnostics).toEqual([]);
    expect(begins(annex.value!.bytes)).toBe('%PDF');
    expect(begins(workbook.value!.bytes)).toBe('PK\u0003\u0004');
    expect(workbook.value!.mediaType).toContain('spreadsheetml');
    expect(annex.value!.path).toMatch(/^mail\/2026-03\/neutral-mail-.*-en\.pdf$/);
  });

  it('gives no value where an error touches the product, and says which', async () => {
    const workspace = memoryWorkspace({ ...mail, 'data/products/mail/matrix.csv': unknownCode });
    const annex = await renderArtifact(workspace, { product: 'mail', language: 'en' });
    expect(annex.value).toBeUndefined();
    expect(annex.diagnostics).toMatchObject([{ rule: 'code-unknown', place: { line: 2, column: 22 } }]);
  });

  it('gives no edition that was released before in place of one that has errors', async () => {
    const workspace = memoryWorkspace(mail);
    releaseEditions({ workspace, products: [], dryRun: false });
    workspace.write('data/products/mail/matrix.csv', new TextEncoder().encode(unknownCode));
    const annex = await renderArtifact(workspace, { product: 'mail', language: 'en' });
    expect(annex.value).toBeUndefined();
    expect(annex.diagnostics).toMatchObject([{ rule: 'code-unknown' }]);
  });

  it('is not held up by an error in another product', async () => {
    const workspace = memoryWorkspace({
      ...mail,
      'data/products/broken/product.yaml': mail['data/products/mail/product.yaml'],
      'data/products/broken/matrix.csv': unknownCode,
    });
    const annex = await renderArtifact(workspace, { product: 'mail', language: 'en' });
    expect(annex.value).toBeDefined();
    expect(annex.diagnostics).toEqual([]);
  });

  it.each([
    [{ product: 'mial', language: 'en' }, "There is no product 'mial'. Did you mean 'mail'?"],
    [{ product: 'mail', language: 'fr' }, "There is no language 'fr'. Known: en."],
    [{ product: 'mail', language: 'en', format: 'pfd' }, "There is no format 'pfd'. Did you mean 'pdf'?"],
    [
      { product: 'mail', language: 'en', brand: 'neutrl' },
      "There is no brand 'neutrl'. Did you mean 'neutral'?",
    ],
  ])('throws for a name that is not there: %j', async (wanted, message) => {
    const asked = renderArtifact(memoryWorkspace(mail), wanted);
    await expect(asked).rejects.toThrow(UnknownName);
    await expect(renderArtifact(memoryWorkspace(mail), wanted)).rejects.toThrow(message);
  });
});

function begins(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1');
}
