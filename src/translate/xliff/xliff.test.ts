import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import { describe, expect, test } from 'vitest';
import { exportTexts } from '../export.ts';
import { edited, fileOfText, french, mailFiles, mailWorkspace } from '../fixture.ts';
import type { Returned } from '../returned.ts';
import { readXliff } from './read.ts';

function exportAll(files: Parameters<typeof mailWorkspace>[0] = {}): string {
  const options = { language: 'fr', products: [], all: true, format: 'xliff' } as const;
  return exportTexts({ workspace: mailWorkspace(files), ...options }).content!;
}

function elementsIn(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child) => child instanceof XmlElement);
}

function all(element: XmlElement): XmlElement[] {
  return [element, ...elementsIn(element).flatMap(all)];
}

function read(content: string): readonly Returned[] {
  const { value, diagnostics } = readXliff(fileOfText(content));
  expect(diagnostics).toEqual([]);
  return value!.units;
}

function fault(content: string | Uint8Array): string {
  const file = typeof content === 'string' ? fileOfText(content) : { path: 'back.xlf', bytes: content };
  const { value, diagnostics } = readXliff(file);
  expect(value).toBeUndefined();
  return diagnostics.map(({ rule, message }) => `${rule}: ${message}`).join('\n');
}

const version2 = (inside: string, root = 'version="2.1" srcLang="en" trgLang="fr"') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" ${root}><file id="f">${inside}</file></xliff>`;

/* What the schema and the constraints of XLIFF 2.1 ask for (OASIS Standard, 13 February 2018). */
describe('an exported file', () => {
  // A stale text, a product alone, a note, and signs that XML cannot hold.
  const hostile = {
    ...edited('data/sections.csv', (text) => text.replace('Access', '"Access > ""all"" & \u0001more"')),
    'data/products/web/translations/fr.csv':
      'id,source,text,status\nbackup,Back up the service,Sauvegarder le site,reviewed\n',
  };
  const { root } = parseXml(exportAll(hostile)) as { root: XmlElement };
  const elements = all(root);
  const named = (name: string) => elements.filter((element) => element.name === name);

  test('is an xliff of version 2.1 with its two languages (4.2.2.1)', () => {
    expect(root.name).toBe('xliff');
    expect(root.attributes).toMatchObject({
      xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
      'xmlns:mtc': 'urn:oasis:names:tc:xliff:matches:2.0',
      version: '2.1',
      srcLang: 'en',
      trgLang: 'fr',
    });
  });

  /** Which elements stand in which, in this order: the content models of 4.2.2, 4.2.3 and 5.1. */
  const models: Readonly<Record<string, RegExp>> = {
    xliff: /^(?:file )+$/,
    file: /^(?:unit )+$/,
    unit: /^(?:mtc:matches )?(?:notes )?segment $/,
    'mtc:matches': /^(?:mtc:match )+$/,
    'mtc:match': /^source target $/,
    notes: /^(?:note )+$/,
    note: /^$/,
    segment: /^source (?:target )?$/,
    source: /^(?:cp )*$/,
    target: /^(?:cp )*$/,
    cp: /^$/,
  };

  test('holds elements only where they may stand, in their order', () => {
    for (const element of elements) {
      const inside = elementsIn(element).map(({ name }) => `${name} `);
      expect(inside.join(''), element.name).toMatch(models[element.name] ?? /^never$/);
    }
  });

  /** Which attributes an element may have; those behind the bar it must have. */
  const attributes: Readonly<Record<string, readonly [may: string, must: string]>> = {
    file: ['id original xml:space', 'id'],
    unit: ['id name', 'id'],
    'mtc:match': ['id ref type similarity', 'ref'],
    note: ['category', ''],
    segment: ['id state', ''],
    cp: ['hex', 'hex'],
  };

  test('gives them attributes that they have', () => {
    for (const element of elements.slice(1)) {
      const [may, must] = attributes[element.name] ?? ['', ''];
      const own = Object.keys(element.attributes);
      expect(
        own.filter((name) => !may.split(' ').includes(name)),
        element.name,
      ).toEqual([]);
      for (const name of must.split(' ').filter(Boolean)) expect(own).toContain(name);
    }
  });

  test('has text only in source, target and note', () => {
    const worded = elements.filter(({ children }) =>
      children.some((child) => child instanceof XmlText && child.text.trim() !== ''),
    );
    expect([...new Set(worded.map(({ name }) => name))].sort()).toEqual(['note', 'source', 'target']);
  });

  test('names files, and units within them, once and by XML names (4.3.1 id)', () => {
    const idsOf = (list: XmlElement[]) => list.map((element) => element.attributes.id!);
    for (const ids of [idsOf(named('file')), ...named('file').map((file) => idsOf(elementsIn(file)))]) {
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[\w.-]+$/);
    }
  });

  test('has a state for each segment, and a target in all but initial ones (4.3.1 state)', () => {
    for (const segment of named('segment')) {
      expect(['initial', 'translated', 'reviewed', 'final']).toContain(segment.attributes.state);
      expect(segment.attributes.state === 'initial').toBe(elementsIn(segment).length === 1);
    }
  });

  test('points each candidate to a segment of its unit (5.1 ref)', () => {
    for (const unit of named('unit')) {
      const segments = elementsIn(unit).flatMap(({ name, attributes: { id } }) =>
        name === 'segment' ? [`#${id}`] : [],
      );
      const refs = all(unit).flatMap(({ name, attributes: { ref } }) => (name === 'mtc:match' ? [ref!] : []));
      for (const ref of refs) expect(segments).toContain(ref);
    }
    expect(named('mtc:match').length).toBeGreaterThan(0);
  });

  test('keeps spaces, and writes as cp what XML cannot hold (4.2.3.1 cp)', () => {
    for (const file of named('file')) expect(file.attributes['xml:space']).toBe('preserve');
    expect(exportAll(hostile)).toContain('<source>Access &gt; "all" &amp; <cp hex="0001"/>more</source>');
  });

  test('tells where a text stands, who owns it, and what it was', () => {
    const notes = named('note').map((note) => `${note.attributes.category}: ${note.text}`);
    expect(notes).toContain('where: Mail, clause 1.1, under Using the service: an activity');
    expect(notes).toContain('owners: Customer: I; Provider: R, A');
    expect(notes).toContain(
      "where: Mail, clause 1.1, under Using the service: a note on 'Back up the service'",
    );
    expect(notes).toContain('only: For web alone');
    expect(notes).toContain('before: Was: Access\nTranslated as: Accès');
  });
});

