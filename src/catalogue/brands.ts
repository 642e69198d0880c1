import { createHash } from 'node:crypto';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';
import { openFont } from '../fonts/font.ts';
import { readPackageFile } from '../workspace/packages.ts';
import { type BrandYaml, brandSchema, checkContrast } from '../workspace/schemas/brand.ts';
import type { YamlFile } from '../workspace/yaml.ts';
import type { Brand, FontFamily, FontFile, Logo } from './model.ts';
import type { Reader } from './reader.ts';

export const brandsFolder = 'templates/brands';

/** Names of the brands that a workspace (or the program) has a folder for. */
export function listBrands(reader: Reader): readonly string[] {
  return reader.workspace.list(brandsFolder).folders;
}

/** Reads a brand: brand.yaml, its fonts and its logo; undefined where something of it is missing. */
export function readBrand(reader: Reader, id: string): Brand | undefined {
  const folder = `${brandsFolder}/${id}`;
  const yaml = reader.yaml(`${folder}/brand.yaml`, brandSchema, {});
  if (yaml === undefined) return undefined;
  reader.report(...checkContrast(yaml));
  const heading = readFamily(reader, folder, yaml, 'heading');
  const body = readFamily(reader, folder, yaml, 'body');
  const logo = readLogo(reader, folder, yaml);
  if (heading === undefined || body === undefined) return undefined;
  const { name, legal, logoHeight, fonts, type, colour, rule, code, cover, paper, footer, workbook } =
    yaml.value;
  return {
    id,
    name,
    legal,
    logo,
    logoHeight,
    fonts: {
      heading,
      body,
      headingFeatures: fonts.headingFeatures,
      numberFeatures: fonts.numberFeatures,
      codeFeatures: fonts.codeFeatures,
    },
    type,
    colour,
    rule,
    code,
    cover,
    paper,
    footer,
    workbook,
    place: { file: `${folder}/brand.yaml` },
  };
}

function readFamily(
  reader: Reader,
  folder: string,
  yaml: YamlFile<BrandYaml>,
  face: 'heading' | 'body',
): FontFamily | undefined {
  const paths = yaml.value.fonts[face];
  const regular = readFont(reader, folder, paths.regular, yaml.placeOf(['fonts', face, 'regular']));
  const semibold = readFont(reader, folder, paths.semibold, yaml.placeOf(['fonts', face, 'semibold']));
  return regular && semibold && { regular, semibold };
}

function readFont(reader: Reader, folder: string, path: string, place: Place): FontFile | undefined {
  const bytes = readBrandFile(reader, folder, path);
  if (bytes === undefined) {
    reader.report(missingFile('brand-font', 'font', path, folder, place));
    return undefined;
  }
  const font = openFont(bytes);
  if ('fault' in font) {
    reader.report(
      error('brand-font', place, `The font file '${path}' cannot be used: ${font.fault}.`, {
        hints: ['A brand needs static TrueType files (.ttf).'],
      }),
    );
    return undefined;
  }
  return { name: nameFont(path, bytes), path, bytes };
}

/** A name that no other content shares, so that caches and documents may know a font by it. */
function nameFont(path: string, bytes: Uint8Array): string {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return `${stem}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`;
}

function readLogo(reader: Reader, folder: string, yaml: YamlFile<BrandYaml>): Logo | undefined {
  const path = yaml.value.logo;
  if (path === undefined) return undefined;
  const bytes = readBrandFile(reader, folder, path);
  if (bytes === undefined) {
    reader.report(missingFile('brand-logo', 'logo', path, folder, yaml.placeOf(['logo'])));
    return undefined;
  }
  return { path, media: path.toLowerCase().endsWith('.png') ? 'image/png' : 'image/svg+xml', bytes };
}

/** A file of the brand's own folder, or of an installed package (`package:@scope/name/file.ttf`). */
function readBrandFile(reader: Reader, folder: string, path: string): Uint8Array | undefined {
  if (path.startsWith('package:')) return readPackageFile(path.slice('package:'.length));
  return reader.workspace.read(`${folder}/${path}`)?.bytes;
}

function missingFile(rule: string, what: string, path: string, folder: string, place: Place): Diagnostic {
  return error(rule, place, `There is no ${what} at '${path}'.`, {
    hints: [`A path is relative to ${folder}, or names a file of an installed package as package:name/file.`],
  });
}
