/** Bad input at the command line: what is wrong, in which row and column, what to do; and nothing half-written. */
import { equal, match, notEqual } from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Output } from '../../src/server/operations/operation.ts';
import { openShell } from './shell.ts';

const shell = openShell();
const root = path.dirname(shell.folder);
const write = (name: string, content: string | Uint8Array): void => writeFileSync(path.join(root, name), content);
const HEADER = 'deal_id,stage,open_date,close_date,amount';
const GOOD = 'D-good,Won,2024-01-01,2024-02-01,7.00';
const deals = (...rows: string[]): string => [HEADER, ...rows].join('\n');
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256));
const cp1252 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.codePointAt(0)!);
const both = (a: string, b: Uint8Array): Uint8Array => Buffer.concat([Buffer.from(a), b]);

const sumOf = async (): Promise<string> => (await shell.get<Output<'export'>>('export')).sha256;
let sum: string;
before(async () => {
  write('first.csv', deals('D-1,Won,2023-01-01,2023-02-01,100.00', 'D-2,Lost,2023-01-03,2023-03-01,50.00'));
  const imported = await shell.run('import', 'first.csv', '--company', 'acme', '--currency', 'EUR', '--save-as', 'CRM deals', '--yes');
  equal(imported.code, 0, imported.err);
  sum = await sumOf();
});
after(shell.end);

/** Files that are refused whole: the arguments after the file, the code, and what the message must say. */
const REFUSED: readonly (readonly [file: string, content: string | Uint8Array | null, code: string, says: RegExp, ...argv: string[]])[] = [
  ['nowhere.csv', null, 'file-missing', /There is no file .*nowhere\.csv/],
  ['empty.csv', '', 'file-empty', /empty\.csv is empty/],
  ['header.csv', `${HEADER}\n`, 'file-without-rows', /row 1/],
  ['image.csv', PNG, 'file-is-image', /PNG image/],
  ['year.csv', deals('D-3,Won,2024-01-01,20218-02-01,5.00'), 'all-rows-held', /Row 2, column close_date/],
  ['negative.csv', deals('D-3,Won,2024-01-01,2024-02-01,-5.00'), 'all-rows-held', /Row 2, column amount/, '--answer', 'credit-notes=no'],
  [
    'twice.csv',
    deals('D-3,Won,2024-01-01,2024-02-01,5.00', 'D-3,Lost,2024-01-01,2024-03-01,6.00'),
    'all-rows-held',
    /row 2|rows 2/,
    '--mapping',
    'CRM deals',
  ],
  [
    'no-id.csv',
    'stage,open_date,close_date,amount\nWon,2024-01-01,2024-02-01,5.00\n',
    'mapping-misses-column',
    /deal_id/,
    '--mapping',
    'CRM deals',
  ],
  ['dates.csv', deals('D-3,Won,01/02/2018,03/04/2018,5.00'), 'questions-open', /--answer date-order:open_date=/],
  ['good.csv', deals(GOOD), 'unknown-answer', /date-order:won_date/, '--answer', 'date-order:won_date=dmy'],
  ['good.csv', deals(GOOD), 'invalid-input', /ISO 4217/, '--currency', 'euro'],
  ['good.csv', deals(GOOD), 'unknown-zone', /Mars\/Olympus/, '--time-zone', 'Mars/Olympus'],
  ['good.csv', deals(GOOD), 'no-such-mapping', /CRM deals/, '--mapping', 'CRM'],
];
for (const [file, content, code, says, ...argv] of REFUSED) {
  test(`${file}${argv.length > 0 ? ` with ${argv.join(' ')}` : ''} is refused (${code}), and nothing is written`, async () => {
    if (content !== null) write(file, content);
    const refused = await shell.run('import', file, '--company', 'acme', '--yes', ...argv);
    notEqual(refused.code, 0, refused.out);
    match(refused.err, says);
    equal(refused.out, '');
    const asJson = await shell.run('import', file, '--company', 'acme', '--yes', '--json', ...argv);
    equal(asJson.problem().code, code);
    equal(await sumOf(), sum);
    equal((await shell.get<Output<'loads'>>('loads')).loads.length, 1);
  });
}

test('a file that cannot be loaded founds no company', async () => {
  write('empty.csv', '');
  equal((await shell.run('import', 'empty.csv', '--company', 'new', '--yes')).code, 6);
  const { companies } = await shell.get<Output<'companies'>>('companies');
  equal(companies.length, 1);
});

test('of several files one that cannot be read keeps all of them out', async () => {
  write('good.csv', deals(GOOD));
  mkdirSync(path.join(root, 'folder'), { recursive: true });
  for (const bad of ['empty.csv', 'nowhere.csv', 'folder'])
    notEqual((await shell.run('import', 'good.csv', bad, '--company', 'acme', '--yes')).code, 0);
  equal(await sumOf(), sum);
});

/** Bad rows among good ones: held with row and column, while the rest lands. */
const HELD: readonly (readonly [
  file: string,
  content: string | Uint8Array,
  line: number,
  column: string | null,
  problem: RegExp,
  ...argv: string[],
])[] = [
  ['year-20218.csv', deals(GOOD, 'D-4,Won,2024-01-01,20218-02-01,5.00'), 3, 'close_date', /20218/],
  ['negative-amount.csv', deals('D-4,Won,2024-01-01,2024-02-01,-5.00', GOOD), 2, 'amount', /negative/],
  [
    'two-of-one.csv',
    deals('D-4,Won,2024-01-01,2024-02-01,5.00', GOOD, 'D-4,Lost,2024-01-01,2024-02-01,6.00'),
    2,
    'deal_id',
    /D-4|differ/,
    '--mapping',
    'CRM deals',
  ],
  ['million-columns.csv', deals(GOOD, Array(1_000_000).fill('x').join(',')), 3, null, /1,000,000 cells/],
  [
    'mixed-encodings.csv',
    both(`lead_id,created_date,channel\nL-1,2024-01-01,Köln\n`, cp1252('L-2,2024-01-02,München\n')),
    3,
    'channel',
    /UTF-8/,
  ],
];
for (const [file, content, line, column, problem, ...argv] of HELD) {
  test(`${file}: the row is held with where and why, the rest lands, and taking the load back leaves nothing`, async () => {
    write(file, content);
    const imported = await shell.get<Output<'import'>>('import', file, '--company', 'acme', '--currency', 'EUR', '--yes', ...argv);
    const [load] = imported.loads;
    equal(load!.rows > load!.held && load!.held > 0, true, JSON.stringify([load!.rows, load!.held]));
    const { rows } = await shell.get<Output<'held'>>('held', String(load!.n));
    const found = rows.find((row) => row.line === line);
    match(`${found?.problem}`, problem);
    match(`${found?.todo}`, /\w/);
    equal(found!.column ?? (column !== null && found!.problem.includes(column) ? column : null), column);
    equal((await shell.run('revert', String(load!.n))).code, 0);
    equal(await sumOf(), sum);
  });
}
