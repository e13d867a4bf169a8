import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { factsFolder, good, inFolder, type Folder } from '../../../tests/support/facts-folder.ts';
import type { Mapping } from './mapping.ts';

const DEALS = 'deal_id,deal_stage,amount,close_date\nd1,Won,100,2026-05-01\nd2,Lost,200.50,2026-05-02\n';

/** The deals that a file becomes, as id and minor units. */
const dealsOf = async ({ facts }: Folder): Promise<unknown> =>
  (await facts.engine.read<{ id: string; amount_minor: number }>('select id, amount_minor from opportunity order by id')).map(
    ({ id, amount_minor }) => `${id} ${amount_minor}`,
  );
const EXPECTED = ['d1 10000', 'd2 20050'];

const reads = (name: string, content: string | Uint8Array): void =>
  void test(name, async (t) => {
    const folder = await factsFolder(t);
    await folder.load('deals.csv', content);
    assert.deepEqual(await dealsOf(folder), EXPECTED);
  });

reads('plain CSV', DEALS);
reads('CSV with a byte order mark', `\uFEFF${DEALS}`);
reads('CSV with CRLF', DEALS.replaceAll('\n', '\r\n'));
reads('CSV with the line ends of an old Mac', DEALS.replaceAll('\n', '\r'));
reads('CSV with mixed line ends', DEALS.replace('\n', '\r\n'));
reads('CSV without a line end at its end', DEALS.trimEnd());
reads('tabs in a file called csv', DEALS.replaceAll(',', '\t'));
reads('bars', DEALS.replaceAll(',', '|'));
reads('semicolons and decimal commas', DEALS.replaceAll(',', ';').replace('200.50', '200,50'));
reads('UTF-16 little endian with its mark and tabs', Buffer.from(`\uFEFF${DEALS.replaceAll(',', '\t')}`, 'utf16le'));
reads('UTF-16 little endian without a mark', Buffer.from(DEALS, 'utf16le'));
reads('UTF-16 big endian with its mark', Buffer.from(`\uFEFF${DEALS}`, 'utf16le').swap16());
reads('gzip', gzipSync(DEALS));
reads('gzip of UTF-16', gzipSync(Buffer.from(`\uFEFF${DEALS}`, 'utf16le')));
reads('a hint for spreadsheets in the first line', `sep=;\n${DEALS.replaceAll(',', ';')}`);
reads('a report title and a date range above the header', `Deal report\n"May 1, 2026 - May 2, 2026"\n\n${DEALS}`);
reads('blank lines and rows without any text', DEALS.replace('d2', '\n,,,\nd2'));
reads(
  'quoted cells with delimiters, quotes and line ends',
  'deal_id,deal_stage,amount,close_date,note\nd1,Won,100,2026-05-01,"a ""b"", c\nd"\nd2,Lost,200.50,2026-05-02,\n',
);
reads('spaces around cells', DEALS.replaceAll(',', ' , '));
reads(
  'JSON lines',
  '{"deal_id":"d1","deal_stage":"Won","amount":100,"close_date":"2026-05-01"}\n{"deal_id":"d2","deal_stage":"Lost","amount":200.5,"close_date":"2026-05-02"}\n',
);
reads(
  'a list of JSON objects',
  JSON.stringify([
    { deal_id: 'd1', deal_stage: 'Won', amount: 100, close_date: '2026-05-01' },
    { deal_id: 'd2', deal_stage: 'Lost', amount: 200.5, close_date: '2026-05-02' },
  ]),
);
reads(
  'a list of JSON objects in its wrapping',
  JSON.stringify({
    results: [
      { deal_id: 'd1', deal_stage: 'Won', amount: 100, close_date: '2026-05-01' },
      { deal_id: 'd2', deal_stage: 'Lost', amount: 200.5, close_date: '2026-05-02' },
    ],
  }),
);
reads('total rows at the end', `${DEALS}\nTotal,,300.50,\nGrand total: all deals,,300.50,\n`);

test('a file name with brackets and stars is read literally', async (t) => {
  const folder = await factsFolder(t);
  await folder.load('deals [1] *.csv', DEALS);
  assert.deepEqual(await dealsOf(folder), EXPECTED);
});

