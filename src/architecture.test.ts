import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));

/** Rows of the table of rooms: folder, and the folders it may import. */
const rooms = [...page.matchAll(/^\| `(\w+)\/` \|.*\| ([^|]+) \|$/gm)].map(([, room, imports]) => ({
  room: room!,
  imports: imports!.replaceAll('the trees', 'document, workbook').split(/, ?/),
}));

describe('ARCHITECTURE.md', () => {
  it('names every folder of src/, and no other', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(rooms.map(({ room }) => room).sort()).toEqual(folders.sort());
  });

  it.each(rooms)('says of $room/ what the import check keeps', ({ room, imports }) => {
    const rule = forbidden.find(({ name }: { name: string }) => name === `${room}-imports-downwards`);
    if (rule === undefined) {
      expect(['cli', 'runs', 'worlds']).toContain(room);
      return;
    }
    const allowed = /\(\?:(.+)\)\/$/.exec(rule.to.pathNot)![1]!.split('|');
    const said = imports.filter((name) => name !== 'nothing');
    expect([room, ...said].sort()).toEqual(allowed.sort());
  });
});
