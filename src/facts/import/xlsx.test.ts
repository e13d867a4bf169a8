/** Workbooks: what another program wrote is read back, whatever the zone of the machine. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import writeXlsxFile from 'write-excel-file/node';
import { factsFolder } from '../../../tests/support/facts-folder.ts';

const text = (value: string) => ({ value, type: String });
const number = (value: number) => ({ value, type: Number });
const moment = (iso: string, format: string) => ({ value: new Date(iso), type: Date, format });

test('days, times of day, amounts and long ids come back as they were written', async (t) => {
  const { file, facts, load } = await factsFolder(t);
  const days = ['2026-01-01', '2026-03-29', '2026-10-25', '2026-12-31', '1999-02-28'];
  const target = file('book.xlsx', '').path;
  await writeXlsxFile([
    ['Deal ID', 'Deal Stage', 'Amount', 'Currency', 'Create Date', 'Close Date'].map(text),
    ...days.map((day, i) => [
      text(`91200443110000000${i}`),
      text('Closed Won'),
      number([1234.5, 0.1 + 0.2, 1.234, 9_007_199_254, 48_000][i]!),
      text('EUR'),
      moment(`${day}T23:30:00Z`, 'yyyy-mm-dd hh:mm'),
      moment(`${day}T00:00:00Z`, 'dd.mm.yyyy'),
    ]),
  ]).toFile(target);
  await load('book.xlsx', readFileSync(target), { zone: 'UTC' });
  assert.deepEqual(
    await facts.engine.read('select id, amount_minor, opened_at, closed_on from opportunity order by id'),
    days.map((day, i) => ({
      id: `91200443110000000${i}`,
      amount_minor: [123_450, 30, 123, 900_719_925_400, 4_800_000][i],
      opened_at: `${day}T23:30:00.000Z`,
      closed_on: day,
    })),
  );
});

test('the zone of the machine moves no date', () => {
  const read = `import { sheetsOf } from './src/facts/import/xlsx.ts'; import { mkdtempSync, readFileSync } from 'node:fs'; import { tmpdir } from 'node:os';
    const dir = mkdtempSync(tmpdir() + '/lockstep-xlsx-'); const all = await sheetsOf('tests/corpus/hubspot/deals-and-contacts.xlsx', 'x', dir); console.log(readFileSync(all.value[0].path, 'utf8'));`;
  const texts = ['UTC', 'America/Los_Angeles', 'Pacific/Auckland'].map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', read], {
      cwd: path.join(import.meta.dirname, '../../..'),
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }),
  );
  assert.match(texts[0]!, /2026-03-02 23:45:00,2026-09-15/);
  assert.deepEqual(new Set(texts).size, 1);
});

test('a sheet that is not there is refused with those that are', async (t) => {
  const { refused } = await factsFolder(t);
  const book = readFileSync(path.join(import.meta.dirname, '../../../tests/corpus/hubspot/deals-and-contacts.xlsx'));
  const { code, todo } = await refused('book.xlsx', book, { sheet: 'Leads' });
  assert.equal(code, 'no-such-sheet');
  assert.match(todo, /Deals, Contacts, Notes/);
});
