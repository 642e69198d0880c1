import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';
import { readPackageFile } from '../workspace/packages.ts';
import { type BrandYaml, brandSchema } from '../workspace/schemas/brand.ts';
import type { YamlFile } from '../workspace/yaml.ts';
import type { Reader } from './reader.ts';

export const brandsFolder = 'templates/brands';

/** The folder of a brand with its brand.yaml, and a way to the files that it names. What is found touches that brand. */
export type BrandFolder = {
  readonly id: string;
  readonly yaml: YamlFile<BrandYaml>;
  readonly report: (...diagnostics: readonly Diagnostic[]) => void;
  /** The bytes of a file that a key names; reported under a rule where there is none. */
  readonly readFile: (path: string, named: Named) => Uint8Array | undefined;
};

/** What a file is to the brand, and where it was named. */
type Named = { readonly what: 'font' | 'logo'; readonly place: Place };

/** Opens the folder of a brand; undefined where its brand.yaml is missing or faulty. */
export function openBrandFolder(reader: Reader, id: string): BrandFolder | undefined {
  const folder = `${brandsFolder}/${id}`;
  const yaml = reader.yaml(`${folder}/brand.yaml`, brandSchema, { brand: id });
  if (yaml === undefined) return undefined;
  const report: BrandFolder['report'] = (...diagnostics) =>
    reader.report(...diagnostics.map((diagnostic) => ({ ...diagnostic, scope: { brand: id } })));
  return {
    id,
    yaml,
    report,
    readFile(path, named) {
      const bytes = readBrandFile(reader, folder, path);
      if (bytes === undefined) report(missingFile(path, folder, named));
      return bytes;
    },
  };
}

/** A file of the brand's own folder, or of an installed package (`package:@scope/name/file.ttf`). */
function readBrandFile(reader: Reader, folder: string, path: string): Uint8Array | undefined {
  if (path.startsWith('package:')) return readPackageFile(path.slice('package:'.length));
  return reader.workspace.read(`${folder}/${path}`)?.bytes;
}

function missingFile(path: string, folder: string, { what, place }: Named): Diagnostic {
  return error(`brand-${what}`, place, `There is no ${what} at '${path}'.`, {
    hints: [`A path is relative to ${folder}, or names a file of an installed package as package:name/file.`],
  });
}
