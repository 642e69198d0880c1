import { describe, expect, it } from 'vitest';
import type { Inline } from '../../document/tree.ts';
import { type Draft, finishText } from './passage.ts';

function text(written: string): Draft {
  return { kind: 'text', text: written, language: 'en' };
}

function strong(...content: Draft[]): Draft {
  return {
    kind: 'group',
    content,
    wrap: (inner) => ({ kind: 'span', content: inner, style: {}, language: undefined, role: 'strong' }),
  };
}

const lineBreak: Draft = { kind: 'break' };

function finish(...drafts: Draft[]): string {
  return finishText(drafts, true).map(draw).join('');
}

function draw(inline: Inline): string {
  if (inline.kind === 'text') return inline.text;
  if (inline.kind === 'break') return '/';
  return inline.kind === 'span' ? `*${inline.content.map(draw).join('')}*` : '#';
}

describe('white space in a passage', () => {
  it('collapses across elements', () => {
    expect(finish(text('  one \t '), strong(text('  two ')), text('  three '))).toBe('one *two *three');
  });

  it('is dropped around breaks, and breaks at both ends with it', () => {
    expect(
      finish({ ...lineBreak }, text(' one '), { ...lineBreak }, text(' two'), { ...lineBreak }, text(' ')),
    ).toBe('one/two');
  });

  it('stays where it does not break', () => {
    expect(finish(text('\u00a0 one\u202f\u00a0'))).toBe('\u00a0 one\u202f\u00a0');
  });

  it('holds before a short last word, whichever element that stands in', () => {
    const start = 'Keep the service running by day and also by';
    expect(finish(text(`${start} night`), strong(text('¹')))).toBe(`${start}\u00a0night*¹*`);
    expect(finish(text(`${start} `), strong(text('night')))).toBe(`${start}\u00a0*night*`);
  });

  it('leaves nothing of elements that are empty', () => {
    expect(finish(strong(text(' ')), text('one'))).toBe('one');
  });
});
