import { error, type FaultGroup, warning } from './fault.ts';

/** What can be wrong with published files, and between them and the workspace. */
export const publishedFaults: readonly FaultGroup[] = [
  {
    title: 'The proof',
    faults: [
      error(
        'proof-painted',
        'A finished document does not say what the matrix says, and is not published.',
        'Let the template print every activity with its codes. If it does, please report this.',
      ),
      error(
        'make-lost',
        'The thread that was making a document ended, and so did a second one; the other documents are made.',
        'Memory may have run out: run `annex build --jobs 1`. If that ends too, please report this.',
      ),
      error(
        'proof-published',
        'A published document does not say what the matrix says.',
        'Run `annex build`. If nobody changed the matrix since, somebody changed the document.',
      ),
      error(
        'proof-carried',
        'What a published document carries is not its edition as the workspace has it.',
        'Run `annex build`. If nobody changed the workspace since, somebody changed the document.',
      ),
      error(
        'proof-bytes',
        'A published document says what the matrix says, and yet is not the one that the workspace makes.',
        'Templates, brand or wording may have changed since: run `annex build`.',
      ),
      warning(
        'proof-version',
        'Another version of this program made a published document, so only what it says was compared.',
        'Run `annex build`, or leave it: what it says agrees.',
      ),
    ],
  },
  {
    title: 'Published files',
    faults: [
      error(
        'file-foreign',
        'A file is neither a PDF nor a workbook.',
        'Name a file that `annex build` made.',
      ),
      error(
        'file-archive',
        'A file is an archive of several documents, or of none.',
        'Unpack it and name one of its documents.',
      ),
      error(
        'file-damaged',
        'A PDF or a workbook cannot be read to its end.',
        'Take it from where it was published, or run `annex build`.',
      ),
      error(
        'output-manifest',
        'An output folder has no manifest, or one that no build wrote.',
        'Name an output folder; or run `annex build`.',
      ),
      error(
        'output-checksum',
        'A file is not the one whose checksum was published with it.',
        'Take it from where it was published, or run `annex build`.',
      ),
      error('output-missing', 'The manifest lists a file that is not there.', 'Run `annex build`.'),
      error(
        'output-unmade',
        'The workspace makes a file that the manifest does not list.',
        'Run `annex build`.',
      ),
      error(
        'output-foreign',
        'The manifest lists a file that the workspace does not make.',
        'Run `annex build`, which removes what is no longer made.',
      ),
      warning(
        'output-unlisted',
        'A file lies in the output folder that no build made.',
        'Move it elsewhere.',
      ),
      error(
        'output-kept',
        'Errors in the workspace keep a published file from being held against it, so it was held against the edition that it carries. Where a build kept the file for the same reason, this is a note.',
        'Run `annex check`.',
      ),
    ],
  },
  {
    title: 'A place that is published to',
    faults: [
      error(
        'publish-released',
        'Other bytes would come to stand at the address of a document that was published as released.',
        'Where the change is meant, such as a translation that was reviewed or a new brand, run `annex publish --force`.',
      ),
      error(
        'publish-foreign',
        'A file stands in the way that `annex publish` did not write.',
        'Move it elsewhere or name another folder; or replace it with `--force`.',
      ),
      error(
        'publish-lost',
        'A delivery cannot be shown again, because one of its files is neither at its path nor set aside.',
        'Roll back to another one, or build that edition again and publish it.',
      ),
    ],
  },
  {
    title: 'Released editions',
    faults: [
      warning(
        'edition-changed',
        'The edition is released already, and the matrix says something else today. An error for a release.',
        'Give the matrix a new edition in `product.yaml`, and the day from which it is in effect.',
      ),
      error(
        'release-order',
        'The edition would come before one that is released.',
        'Set `updated` to the day from which it is in effect.',
      ),
      error(
        'edition-misplaced',
        'A file among the released editions of a product is that of another edition or product, or of a draft, or has the name of another but for its case.',
        'Take the files of `editions` from version control; `annex release` alone writes there.',
      ),
    ],
  },
  {
    title: 'Editions, carried by a document or released',
    faults: [
      error(
        'edition-several',
        'The file is a pack, which carries the editions of several products.',
        'Name the product whose edition is meant by `--product`.',
      ),
      error(
        'edition-missing',
        'A document carries no edition.',
        'Take it from where it was published: another program may have lost the edition when it saved the file.',
      ),
      error(
        'edition-syntax',
        'The edition is not JSON.',
        'Take the document from where it was published, or the released edition from version control.',
      ),
      error(
        'edition-shape',
        'The JSON is not that of an edition.',
        'See docs/edition.md for what it has to hold.',
      ),
      error(
        'edition-format',
        'The edition was written by a later version of this program.',
        'Install the newest version.',
      ),
      error(
        'edition-altered',
        'The edition was altered after it was written: its digest no longer fits.',
        'Take the document from where it was published, or the released edition from version control.',
      ),
      error(
        'edition-language',
        'The edition does not have the language that was asked for.',
        'Ask for one of those that the message names.',
      ),
    ],
  },
];
