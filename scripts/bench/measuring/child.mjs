// Measures one part in a process of its own, so that no part inherits another's heap; hands the result to its parent.
const [part, options] = process.argv.slice(2);
const { title, measure } = await import(new URL(`../${part}`, import.meta.url));
const result = await measure(JSON.parse(options));
process.send({ title, ...result }, () => process.exit(0));
