import type { Frame } from '../../catalogue/frame.ts';
import { localizeWords } from '../../catalogue/localize.ts';
import type { ListedProduct } from '../../page/listed.ts';
import { writeDownloadPage } from '../../page/page.ts';
import type { WritePage } from '../../publish/publish.ts';

/** Writes the download page of what a build has in stock over whatever is published. */
export function downloadPage(frame: Frame, products: readonly ListedProduct[]): WritePage {
  const { language, languages, brands } = frame;
  return (artifacts) =>
    writeDownloadPage({
      language,
      languages,
      words: new Map([language, ...languages].map((tag) => [tag, localizeWords(frame, tag)])),
      products,
      brands,
      artifacts,
    });
}
