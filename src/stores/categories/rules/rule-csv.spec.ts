import { readRuleLines, ruleCsv, rulesOf } from './rule-csv.js';

const HEADER = 'words,category,strength,confidence\n';
const read = (csv: string) => {
  const { lines, problems } = readRuleLines(csv);
  return problems.length > 0 ? { rules: [], problems } : rulesOf(lines);
};

describe('A rule file', () => {
  it('is read with comments, blank lines, quotes, any case, CRLF and a byte order mark', () => {
    const csv = `\ufeffWords,Category,Strength,Confidence\r\n# a comment\r\n\r\n"tea  stall",Hotel-Restaurant,TRADE,\r\nnear,,landmark,\r\n`;
    expect(read(csv)).toEqual({
      problems: [],
      rules: [
        { words: 'TEA STALL', category: 'hotel-restaurant', strength: 'trade', confidence: 0.97 },
        { words: 'NEAR', strength: 'landmark', confidence: 0 },
      ],
    });
  });

  it('is the same when it was written and read again', () => {
    const { rules } = read(`${HEADER}PAN,pan-shop,trade,\nCORNER,other,ware,0.5\nGHAR,,silent,\n`);
    expect(read(ruleCsv(rules)).rules).toEqual(rules);
  });

  it.each([
    ['PAN,pan-shop,strong,', '"strength" must be trade, ware'],
    ['PAN,paan,trade,', '"category" must be hotel-restaurant'],
    ['PAN,unknown,trade,', 'general, other; not "unknown"'],
    ['OLD PAN AND BEEDI SHOP,pan-shop,trade,', '"words" has 4 words; more than 3 are not looked for.'],
    ['PAN,,trade,', '"category" must be hotel-restaurant'],
    ['GHAR,grocery,silent,', 'A word that is silent has neither category nor confidence.'],
    ['&,grocery,trade,', 'There is no word in "words".'],
    ['PAN,pan-shop,trade,7', '"confidence" must be more than 0 and at most 1; not "7".'],
    ['PAN,pan-shop,trade,x', '"confidence" must be'],
    [`${'A'.repeat(61)},pan-shop,trade,`, '"words" has more than 60 characters.'],
  ])('names the line of %s and what is wrong', (line, reason) => {
    const { problems } = read(`${HEADER}TEA,hotel-restaurant,trade,\n${line}\n`);
    expect(problems).toMatchObject([{ line: 3, reason: expect.stringContaining(reason) as string }]);
  });

  it('has every word once, joined or not', () => {
    const { problems } = read(`${HEADER}FOOT WEAR,clothing,trade,\nFOOTWEAR,other,trade,\n`);
    expect(problems).toEqual([{ line: 3, reason: '"FOOTWEAR" is on line 2 already.' }]);
  });

  it('is refused without its header, and with too many lines', () => {
    expect(read('PAN,pan-shop,trade,').problems).toMatchObject([{ line: 1 }]);
    const many = Array.from({ length: 5_001 }, (_, i) => `W${i},other,trade,\n`).join('');
    expect(read(HEADER + many).problems).toEqual([{ line: 5_002, reason: 'There may be 5000 rules.' }]);
  });
});