describe('a file that comes back', () => {
  test('may have been cut into segments by a tool, its targets in another order', () => {
    const [unit] = read(
      version2(`<group id="g"><unit id="u" name="mail/backup">
        <segment state="final"><source>One. </source><target order="3">Un. </target></segment>
        <ignorable><source>(</source></ignorable>
        <segment state="reviewed"><source>Two.</source><target order="1">Deux. </target></segment>
      </unit></group>`),
    );
    expect(unit).toMatchObject({
      source: 'One. (Two.',
      text: 'Deux. (Un.',
      status: 'reviewed',
      name: 'mail/backup',
    });
  });

  test('is not translated where one of its segments is not', () => {
    const [unit] = read(
      version2(
        '<unit id="u"><segment><source>One.</source><target>Un.</target></segment><segment><source>Two.</source><target> </target></segment></unit>',
      ),
    );
    expect(unit!.text).toBe('');
  });

  test('may have marks in it, which say nothing of the text', () => {
    const target = '<mrk id="m" type="term">Un</mrk> <sm id="n"/>deux<em startRef="n"/><cp hex="0007"/>';
    const [unit] = read(
      version2(`<unit id="u"><segment><source>a</source><target>${target}</target></segment></unit>`),
    );
    expect(unit).toMatchObject({ text: 'Un deux\u0007', hasCodes: false });
  });

  test('is known to hold codes where a tool put them in', () => {
    const [unit] = read(
      version2(
        '<unit id="u"><segment><source>a</source><target>Un <ph id="1"/>deux</target></segment></unit>',
      ),
    );
    expect(unit!.hasCodes).toBe(true);
  });

  test('may be XLIFF 1.2, with prefixes of its own', () => {
    const { value } = readXliff(
      fileOfText(`<?xml version="1.0"?>
<x:xliff version="1.2" xmlns:x="urn:oasis:names:tc:xliff:document:1.2"><x:file source-language="en" target-language="fr-FR" original="a" datatype="plaintext"><x:body><x:group>
<x:trans-unit id="t-1" resname="use"><x:source>Use</x:source><x:target state="translated"><x:mrk mtype="seg" mid="1">Usage</x:mrk></x:target></x:trans-unit>
<x:trans-unit id="t-2" approved="yes"><x:source>End</x:source><x:target>Fin</x:target></x:trans-unit>
<x:trans-unit id="t-3"><x:source>None</x:source></x:trans-unit>
</x:group></x:body></x:file></x:xliff>`),
    );
    expect(value!.language).toBe('fr-FR');
    expect(value!.units.map(({ ref, name, text, status }) => [ref, name, text, status])).toEqual([
      ['t-1', 'use', 'Usage', 'machine'],
      ['t-2', 't-2', 'Fin', 'reviewed'],
      ['t-3', 't-3', '', 'machine'],
    ]);
  });

  test('may be UTF-16', () => {
    const content = Buffer.from(`\uFEFF${exportAll()}`, 'utf16le');
    expect(readXliff({ path: 'back.xlf', bytes: content }).value!.units.length).toBeGreaterThan(8);
  });

  test('knows the place of each unit', () => {
    const [unit] = read(version2('\r\n\r\n  <unit id="u"><segment><source>a</source></segment></unit>'));
    expect(unit!.place).toEqual({ file: 'back.xlf', line: 3, column: 3, length: 1 });
  });
});

describe('what is no XLIFF is a finding', () => {
  test.each([
    ['<html/>', 'translated-file: Its outermost element is <html>; expected XLIFF 2.0, 2.1 or 1.2.'],
    [version2('', 'version="3.0"'), "translated-file: Its version is '3.0'; expected XLIFF 2.0, 2.1 or 1.2."],
    ['<xliff', /^translated-file: This is no XML: /],
    ['<a>&nope;</a>', /^translated-file: This is no XML: /],
    ['<a>'.repeat(200_000), 'translated-file: Its elements are nested too deeply.'],
    [Uint8Array.of(0x3c, 0xff), 'translated-file: The file is neither UTF-8 nor UTF-16.'],
    [
      new Uint8Array(33 * 1024 * 1024).fill(0x20),
      'translated-file: The file is larger than can be read: 33 MiB, at most 32 MiB.',
    ],
  ])('%#', (content, message) => {
    expect(fault(content)).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  test('and entities never grow', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><xliff version="2.1"><file><unit id="u"><segment><source>&b;</source></segment></unit></file></xliff>`;
    expect(fault(bomb)).toMatch(/^translated-file: This is no XML/);
  });
});

test('the words of a workspace without any row are all there', () => {
  const content = exportAll({ [french]: 'id,source,text,status\n' });
  expect(content.match(/<unit /g)!.length).toBe(exportAll().match(/<unit /g)!.length);
  expect(mailFiles[french]).toContain('Courriel');
});