test('Windows-1252 is recognised by letters that are not UTF-8', async (t) => {
  const { load, facts } = await factsFolder(t);
  const { reading } = await load('accounts.csv', Buffer.from('account,sector,employees\nM\xfcller GmbH,B\xe4ckerei \x80,5\n', 'latin1'));
  assert.equal(reading.encoding, 'windows-1252');
  assert.deepEqual(await facts.engine.read(`select id, attrs->>'sector' as sector from account`), [
    { id: 'Müller GmbH', sector: 'Bäckerei €' },
  ]);
});

test('rows in another encoding than the file are held with their row and their letters', async (t) => {
  const { load, facts } = await factsFolder(t);
  const content = Buffer.concat([
    Buffer.from('account,sector,employees\nMüller,a,1\n'),
    Buffer.from('Sch\xf6n,b,2\n', 'latin1'),
    Buffer.from('Groß,c,3\n'),
  ]);
  const { n, held } = await load('accounts.csv', content);
  assert.equal(held, 1);
  const [row] = await facts.held(n);
  assert.equal(row!.line, 3);
  assert.match(row!.problem, /not UTF-8/);
  assert.deepEqual(row!.cells, { account: 'Schön', sector: 'b', employees: '2' });
});

test('Parquet keeps instants, decimals and nested values', async (t) => {
  const { facts, file, folder } = await factsFolder(t);
  const path = `${folder}/../t.parquet`;
  await facts.engine.aside((tx) =>
    tx.run(
      `copy (select 't1' as touch_id, 'c1' as contact_id, timestamptz '2026-05-01 10:00:00+02' as touched_at, {'campaign': {'name': 'spring'}} as context, ['a', 'b'] as tags) to '${path}'`,
    ),
  );
  good(await facts.load({ path, name: 't.parquet' }, {}, { by: 'p', at: '2026-11-21T10:00:00.000Z' }));
  assert.deepEqual(await facts.engine.read('select touched_at, campaign, attrs from touch'), [
    { touched_at: '2026-05-01T08:00:00.000Z', campaign: 'spring', attrs: '{"tags":"a;b"}' },
  ]);
  assert.equal(file('x', '').name, 'x');
});

test('nested JSON becomes columns with dots, and long ids keep their digits', async (t) => {
  const { load, facts } = await factsFolder(t);
  const line = {
    messageId: 'm1',
    userId: 'u1',
    type: 'track',
    originalTimestamp: '2026-05-01T10:00:00.000Z',
    context: { campaign: { name: 'spring', medium: 'email' } },
  };
  await load('segment.jsonl', `${JSON.stringify(line).replace('"u1"', '12345678901234567890')}\n`);
  assert.deepEqual(await facts.engine.read('select id, contact_id, channel, campaign, touched_at from touch'), [
    { id: 'm1', contact_id: '12345678901234567890', channel: 'Email', campaign: 'spring', touched_at: '2026-05-01T10:00:00.000Z' },
  ]);
});

test('a line that is no JSON object is held with its row', async (t) => {
  const { load, facts } = await factsFolder(t);
  const { n } = await load('deals.jsonl', '{"deal_id":"d1","deal_stage":"Won"}\n\n{"deal_id":"d2"\n{"deal_id":"d3","deal_stage":"Lost"}\n');
  assert.deepEqual(
    (await facts.held(n)).map(({ line, problem }) => [line, problem]),
    [[3, 'The line is not a JSON object.']],
  );
});

test('repeated column names are numbered and reported', async (t) => {
  const { preview } = await factsFolder(t);
  const { reading, findings } = await preview('deals.csv', 'Deal ID,Deal Stage,Labels,Labels,Labels\nd1,Won,a,b,c\n');
  assert.deepEqual(reading.headers, ['Deal ID', 'Deal Stage', 'Labels', 'Labels (2)', 'Labels (3)']);
  assert.deepEqual(
    findings.map(({ code }) => code).filter((code) => code === 'headers-repeated'),
    ['headers-repeated'],
  );
});

