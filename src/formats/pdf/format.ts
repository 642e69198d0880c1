import type { AnnexFormat } from '../format.ts';

/** The annex as a PDF file. */
export const pdfFormat: AnnexFormat = {
  kind: 'annex',
  id: 'pdf',
  extension: 'pdf',
  mediaType: 'application/pdf',
  render: async (document) => {
    // pdfmake and what it needs take longer to load than `annex --help` may take in all.
    const { typeset } = await import('./typeset.ts');
    return typeset(document);
  },
};
