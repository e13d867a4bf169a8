import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { factsFolder } from '../../../tests/support/facts-folder.ts';

/** SHA-256 of every file below a folder, by its path. */
const hashes = (folder: string): { readonly [file: string]: string } =>
  Object.fromEntries(
    (readdirSync(folder, { recursive: true }) as string[])
      .filter((file) => statSync(path.join(folder, file)).isFile())
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(path.join(folder, file)))
          .digest('hex'),
      ]),
  );

const FIRST = 'deal_id,deal_stage,amount,close_date\nd1,Open,5,2026-06-01\nd2,Won,6,2026-01-01\nd3,Open,1,2026-06-01\n';
const SECOND =
  'deal_id,deal_stage,amount,close_date\nd1,Won,7,2026-02-01\nd2,Won,6,2026-01-01\nd4,Open,10,2026-06-01\nd5,Won,x,2026-06-01\n';

test('a preview writes nothing: not a row, not a byte of the folder', async (t) => {
  const { load, preview, refused, facts, folder, dump } = await factsFolder(t);
  await load('a.csv', FIRST, { currency: 'EUR' });
  await facts.engine.write((tx) => tx.run('create table marker as select 1 as one'));
  const [facts1, bytes] = [await dump(), hashes(folder)];
  await preview('b.csv', SECOND);
  await preview('c.csv', SECOND.replace('deal_id', 'kennung'), { answers: { rows: 'opportunity' } }).catch(() => undefined);
  await preview('d.jsonl', '{"touch_id":"t1","contact_id":"c1","touched_at":"2026-01-01"}\n');
  await refused('e.csv', 'Table,Field\na,b\na,c\n');
  assert.equal(await dump(), facts1);
  assert.deepEqual(hashes(folder), bytes);
});

test('a preview says what a load does', async (t) => {
  const { load, preview } = await factsFolder(t);
  await load('a.csv', FIRST, { currency: 'EUR' });
  const before = await preview('b.csv', SECOND);
  assert.deepEqual(before.counts, [
    { entity: 'opportunity', new: 1, changed: 1, unchanged: 1 },
    { entity: 'stage_entry', new: 1, changed: 0, unchanged: 1 },
  ]);
  assert.deepEqual(before.money, [{ currency: 'EUR', openBefore: 600, openAfter: 1100, wonBefore: 600, wonAfter: 1300 }]);
  assert.deepEqual(before.problems, {
    total: 1,
    rows: [
      {
        line: 5,
        column: 'amount',
        found: 'x',
        problem: 'This is not an amount.',
        todo: 'Write the amount as the others in the column are.',
      },
    ],
  });
  assert.equal(before.held, 1);
  const after = await load('b.csv', SECOND);
  assert.deepEqual([after.counts, after.money, after.problems, after.held], [before.counts, before.money, before.problems, before.held]);
});

test('a preview shows each column: where it goes, how full it is, what stands there', async (t) => {
  const { preview } = await factsFolder(t);
  const { columns, reading } = await preview(
    'a.csv',
    'deal_id,deal_stage,amount,close_date,size\nd1,Won,5,2026-06-01,3\nd2,Won,,2026-06-01,3\n',
  );
  assert.deepEqual(columns, [
    { header: 'deal_id', goesTo: ['opportunity.id', 'stage_entry.opportunity_id'], kind: 'text', filled: 2, of: 2, examples: ['d1', 'd2'] },
    { header: 'deal_stage', goesTo: ['opportunity.stage', 'stage_entry.stage'], kind: 'text', filled: 2, of: 2, examples: ['Won'] },
    { header: 'amount', goesTo: ['opportunity.amount'], kind: 'money', filled: 1, of: 2, examples: ['5'] },
    {
      header: 'close_date',
      goesTo: ['opportunity.close_date', 'stage_entry.entered_on'],
      kind: 'time',
      filled: 2,
      of: 2,
      examples: ['2026-06-01'],
    },
    { header: 'size', goesTo: ['opportunity.attrs.size'], kind: 'number', filled: 2, of: 2, examples: ['3'] },
  ]);
  assert.equal(reading.text, 'Text with commas in UTF-8: 2 rows, 5 columns.');
});

test('a preview finds blank keys, names that the lists do not know with their money, and gaps in the dates', async (t) => {
  const { load, preview } = await factsFolder(t);
  await load('products.csv', 'product,series\nGTX Pro,G\nMG,M\n');
  const days = Array.from({ length: 30 }, (_, i) => `2026-01-${String(i + 1).padStart(2, '0')}`);
  const rows = [...days, '2026-06-01'].map((day, i) => `d${i},Won,${i < 2 ? 'GTXPro' : 'MG'},10,${i === 0 ? '' : 'Acme'},${day}`);
  const { findings } = await preview('deals.csv', `deal_id,deal_stage,product,amount,account,close_date\n${rows.join('\n')}\n`, {
    currency: 'EUR',
  });
  const by = (code: string) => findings.find((finding) => finding.code === code);
  assert.deepEqual([by('blank-key')?.n, by('blank-key')?.detail], [1, { field: 'opportunity.account_id' }]);
  assert.deepEqual([by('unmatched-names')?.n, by('unmatched-names')?.ids, by('unmatched-names')?.minor], [2, ['GTXPro'], 2000]);
  assert.match(by('date-gap')!.text, /close_date holds no date from 2026-01-31 to 2026-05-31/);
});

test('progress is told: reading, checking, writing', async (t) => {
  const { facts, file } = await factsFolder(t);
  const phases = new Set<string>();
  await facts.load(
    file('a.csv', FIRST),
    {},
    {
      by: 'p',
      at: '2026-01-01T00:00:00.000Z',
      onProgress: ({ phase, done, of }) => (done <= of ? phases.add(phase) : assert.fail(`${done} of ${of}`)),
    },
  );
  assert.deepEqual([...phases], ['reading', 'checking', 'writing']);
});
