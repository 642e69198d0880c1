import { describe, expect, it } from 'vitest';
import type { Text, TranslationMemory, TranslationRow } from './model.ts';
import { translate } from './translations.ts';

const place = { file: 'fr.csv', cell: { record: 1, field: 2 } };
const text: Text = { id: 'backup', source: 'Back up', language: 'en', place };
const row = (id: string, source: string, words: string): TranslationRow => ({
  id,
  source,
  text: words,
  status: 'reviewed',
  place,
});

function memory(parts: {
  own?: TranslationRow;
  shared?: TranslationRow;
  phrase?: TranslationRow;
}): TranslationMemory {
  return {
    language: 'fr',
    byId: new Map(parts.shared ? [[parts.shared.id, parts.shared]] : []),
    phrases: new Map(parts.phrase ? [[parts.phrase.source, parts.phrase]] : []),
    byProduct: new Map([['mail', new Map(parts.own ? [[parts.own.id, parts.own]] : [])]]),
  };
}

describe('the text of a language', () => {
  it('is the source itself in the language it is written in', () => {
    expect(translate(text, 'en', undefined)).toEqual({ text: 'Back up', status: 'original' });
  });

  it('is the product’s own row before the shared phrase', () => {
    const found = memory({
      own: row('backup', 'Back up', 'Sauver'),
      phrase: row('', 'Back up', 'Sauvegarder'),
    });
    expect(translate(text, 'fr', found, 'mail')?.text).toBe('Sauver');
  });

  it('is the phrase where the product’s own row translates an older wording', () => {
    const found = memory({ own: row('backup', 'Save', 'Sauver'), phrase: row('', 'Back up', 'Sauvegarder') });
    expect(translate(text, 'fr', found, 'mail')).toEqual({ text: 'Sauvegarder', status: 'reviewed' });
  });

  it('is stale where only an older wording was translated', () => {
    const found = memory({ own: row('backup', 'Save', 'Sauver') });
    expect(translate(text, 'fr', found, 'mail')).toEqual({ text: 'Sauver', status: 'stale', source: 'Save' });
  });

  it('is missing where nothing fits: another product’s row does not serve', () => {
    const found = memory({ own: row('backup', 'Back up', 'Sauver') });
    expect(translate(text, 'fr', found, 'web')).toBeUndefined();
  });
});
