import { brandsFolder } from '../../catalogue/brands.ts';
import { readConfig } from '../../catalogue/config.ts';
import { productsFolder } from '../../catalogue/products.ts';
import { Reader } from '../../catalogue/reader.ts';
import { formats } from '../../formats/registry.ts';
import type { Names } from '../../plan/request.ts';
import { openWorkspace } from '../../workspace/disk.ts';
import { overlayWorkspace } from '../../workspace/overlay.ts';
import { shippedTemplates } from '../../workspace/shipped.ts';
import { WorkspaceFault } from '../../workspace/workspace.ts';

/** The names of a workspace, read without building its catalogue: a key was pressed. None where it is no workspace. */
export function readNames(folder: string): Names {
  const ids = formats.map(({ id }) => id);
  try {
    const workspace = overlayWorkspace(openWorkspace(folder), shippedTemplates());
    return {
      products: workspace.list(productsFolder).folders,
      languages: readConfig(new Reader(workspace))?.languages ?? [],
      formats: ids,
      brands: workspace.list(brandsFolder).folders,
    };
  } catch (thrown) {
    if (!(thrown instanceof WorkspaceFault)) throw thrown;
    return { products: [], languages: [], formats: ids, brands: [] };
  }
}
