import { checkContrast } from '../workspace/schemas/brand.ts';
import { brandsFolder, openBrandFolder } from './brand-folder.ts';
import { readFonts } from './brand-fonts.ts';
import { readLogo } from './brand-logo.ts';
import type { Brand, Catalogue, Product } from './model.ts';
import type { Reader } from './reader.ts';

export { brandsFolder };

/** Names of the brands that a workspace (or the program) has a folder for. */
export function listBrands(reader: Reader): readonly string[] {
  return reader.workspace.list(brandsFolder).folders;
}

/** The brands that a product is made in; one that could not be read is not among them. */
export function brandsOf(catalogue: Catalogue, { brand }: Pick<Product, 'brand'>): readonly Brand[] {
  const names = catalogue.brandsAsked.length > 0 ? catalogue.brandsAsked : [brand];
  return names.map((name) => catalogue.brands.get(name)).filter((brand) => brand !== undefined);
}

/** Reads a brand: brand.yaml, its fonts and its logo; undefined where something of it is missing. */
export function readBrand(reader: Reader, id: string): Brand | undefined {
  const folder = openBrandFolder(reader, id);
  if (folder === undefined) return undefined;
  folder.report(...checkContrast(folder.yaml));
  const fonts = readFonts(folder);
  const logo = readLogo(folder);
  if (fonts === undefined) return undefined;
  const { name, legal, logoHeight, type, colour, rule, code, cover, paper, footer, workbook } =
    folder.yaml.value;
  return {
    id,
    name,
    legal,
    logo,
    logoHeight,
    fonts,
    type,
    colour,
    dark: colour.dark,
    rule,
    code,
    cover,
    paper,
    footer,
    workbook,
    place: folder.yaml.placeOf(['name']),
  };
}
