import fc from 'fast-check';
import { StoreCsv, type StoreEntry } from './store-csv.js';

const HEADER = 'AreaCode,StoreName,StoreID\n';

async function read(content: string | Buffer, chunkBytes = 65_536): Promise<StoreEntry[]> {
  const bytes = Buffer.from(content);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      yield await Promise.resolve(Buffer.from(bytes.subarray(at, at + chunkBytes)));
    }
  }
  const entries: StoreEntry[] = [];
  for await (const entry of new StoreCsv(chunks()).entries()) entries.push(entry);
  return entries;
}

const rowsOf = (entries: StoreEntry[]) => entries.map((entry) => ('row' in entry ? entry.row : entry));
const rejectsOf = (entries: StoreEntry[]) =>
  entries.flatMap((entry) => ('reason' in entry ? [`${entry.line}: ${entry.reason}`] : []));

describe('StoreCsv', () => {
  it('reads columns in any order and case, and leaves others alone', async () => {
    const csv = 'store_id,Phone,LNG,lat,STORE NAME,area_code\nRP1,99,77.5,12.9,B P STORE,7100015\n';
    expect(rowsOf(await read(csv))).toEqual([
      {
        id: 'RP1',
        name: 'B P STORE',
        areaCode: '7100015',
        latitude: 12.9,
        longitude: 77.5,
        coordinatesSource: 'import',
      },
    ]);
  });

  it('reads a byte order mark, CRLF, quoted commas, doubled quotes and stray spaces', async () => {
    const csv =
      '\ufeff"AreaCode" , StoreName ,StoreID\r\n' +
      ' 7100015 , "BHAT TELCOM,-3" , RP1 \r\n' +
      '7100015,"SHREE ""NEW""  STORE",RP2\r\n' +
      '\r\n7100015,ಅಂಗಡಿ,RP3';
    expect(rowsOf(await read(csv))).toEqual([
      { id: 'RP1', name: 'BHAT TELCOM,-3', areaCode: '7100015' },
      { id: 'RP2', name: 'SHREE "NEW"  STORE', areaCode: '7100015' },
      { id: 'RP3', name: 'ಅಂಗಡಿ', areaCode: '7100015' },
    ]);
  });

  it('takes a stray quote as a character, and loses no row to it', async () => {
    const csv = `${HEADER}1,5" PIPE,RP1\n1,"A "B" C",RP2\n1,"BHAT, X",RP3\n`;
    expect(rowsOf(await read(csv))).toMatchObject([
      { id: 'RP1', name: '5" PIPE' },
      { id: 'RP2', name: 'A "B" C' },
      { id: 'RP3', name: 'BHAT, X' },
    ]);
  });

  it('counts the real lines of the file, also after quoted line breaks and blank lines', async () => {
    const csv = `\n${HEADER}1,"TWO\nLINES",RP1\n\n1,NAME,\n1,"A\r\nB\nC",RP2\n1,,RP3\n`;
    const entries = await read(csv);
    expect(entries.map(({ line }) => line)).toEqual([3, 6, 7, 10]);
    expect(rejectsOf(entries)).toEqual(['6: StoreID is blank.', '10: StoreName is blank.']);
  });

  it('rejects a row that swallowed others for want of a quote, instead of losing them silently', async () => {
    const csv = `${HEADER}1,"BHAT,RP1\n1,STORE 5",RP2\n1,GOOD,RP3\n`;
    const [reject, good] = await read(csv);
    expect(reject).toMatchObject({
      line: 2,
      reason: expect.stringContaining('a quote is probably missing') as string,
      mentions: expect.arrayContaining(['RP1', 'RP2']) as string[],
    });
    expect(good).toMatchObject({ line: 4, row: { id: 'RP3' } });
  });

  it('rejects the last row when its quote is never closed', async () => {
    expect(rejectsOf(await read(`${HEADER}1,A,RP1\n1,NAME,"RP2\n`))).toEqual([
      '3: A quote is opened and never closed.',
    ]);
  });

  it.each([
    ['1,NAME', 'The row has 2 columns, the header has 3.'],
    ['1,NAME,RP1,', 'The row has 4 columns, the header has 3.'],
    ['1,NAME,  ', 'StoreID is blank.'],
    [',NAME,RP1', 'AreaCode is blank.'],
    ['1,NA\0ME,RP1', 'StoreName contains a NUL character.'],
    ['1,NAME,"RP\n1"', 'StoreID contains a line break.'],
    [`1,NAME,${'x'.repeat(101)}`, 'StoreID is longer than 100 characters.'],
  ])('rejects the row %j', async (row, reason) => {
    expect(rejectsOf(await read(`${HEADER}${row}\n1,GOOD,RP9\n`))).toEqual([`2: ${reason}`]);
  });

  it.each([
    ['91,77', 'lat "91" is outside -90 to 90.'],
    ['12,-180.1', 'lng "-180.1" is outside -180 to 180.'],
    ['12,', 'lat is there without lng.'],
    [',77', 'lng is there without lat.'],
    ['12°,77', 'lat "12°" is not a number.'],
    ['NaN,77', 'lat "NaN" is not a number.'],
  ])('rejects the coordinates %s', async (coordinates, reason) => {
    const csv = `AreaCode,StoreName,StoreID,lat,lng\n1,NAME,RP1,${coordinates}\n`;
    expect(rejectsOf(await read(csv))).toEqual([`2: ${reason}`]);
  });

  it('keeps where coordinates come from, and takes blank ones as "not known here"', async () => {
    const csv =
      'AreaCode,StoreName,StoreID,lat,lng,CoordinateSource\n1,A,RP1,1.5,-2,Sample\n1,B,RP2,,,sample\n';
    expect(rowsOf(await read(csv))).toEqual([
      { id: 'RP1', name: 'A', areaCode: '1', latitude: 1.5, longitude: -2, coordinatesSource: 'sample' },
      { id: 'RP2', name: 'B', areaCode: '1' },
    ]);
  });

  it('rejects bytes that are not UTF-8, but not a replacement character that is in the file', async () => {
    const bad = Buffer.concat([Buffer.from(`${HEADER}1,CAF`), Buffer.from([0xe9]), Buffer.from(',RP1\n')]);
    expect(rejectsOf(await read(bad))).toEqual(['2: StoreName is not valid UTF-8.']);
    const foreign = Buffer.concat([Buffer.from(`${HEADER}1,A`), Buffer.from([0xff]), Buffer.from(',RP1\n')]);
    expect(rejectsOf(await read(foreign))).toEqual(['2: StoreName is not valid UTF-8.']);
    expect(rowsOf(await read(`${HEADER}1,A\ufffd,RP1\n`))).toMatchObject([{ name: 'A\ufffd' }]);
  });

  it.each([
    ['', /^The file is empty/],
    ['\ufeff\r\n  \r\n', /^The file is empty/],
    [HEADER, /^The file has no stores/],
    ['StoreName,StoreID\nA,RP1\n', /^Missing column AreaCode; the header is "StoreName,StoreID"/],
    ['AreaCode;StoreName;StoreID\n1;A;RP1\n', /separated by commas, not by ";"/],
    ['AreaCode,StoreName,StoreID,lat\n1,A,RP1,2\n', /^Missing column Longitude/],
    ['AreaCode,StoreName,StoreID,store_id\n1,A,RP1,2\n', /^The column StoreID is there twice/],
    ['<!doctype html><html></html>', /it is HTML/],
    ['{"stores": []}', /it is JSON/],
    ['PK\x03\x04rest', /it is an Excel workbook/],
    ['AreaCode,\x01\x02\0\n', /it is binary data/],
    ['AreaCode,StoreName,StoreID\r1,A,RP1\r', /CR alone/],
  ])('refuses to read %j at all', async (content, reason) => {
    await expect(read(content)).rejects.toMatchObject({
      line: 1,
      message: expect.stringMatching(reason) as string,
    });
  });

  it('gives up on a row without an end, naming the line it began on', async () => {
    const csv = `${HEADER}1,A,RP1\n1,"never closed,RP2\n${'1,X,RP3\n'.repeat(20_000)}`;
    await expect(read(csv)).rejects.toMatchObject({ line: 3, message: /closing quote is probably missing/ });
  });

  it('reads whatever a correct writer wrote, however the bytes are cut into chunks', async () => {
    const value = fc
      .string({
        unit: fc.constantFrom('"', ',', ' ', 'A', '-', 'é', '😀', "'", ';'),
        minLength: 1,
        maxLength: 8,
      })
      .map((text) => `x${text}y`);
    const row = fc.tuple(value, value, value, fc.boolean());
    const write = (text: string, always: boolean) =>
      always || /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 40 }),
        async (rows, size) => {
          const lines = rows.map(([a, b, c, q]) => [a, b, c].map((text) => write(text, q)).join(','));
          const entries = await read(`${HEADER}${lines.join('\r\n')}`, size);
          expect(rowsOf(entries)).toEqual(rows.map(([areaCode, name, id]) => ({ id, name, areaCode })));
        },
      ),
      { numRuns: 300 },
    );
  });
});
