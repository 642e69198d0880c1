// Makes every annex of a workspace in this process and tells its memory: many.mjs annexpress|typst WORKSPACE
import { askAsTheCommand, openArtifacts } from '../measuring/program.mjs';

const [program, folder] = process.argv.slice(2);
if (program === 'annexpress') await askAsTheCommand();
const opened = await openArtifacts(folder, ['pdf']);
const make = program === 'typst' ? await typstOf() : opened.make;
const read = resident();
let tenth;
for (const [i, artifact] of opened.artifacts.entries()) {
  await make(artifact);
  if (i + 1 === Math.ceil(opened.artifacts.length / 10)) tenth = resident();
}
console.log(JSON.stringify({ read, tenth, all: resident() }));

async function typstOf() {
  const { contentOf } = await import('../pdf/content.mjs');
  const { typstPress } = await import('../pdf/typst.mjs');
  const press = typstPress();
  return (artifact) => press({ ...contentOf(opened.compose(artifact).tree), attachments: [] });
}

/** Megabytes. */
function resident() {
  return process.memoryUsage.rss() / 2 ** 20;
}
