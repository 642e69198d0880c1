// What a start-up snapshot is built from may require modules of Node alone; a process that starts from it may require packages.
const fromNode = require;
const { createRequire, isBuiltin } = fromNode('node:module');
const { pathToFileURL } = fromNode('node:url');
const bundleUrl = pathToFileURL(__filename).href;
require = (name) => (isBuiltin(name) ? fromNode(name) : createRequire(__filename)(name));
function urlInPackages(path) {
  const { existsSync } = fromNode('node:fs');
  const { dirname, join } = fromNode('node:path');
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const file = join(folder, 'node_modules', path);
    if (existsSync(file) || folder === dirname(folder)) return pathToFileURL(file).href;
  }
}