test('total rows are reported and not loaded', async (t) => {
  const { preview } = await factsFolder(t);
  const { reading, findings, counts } = await preview(
    'spend.csv',
    'Campaign report\n"September 1, 2026 - September 3, 2026"\nDay,Campaign,Impr.,Clicks,Cost\n2026-09-01,Total recall,"1,033",5,172.45\n2026-09-02,Brand,--,--,--\nTotal: Campaigns,--,"1,033",5,172.45\nTotal: Account,--,"1,033",5,172.45\n',
  );
  assert.equal(reading.headerLine, 3);
  assert.deepEqual(
    reading.totals.map(({ line }) => line),
    [6, 7],
  );
  assert.equal(counts[0]!.new, 2);
  assert.ok(findings.some(({ code, n }) => code === 'totals-left-out' && n === 2));
});

test('a row that lacks cells at its end is padded while half of it is there, else held; a row that is too wide is held', async (t) => {
  const { load, facts } = await factsFolder(t);
  const { n, findings } = await load(
    'deals.csv',
    'deal_id,deal_stage,amount,close_date\nd1,Won,100,2026-05-01\nd2,Lost\nd3\nd4,Won,1,2026-05-01,surplus\nd5,Won,5,2026-05-05,,\n',
  );
  assert.deepEqual(
    (await facts.held(n)).map(({ line, problem }) => [line, problem.split(':')[0]]),
    [
      [4, 'The row has one cell where the header names 4'],
      [5, 'The row has 5 cells where the header names 4.'],
    ],
  );
  assert.equal(findings.find(({ code }) => code === 'rows-padded')?.n, 1);
});

test('row numbers are those of a spreadsheet: preamble, blank lines and line ends in cells counted', async (t) => {
  const { load, facts } = await factsFolder(t);
  const { n } = await load('deals.csv', 'Report\ndeal_id,deal_stage,amount,note\nd1,Won,1,"two\nlines"\n\nd2,Won,x1y,\nd3,Won,3,\n');
  assert.deepEqual(
    (await facts.held(n)).map(({ line, column, found }) => [line, column, found]),
    [[5, 'amount', 'x1y']],
  );
});

const refuses = (name: string, code: string, says: RegExp, file: string, content: string | Uint8Array): void =>
  void test(`refused: ${name}`, async (t) => {
    const { refused, facts } = await factsFolder(t);
    const refusal = await refused(file, content);
    assert.equal(refusal.code, code);
    assert.match(`${refusal.text} ${refusal.todo}`, says);
    assert.ok(refusal.text.includes(file), refusal.text);
    assert.deepEqual(await facts.loads(), []);
  });

