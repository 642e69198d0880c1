import type { Change } from './change.ts';

/** The day that a new edition takes effect until somebody sets it: the clock never reaches a source file. */
export const unsetDay = '2026-01-01';

/** A whole workspace: two parties, one product, and a word on each thing that may be changed. */
export const exampleWorkspace: Change = {
  'annex.yaml': `# What this workspace builds: every product of data/products, in every language and format named here.
format: 1

# The language in which the matrices, the sections and the names are written; its text prevails.
language: en
# To add one: annex new language fr. It joins the build when all its texts are there.
languages: [en]

# The parties, in the order of their columns; an id is the head of its column in each matrix.csv.
parties:
  - { id: customer, name: Customer }
  - { id: provider, name: Provider }

# What a cell of a matrix may hold: RACI, RASCI, RACI-VS, or codes of your own.
codes: RACI

# The name, colours and fonts that the documents wear. To make your own: annex new brand acme.
brand: neutral

# An annex as PDF, a workbook as xlsx.
formats: [pdf, xlsx]

# How much a rule weighs (error, warning or off), by the id that a finding names.
# rules:
#   accountable-missing: warning
`,
  'data/sections.csv': `section,title
setup,Setting up the service
operation,Running the service
operation.access,Access
operation.backup,Backups
operation.monitoring,Monitoring
end,Ending the service
`,
  'data/products/managed-database/product.yaml': `# What the annex and the workbook say beside the matrix.
name: Managed Database
edition: '1'
# The day from which this edition is in effect.
updated: ${unsetDay}
reference: MDB-RM
summary: >-
  A relational database that the provider installs, runs and backs up for the customer. This matrix says who does
  what, and who answers for it.
`,
  'data/products/managed-database/matrix.csv': `id,section,activity,note,customer,provider
size,setup,Choose the size of the database and the region it runs in,,RA,C
install,setup,Install the database and record its settings,,I,RA
accounts,operation.access,Open and close the accounts of users,,RA,
access-review,operation.access,Review who has access to the data,,RA,I
nightly-backup,operation.backup,"Back up the database every night, and keep each backup for thirty days",,,RA
restore-test,operation.backup,Restore a backup to prove that it can be restored,"Once a quarter, on a day agreed with the customer.",C,RA
alerts,operation.monitoring,Watch the database around the clock and act on alerts,,I,RA
export,end,Export the data before the contract ends,,RA,C
erasure,end,Erase the data and every backup of it,,I,RA
`,
};

/** Keeps what is generated out of a repository. */
export const ignoreFile: Change = { '.gitignore': 'output/\n' };
