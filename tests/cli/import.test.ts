/** Importing at the command line: looked at first, asked where only a person knows, mended and taken back. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import type { Answer } from '../../src/kernel/answer.ts';
import type { Output } from '../../src/server/operations/operation.ts';
import { openShell } from './shell.ts';

type Import = Output<'import'>;
const shell = openShell();
const root = path.dirname(shell.folder);
after(shell.end);
const write = (name: string, text: string): void => writeFileSync(path.join(root, name), text);
const deals = (...rows: string[]): string => ['deal_id,stage,open_date,close_date,amount', ...rows].join('\n');
const sumOf = async (company: string): Promise<string> => (await shell.get<Output<'export'>>('export', '--company', company)).sha256;

write('deals.csv', deals('D-1,Won,2024-01-05,2024-02-01,100.00', 'D-2,Lost,2024-01-06,2024-02-11,', 'D-3,Proposal,2024-03-01,,40.50'));
write('ambiguous.csv', deals('A-1,Won,01/02/2018,03/04/2018,5.00', 'A-2,Lost,02/03/2018,05/06/2018,6.00'));
write(
  'half.csv',
  deals('H-1,Won,2024-01-05,2024-02-01,=1+1', 'H-2,Won,2024-01-05,2024-02-01,12.00', 'H-3,Won,2024-13-05,2024-02-01,13.00'),
);

test('--dry-run of a company that is not there says what would happen and makes nothing', async () => {
  const { code, out } = await shell.run('import', 'deals.csv', '--company', 'Acme', '--currency', 'EUR', '--dry-run');
  equal(code, 0);
  match(out, /opportunity: 3 new/);
  match(out, /Nothing was written/);
  ok(!existsSync(shell.folder), 'not even the data folder is made');
  deepEqual([(await shell.run('loads')).code, (await shell.run('doctor', '--json')).problem().code], [5, 'no-data']);
  ok(!existsSync(shell.folder), 'nor by looking at it');
});

test('without --yes and without a terminal nothing is loaded, and the message says what to add', async () => {
  const { code, err, out } = await shell.run('import', 'deals.csv', '--company', 'Acme');
  equal(code, 6);
  equal(out, '');
  match(err, /--yes/);
});

test('--json prints one document and nothing else, whatever happens', async () => {
  for (const argv of [
    ['import', 'deals.csv', '--company', 'Acme', '--currency', 'EUR', '--yes', '--json', '--progress'],
    ['import', 'deals.csv', '--company', 'Acme', '--dry-run', '--json'],
    ['loads', '--json'],
    ['ask', 'deals', '--by', 'stage', '--json'],
    ['ask', '--list', '--json'],
    ['doctor', '--json'],
    ['deals', '--json'],
    ['--help', '--json'],
  ]) {
    const { out, err, code } = await shell.spawn(...argv);
    equal(code, 0, `${argv.join(' ')}: ${err}`);
    equal(typeof JSON.parse(out), 'object', argv.join(' '));
    ok(out.endsWith('\n') && !err.includes('{'), argv.join(' '));
  }
});

test('a company is found by its short name, by its name, or alone; a wrong one is refused with the nearest', async () => {
  for (const argv of [[], ['--company', 'acme'], ['--company', 'ACME']])
    equal((await shell.get<Answer>('ask', 'deals', ...argv)).total['won'], 1);
  const { code, err } = await shell.run('loads', '--company', 'acne');
  equal(code, 5);
  match(err, /Did you mean .*cme\?/i);
});

test('--dry-run on a company that is there changes nothing in it', async () => {
  const sum = await sumOf('acme');
  write('more.csv', deals('D-1,Lost,2024-01-05,2024-02-01,100.00', 'D-9,Won,2024-01-05,2024-02-01,9.00'));
  const { previews, loads } = await shell.get<Import>('import', 'more.csv', '--currency', 'EUR', '--dry-run');
  deepEqual(loads, []);
  deepEqual(
    previews[0]!.counts.find(({ entity }) => entity === 'opportunity'),
    { entity: 'opportunity', new: 1, changed: 1, unchanged: 0 },
  );
  equal(await sumOf('acme'), sum);
  equal((await shell.get<Output<'loads'>>('loads')).loads.length, 1);
});

test('what only a person knows is refused under --yes with the words that answer it, and those words load it', async () => {
  const refused = await shell.run('import', 'ambiguous.csv', '--company', 'acme', '--currency', 'EUR', '--yes', '--json');
  equal(refused.problem().code, 'questions-open');
  const { questions } = refused.problem().detail as { questions: { id: string; answerWith: string; options: { id: string }[] }[] };
  deepEqual(
    questions.map(({ id }) => id),
    ['date-order:open_date', 'date-order:close_date'],
  );
  const said = await shell.run('import', 'ambiguous.csv', '--company', 'acme', '--currency', 'EUR', '--yes');
  for (const { answerWith } of questions) ok(said.err.includes(answerWith), answerWith);
  const answers = questions.flatMap(({ answerWith }) => answerWith.split(' '));
  const { loads } = await shell.get<Import>('import', 'ambiguous.csv', '--company', 'acme', '--currency', 'EUR', '--yes', ...answers);
  equal(loads[0]!.held, 0);
  const opened = await shell.get<Answer>('ask', 'deals', '--by', 'opened:day', '--where', 'id=A-1');
  deepEqual(
    opened.rows.map(({ key }) => key),
    ['2018-02-01'],
  );
  await shell.get('revert', String(loads[0]!.n));
});

test('at a terminal the file is shown, the questions are asked, and only a yes loads it', async () => {
  const sum = await sumOf('acme');
  const declined = await shell.asked(['2', '2', 'n'], 'import', 'ambiguous.csv', '--company', 'acme', '--currency', 'EUR');
  equal(declined.code, 6);
  equal(await sumOf('acme'), sum);
  const loaded = await shell.asked(['no', '2', 'mdy', 'y'], 'import', 'ambiguous.csv', '--company', 'acme', '--currency', 'EUR');
  equal(loaded.code, 0, loaded.err);
  match(loaded.err, /day first: 01\/02\/2018/);
  const opened = await shell.get<Answer>('ask', 'deals', '--by', 'opened:day', '--where', 'id=A-1');
  deepEqual(
    opened.rows.map(({ key }) => key),
    ['2018-01-02'],
  );
  const hungUp = await shell.asked([], 'import', 'ambiguous.csv', '--company', 'acme');
  equal(hungUp.code, 6);
});

test('commands at the same time wait for one another', async () => {
  const all = await Promise.all([shell.spawn('loads', '--json'), shell.spawn('ask', 'deals', '--json'), shell.spawn('doctor')]);
  deepEqual(
    all.map(({ code, err }) => [code, err]),
    [
      [0, ''],
      [0, ''],
      [0, ''],
    ],
  );
});

test('a load taken back is as if it had never been', async () => {
  const sum = await sumOf('acme');
  write('wrong.csv', deals('D-1,Lost,2024-01-05,2024-02-01,1.00', 'D-77,Won,2024-01-05,2024-02-01,77.00'));
  const { loads } = await shell.get<Import>('import', 'wrong.csv', '--company', 'acme', '--currency', 'EUR', '--yes');
  const n = String(loads[0]!.n);
  equal((await shell.run('revert', n)).code, 0);
  equal(await sumOf('acme'), sum);
  equal((await shell.run('revert', n, '--json')).problem().code, 'already-reverted');
  equal((await shell.run('revert', '999')).code, 5);
});

test('held rows are listed, written to a file, mended there and loaded', async () => {
  const { loads } = await shell.get<Import>('import', 'half.csv', '--company', 'acme', '--currency', 'EUR', '--yes');
  const n = String(loads[0]!.n);
  equal(loads[0]!.held, 2);
  const { rows, waiting } = await shell.get<Output<'held'>>('held');
  deepEqual(
    [rows.map(({ line, column }) => [line, column]), waiting],
    [
      [
        [2, 'amount'],
        [4, 'open_date'],
      ],
      2,
    ],
  );
  equal((await shell.run('rejects', n, '--out', 'held.csv')).code, 0);
  const file = readFileSync(path.join(root, 'held.csv'), 'utf8');
  match(file, /'=1\+1/);
  equal((await shell.run('mend', n, 'held.csv', '--json')).problem().code, 'nothing-mended');
  write('held.csv', file.replaceAll("'=1+1", '11.00').replaceAll('2024-13-05', '2024-01-13'));
  const mended = await shell.run('mend', n, 'held.csv');
  equal(mended.code, 0, mended.err);
  equal((await shell.get<Output<'held'>>('held')).waiting, 0);
  const answer = await shell.get<Answer>('ask', 'deals', '--where', 'opened=2024-01-13');
  equal(answer.total['won'], 1);
  equal((await shell.run('rejects', '1')).code, 6);
});

test('a mapping is kept under a name and used again', async () => {
  write('kept.csv', 'Nummer;Status;Wert\nK-1;gewonnen;1.234,50\nK-2;verloren;10,00\n');
  const { previews } = await shell.get<Import>('import', 'kept.csv', '--company', 'acme', '--currency', 'EUR', '--dry-run');
  const edited = {
    ...previews[0]!.mapping,
    feeds: [
      {
        entity: 'opportunity',
        fields: { id: { header: 'Nummer' }, stage: { header: 'Status' }, amount: { header: 'Wert', format: 'comma' } },
        attributes: [],
      },
    ],
    stages: { gewonnen: 'won', verloren: 'lost' },
  };
  write('mapping.json', JSON.stringify(edited));
  const first = await shell.run('import', 'kept.csv', '--company', 'acme', '--edited', '@mapping.json', '--save-as', 'Angebote', '--json');
  equal(first.code, 0, first.err);
  deepEqual(
    (await shell.get<Output<'mappings'>>('mappings')).mappings.map(({ name }) => name),
    ['Angebote'],
  );
  write('kept-2.csv', 'Nummer;Status;Wert\nK-3;gewonnen;2.000,00\n');
  const again = await shell.get<Import>('import', 'kept-2.csv', '--company', 'acme', '--mapping', 'Angebote');
  equal(again.loads[0]!.counts[0]!.new, 1);
  const { rows } = await shell.get<Output<'rows'>>('rows', 'opportunity', '--id', 'K-3');
  ok(
    rows[0]!.some((cell) => JSON.stringify(cell) === '{"minor":200000,"currency":"EUR"}'),
    JSON.stringify(rows),
  );
});

test('a reader that stops early, as head does, ends the command without a complaint', async () => {
  const { spawn } = await import('node:child_process');
  const main = path.join(import.meta.dirname, '../../src/server/doors/cli/main.ts');
  const child = spawn('sh', ['-c', `"${process.execPath}" "${main}" export | head -n 1`], {
    cwd: root,
    env: { ...process.env, LOCKSTEP_DATA: shell.folder },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  await new Promise((done) => child.on('close', done));
  equal(out.split('\n').length, 2);
  equal(err, '');
});

test('amounts and times of which nothing says are as the company has them; what is said wins', async () => {
  equal((await shell.run('company', 'add', 'Settled', '--currency', 'SEK', '--zone', 'Europe/Stockholm')).code, 0);
  write('plain.csv', deals('P-1,Won,2024-01-05,2024-02-01,100.00'));
  write('named.csv', 'deal_id,stage,open_date,close_date,Amount (USD)\nP-2,Won,2024-01-05,2024-02-01,50.00\n');
  const [plain] = (await shell.get<Import>('import', 'plain.csv', '--company', 'settled', '--yes')).loads;
  deepEqual([plain!.mapping.currency, plain!.mapping.zone], ['SEK', 'Europe/Stockholm']);
  equal((await shell.run('import', 'named.csv', '--company', 'settled', '--yes')).code, 0);
  const { rows, columns } = await shell.get<Output<'rows'>>('rows', 'opportunity', '--company', 'settled');
  const amounts = rows.map((row) => (row[columns.indexOf('amount')] as { currency: string }).currency);
  deepEqual(amounts.toSorted(), ['SEK', 'USD']);
});

test('nothing of a preview is left in the data folder', () =>
  ok(existsSync(shell.folder) && !readdirSync(shell.folder).some((name) => /preview|scratch|restore/.test(name))));
