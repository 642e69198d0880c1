import { describe, expect, it } from 'vitest';
import { parseStrictly } from './parse.ts';
import { readPlainMarkup } from './plain.ts';

/** Written by templates as a rule. */
const plain = [
  '<a/>',
  ' \n<a>\t</a>\n ',
  '<a b="1" c=\'2\'><d-e f="&lt;&#x27;&nbsp;"/>text &amp; &ndash; more</a >',
  '<a at="t.hbs:1:2"><b at="t.hbs:3:4">x</b><b at="t.hbs:3:4">y</b></a>',
  '<a b="one\ntwo\tthree">one\ntwo\tthree</a>',
  '<a b="">\u00a0 > \' " ]] \ufffd</a>',
  '<a\n  b = "1"/>'.replace(' = ', '='),
];

/** Read by the strict parser alone: sound or not, none of it is seen often. */
const other = [
  '',
  'text',
  '<a/><b/>',
  '<a/>text',
  'text<a/>',
  '<a><b></a></b>',
  '<a></b>',
  '<a>',
  '</a>',
  '<a b="1" b="2"/>',
  '<a b=1/>',
  '<a b/>',
  '<a b="<"/>',
  '<a b="&"/>',
  '<a b="&amp"/>',
  '<a>&unknown;</a>',
  '<a>&#65;&#x42;</a>',
  '<a>]]></a>',
  '<a><![CDATA[<b>]]></a>',
  '<a><!-- note --></a>',
  '<?xml version="1.0"?><a/>',
  '<!DOCTYPE a><a/>',
  '<a>one\r\ntwo\rthree</a>',
  '<A b:c="1" d_e="2"/>',
  '< a/>',
  '<a b=">"/>',
  '<a b="1"c="2"/>',
  '<a / >',
  '<a',
];

describe('markup as templates write it', () => {
  it.each(plain)('is read at once: %j', (markup) => {
    expect(readPlainMarkup(markup)).toEqual(parseStrictly(markup, 't.hbs').value);
    expect(readPlainMarkup(markup)).toBeDefined();
  });

  it.each(other)('is left to the strict parser where it is anything else: %j', (markup) => {
    expect(readPlainMarkup(markup)).toBeUndefined();
  });

  it('is read as the strict parser reads it, or left to that, however it is broken', () => {
    const pieces = [
      '<a',
      '<b',
      '</a',
      '</b',
      '>',
      '/>',
      ' ',
      '\n',
      '\r',
      '"',
      "'",
      '=',
      'c',
      '&',
      'lt;',
      '#',
      ']]>',
    ];
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    let read = 0;
    for (let round = 0; round < 4_000; round++) {
      let markup = plain[next(plain.length)]!;
      for (let edits = next(3); edits >= 0; edits--) {
        const at = next(markup.length + 1);
        markup = markup.slice(0, at) + pieces[next(pieces.length)]! + markup.slice(at + next(3));
      }
      const found = readPlainMarkup(markup);
      if (found === undefined) continue;
      read++;
      expect(found, markup).toEqual(parseStrictly(markup, 't.hbs').value);
    }
    expect(read).toBeGreaterThan(200);
  });
});
