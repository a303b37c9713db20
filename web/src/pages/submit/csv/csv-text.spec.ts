import { csvText } from './csv-text.js';

const bytes = (content: Buffer) => new Uint8Array(content).buffer;

describe('csvText', () => {
  it('reads UTF-8 and drops a byte order mark', () => {
    expect(csvText(bytes(Buffer.from('\ufeffstore_id,é')), 'a.csv')).toBe('store_id,é');
    expect(csvText(bytes(Buffer.from('')), 'a.csv')).toBe('');
  });

  it.each([
    [Buffer.from('504b030414', 'hex'), 'a.csv is an Excel workbook. Save it as "CSV UTF-8" and try again.'],
    [Buffer.from('\ufeffstore', 'utf16le'), 'a.csv is UTF-16 text. Save it as "CSV UTF-8" and try again.'],
    [Buffer.from('caf\xe9', 'latin1'), 'a.csv is not UTF-8 text. Save it as "CSV UTF-8" and try again.'],
  ])('refuses %p in a sentence that tells what to do', (content, sentence) => {
    expect(() => csvText(bytes(content), 'a.csv')).toThrow(sentence);
  });
});
