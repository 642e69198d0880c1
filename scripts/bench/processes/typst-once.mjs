// Sets one annex with Typst: typst-once.mjs CONTENT.json OUT.pdf
import { readFileSync, writeFileSync } from 'node:fs';
import { typstPress } from '../pdf/typst.mjs';

const [content, out] = process.argv.slice(2);
writeFileSync(out, typstPress()(JSON.parse(readFileSync(content, 'utf8'))));