refuses('an empty file', 'file-empty', /0 bytes/, 'a.csv', '');
refuses('a file of spaces', 'file-empty', /no text/, 'a.csv', ' \n\n');
refuses('a file with a header only', 'file-without-rows', /row 1/, 'a.csv', 'deal_id,deal_stage\n');
refuses('a file without column names', 'file-without-header', /first row/i, 'a.csv', '1,2,3\n4,5,6\n');
refuses('an image called csv', 'file-is-image', /PNG/, 'a.csv', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1'));
refuses('a PDF', 'file-is-pdf', /PDF/, 'a.csv', '%PDF-1.7\n');
refuses(
  'a damaged Excel workbook',
  'file-bad-xlsx',
  /repair|export it again/,
  'a.csv',
  Buffer.from('PK\x03\x04\x14\0\0\0[Content_Types].xml xl/workbook.xml', 'latin1'),
);
refuses('an old Excel workbook', 'file-is-xls', /Excel/, 'a.csv', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1', 'latin1'));
refuses('a ZIP archive', 'file-is-zip', /Unpack/, 'a.csv', Buffer.from('PK\x03\x04 deals.csv', 'latin1'));
refuses('a web page', 'file-is-html', /sign-in page/, 'a.csv', '<!DOCTYPE html><html></html>');
refuses('bytes that are no text', 'file-is-binary', /not text/, 'a.csv', Buffer.from([1, 2, 3, 0, 0, 4, 5, 0, 9, 9, 0, 7, 1, 1, 2, 3]));
refuses('damaged gzip', 'file-bad-gzip', /unpacked/, 'a.csv', gzipSync(DEALS).subarray(0, 40));
refuses('damaged Parquet', 'file-bad-parquet', /Parquet/, 'a.parquet', 'PAR1 nothing PAR1');
refuses('JSON that is no list of objects', 'file-bad-json', /JSON/, 'a.json', '{\n "a": 1\n}\n');
refuses('a quotation mark that is never closed', 'file-unreadable', /row 3/, 'a.csv', 'deal_id,deal_stage\nd1,Won\nd2,"Lost\nd3,Won\n');
refuses(
  'a header of a million columns',
  'file-too-wide',
  /at least [\d,]+ columns; more than 2,000/,
  'a.csv',
  `${'a,'.repeat(1_000_000)}b\n1,2\n`,
);

test('refused: a file that is not there, and a folder', async (t: TestContext) => {
  const { facts, folder } = await factsFolder(t);
  for (const path of [`${folder}/none.csv`, folder]) {
    const result = await facts.preview({ path, name: 'x' }, {});
    assert.equal(result.ok ? 'ok' : result.refusal.code, 'file-missing');
  }
});

test('a line of a million cells is held, and the rows around it load', async (t) => {
  const { load, facts } = await factsFolder(t);
  const { n, held, counts } = await load('deals.csv', `deal_id,deal_stage\nd1,Won\nd2,${'x,'.repeat(1_000_000)}\nd3,Lost\n`);
  assert.deepEqual([held, counts[0]!.new], [1, 2]);
  const [row] = await facts.held(n);
  assert.equal(row!.line, 3);
  assert.match(row!.problem, /1,000,00\d cells/);
});

test('an apostrophe before what a spreadsheet would run is taken off again', async (t) => {
  const { load, facts } = await factsFolder(t);
  await load('deals.csv', "deal_id,deal_stage,note\nd1,Won,'=SUM(A1)\nd2,Won,'tis\nd3,Won,'-5\n");
  assert.deepEqual(
    (await facts.engine.read<{ note: string }>(`select attrs->>'note' as note from opportunity order by id`)).map(({ note }) => note),
    ['=SUM(A1)', "'tis", '-5'],
  );
});

test('any table comes back from any dialect: delimiter, line end, quoting, encoding, packing', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'B', '7', 'é', 'ß', '"', ',', ';', '\t', '|', '\n', ' ', '-', '.'), maxLength: 8 });
  const dialect = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n'),
    quoteAll: fc.boolean(),
    encoding: fc.constantFrom('utf8', 'bom', 'utf16le', 'utf16be', 'latin1'),
    gzip: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }),
      dialect,
      async (rows, { delimiter, end, quoteAll, encoding, gzip }) => {
        // Marks of the other dialects stand in the cells as they are: the header says which one cuts.
        const quoted = (cell: string): string =>
          quoteAll || /["\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
        const lines = [['key', 'first text', 'second text'], ...rows.map(([a, b], i) => [`k${i}`, a, b])];
        const csv = lines.map((cells) => cells.map(quoted).join(delimiter)).join(end) + end;
        const bytes =
          encoding === 'bom'
            ? Buffer.from(`\uFEFF${csv}`)
            : encoding === 'utf16be'
              ? Buffer.from(`\uFEFF${csv}`, 'utf16le').swap16()
              : encoding === 'utf16le'
                ? Buffer.from(`\uFEFF${csv}`, 'utf16le')
                : Buffer.from(csv, encoding === 'latin1' ? 'latin1' : 'utf8');
        await inFolder(async ({ load, facts }) => {
          const mapping: Mapping = {
            src: 'files',
            currency: null,
            zone: 'UTC',
            answers: {},
            headers: [],
            feeds: [
              {
                entity: 'lookup',
                lookup: 'key',
                fields: { id: { header: 'key' } },
                attributes: [
                  { header: 'first text', name: 'a', kind: 'text' },
                  { header: 'second text', name: 'b', kind: 'text' },
                ],
              },
            ],
          };
          await load('list.csv', gzip ? gzipSync(bytes) : bytes, { mapping });
          const found = await facts.engine.read<{ a: string | null; b: string | null }>(
            `select attrs->>'a' as a, attrs->>'b' as b from lookup order by try_cast(id[2:] as int)`,
          );
          const cell = (value: string): string | null => value.replaceAll(/^ +| +$/g, '') || null;
          assert.deepEqual(
            found,
            rows.map(([a, b]) => ({ a: cell(a), b: cell(b) })),
          );
        });
      },
    ),
    { numRuns: 40 },
  );
});
