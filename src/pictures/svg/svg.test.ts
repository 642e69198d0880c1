import { describe, expect, it } from 'vitest';
import { openSvg } from './svg.ts';

const box = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"';

function open(text: string): ReturnType<typeof openSvg> {
  return openSvg(new TextEncoder().encode(text));
}

function faultOf(text: string): string | undefined {
  const opened = open(text);
  return 'fault' in opened ? opened.fault : undefined;
}

/** What is wrong with an SVG of this content. */
function faultWith(content: string): string | undefined {
  return faultOf(`<svg ${box}>${content}</svg>`);
}

describe('the size of an SVG', () => {
  it.each([
    ['<svg width="90" height="30"/>', { width: 90, height: 30 }],
    ['<svg width="9mm" height="3mm" viewBox="0 0 4 4"/>', { width: 9, height: 3 }],
    ['<svg width="100%" height="100%" viewBox="0 0 30 20"/>', { width: 30, height: 20 }],
    ['<svg width="9mm" height="3cm" viewBox="0,0,30,20"/>', { width: 30, height: 20 }],
    ['<svg height="3" viewBox="-5 -5 10 10"/>', { width: 10, height: 10 }],
  ])('of %s is what it states, or that of its view box', (text, size) => {
    expect(open(text)).toEqual({ size });
  });

  it.each(['<svg/>', '<svg width="1em"/>', '<svg width="50%" height="9"/>'])('is missing in %s', (text) =>
    expect(faultOf(text)).toContain('no size'),
  );
});

describe('an SVG that is admitted', () => {
  it.each([
    '<title>A mark</title><path d="M0 0h9v9z" fill="#123456"/>',
    '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><rect fill="url(#g)"/>',
    '<style>.a { fill: url("#g") }</style><circle class="a" r="4"/>',
    '<rect fill="#12345678" transform="translate(1.5,-2)" stroke-width=".5"/>',
    '<symbol id="s"><path d="M0 0"/></symbol><use href="#s"/><use href="#s" x="9"/>',
    '<metadata><rdf:RDF xmlns:rdf="x"><script/></rdf:RDF></metadata><sodipodi:namedview xmlns:sodipodi="y"/>',
    '<g><g><g><ellipse rx="1" ry="2"/></g></g></g>',
  ])('holds %s', (content) => expect(faultWith(content)).toBeUndefined());

  it('may have a byte order mark, a declaration and a document type', () => {
    const type =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    expect(faultOf(`\ufeff<?xml version="1.0"?>\n${type}\n<svg ${box}/>`)).toBeUndefined();
  });
});

describe('an SVG that is refused', () => {
  it.each([
    ['<script>alert(1)</script>', '<script>'],
    ['<foreignObject><p>x</p></foreignObject>', '<foreignObject>'],
    ['<text>lumella</text>', 'turn texts into outlines'],
    ['<image href="data:image/png;base64,AAAA"/>', 'a picture in the picture'],
    ['<a href="#x"><path/></a>', '<a>'],
    ['<rect onclick="go()"/>', "'onclick'"],
    ['<use href="other.svg#mark"/>', "'other.svg#mark'"],
    ['<use xlink:href="http://example.org/a.svg#mark"/>', 'which is not in the file'],
    ['<rect fill="url(file:///etc/passwd)"/>', "'file:///etc/passwd'"],
    ['<rect style="fill: url( \'http://example.org/g\' )"/>', "'http://example.org/g'"],
    ['<style>@import "a.css";</style>', 'style sheet'],
    ['<style>rect { fill: url(a.svg#g) }</style>', "'a.svg#g'"],
    ['<g id="a"><use href="#a"/></g>', 'inside itself'],
    ['<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', 'inside itself'],
    ['<mask id="m"><rect mask="url(#m)"/></mask>', 'inside itself'],
    ['<symbol viewBox="0 0 0 0"/>', "view box '0 0 0 0'"],
    ['<svg viewBox="a b c d"/>', "view box 'a b c d'"],
    ['<path d="M0 0L1e400 0"/>', 'number 1e400'],
    ['<g transform="scale(9999999)"/>', 'number 9999999'],
    ['<rect>', 'not well-formed'],
    ['&nbsp;', 'not well-formed'],
  ])('for %s', (content, reason) => expect(faultWith(content)).toContain(reason));

  it('for elements that use each other too often', () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `<g id="g${i + 1}">${`<use href="#g${i}"/>`.repeat(4)}</g>`,
    );
    expect(faultWith(`<path id="g0"/>${levels.join('')}<use href="#g12"/>`)).toContain(
      'more than 10000 shapes',
    );
  });

  it('for elements that nest too deeply', () => {
    for (const depth of [200, 20_000]) {
      expect(faultWith('<g>'.repeat(depth) + '</g>'.repeat(depth))).toContain('too deeply');
    }
  });

  it('for entities, which expand without end', () => {
    const type = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    expect(faultOf(`${type}<svg ${box}/>`)).toContain('declares entities');
  });

  it('for what is no SVG at all', () => {
    expect(faultOf('<html><svg/></html>')).toContain('not <svg>');
    expect(faultOf('')).toContain('not well-formed');
    expect(openSvg(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toEqual({ fault: 'the SVG is not UTF-8' });
    expect(openSvg(new Uint8Array(600_000))).toEqual({ fault: 'the SVG is larger than 512 KiB' });
  });
});
