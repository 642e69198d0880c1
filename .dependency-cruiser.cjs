// Who may import whom: the arrows of ARCHITECTURE.md, kept by `npm run boundaries`.
// A room may import the rooms listed with it, and itself.
const rooms = {
  diagnostics: [],
  workspace: ['diagnostics'],
  tables: ['diagnostics'],
  fonts: ['diagnostics'],
  pictures: [],
  catalogue: ['diagnostics', 'workspace', 'tables', 'fonts', 'pictures', 'likeness', 'edition'],
  plan: ['diagnostics', 'catalogue'],
  document: ['diagnostics'],
  workbook: ['diagnostics'],
  compose: ['diagnostics', 'catalogue', 'edition', 'document', 'workbook', 'fonts', 'workspace'],
  archive: [],
  formats: ['diagnostics', 'document', 'workbook', 'fonts', 'pictures', 'archive'],
  edition: ['diagnostics', 'tables'],
  readers: ['diagnostics', 'workbook'],
  proof: ['diagnostics', 'catalogue', 'edition', 'readers'],
  publish: ['diagnostics', 'plan'],
  make: [
    'diagnostics',
    'workspace',
    'fonts',
    'catalogue',
    'edition',
    'plan',
    'document',
    'workbook',
    'compose',
    'formats',
    'proof',
  ],
  cache: ['diagnostics', 'workspace', 'plan'],
  scaffold: ['diagnostics', 'catalogue', 'plan', 'tables', 'workspace'],
  fix: ['diagnostics', 'catalogue', 'plan', 'tables', 'workspace'],
  likeness: [],
  import: [
    'diagnostics',
    'workspace',
    'tables',
    'catalogue',
    'edition',
    'readers',
    'scaffold',
    'likeness',
    'translate',
  ],
  translate: ['diagnostics', 'workspace', 'tables', 'catalogue', 'plan', 'likeness', 'scaffold'],
  release: ['diagnostics', 'workspace', 'catalogue', 'edition', 'diff'],
  http: [],
  serve: ['http', 'publish'],
  preview: ['diagnostics', 'workbook', 'formats', 'http'],
  diff: [
    'diagnostics',
    'workspace',
    'tables',
    'catalogue',
    'edition',
    'readers',
    'likeness',
    'import',
    'document',
    'workbook',
    'compose',
  ],
};

// One owner per library.
const owners = {
  'csv-parse': '^src/tables/',
  handlebars: '^src/compose/template/',
  // What templates write, what a logo is and what a workbook holds is XML, and none of these rooms may ask another.
  '@rgrove/parse-xml': '^src/compose/markup/|^src/pictures/svg/|^src/readers/xlsx/|^src/translate/xliff/',
  pdfmake: '^src/formats/pdf/',
  exceljs: '^src/formats/xlsx/',
  // A preview draws pages in the browser with the pdf.js that reads them here.
  unpdf: '^src/readers/pdf/|^src/preview/page/',
  piscina: '^src/make/',
  yargs: '^src/cli/',
  yaml: '^src/workspace/',
  'markdown-it': '^src/import/pages/',
  parse5: '^src/import/pages/',
  mammoth: '^src/import/pages/',
  diff: '^src/likeness/',
  hono: '^src/http/|^src/preview/|^src/serve/',
  '@hono/node-server': '^src/http/',
  chokidar: '^src/preview/',
};

// Tests stand beside the code and may look further.
const code = '\\.ts$';
const test = '\\.test\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(rooms).map(([room, below]) => ({
      name: `${room}-imports-downwards`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: test },
      to: { path: '^src/', pathNot: `^src/(?:${[room, ...below].join('|')})/` },
    })),
    {
      name: 'nothing-imports-the-command',
      severity: 'error',
      from: { path: code, pathNot: '^src/cli/|^src/worlds/' },
      to: { path: '^src/cli/' },
    },
    ...Object.entries(owners).map(([library, owner]) => ({
      name: `${library.replace(/\W/g, '-')}-has-one-owner`,
      severity: 'error',
      from: { path: '^src/', pathNot: `${owner}|${test}` },
      to: { path: `^node_modules/${library}(?:/|$)` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
