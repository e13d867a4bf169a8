import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { factsFolder } from '../../../tests/support/facts-folder.ts';
import { openEngine } from '../engine.ts';
import { numberSql } from './convert-number.ts';
import { timeSql, type Zones } from './convert-time.ts';
import { attributeOf } from './kinds.ts';
import { numberFound } from './number-format.ts';
import { profilesOf } from './profile.ts';
import { timeFound } from './time-format.ts';

const engine = await openEngine(':memory:');
test.after(() => engine.close());

/** Runs `work` with a stage of one column. */
const staged = <T>(
  cells: readonly string[],
  header: string,
  zone: string,
  work: (tx: Parameters<Parameters<typeof engine.aside>[0]>[0], profile: Awaited<ReturnType<typeof profilesOf>>[number]) => Promise<T>,
): Promise<T> =>
  engine.aside(async (tx) => {
    await tx.run(`set TimeZone = '${zone}'`);
    await tx.run('create temp table stage (c0 varchar)');
    for (const cell of cells) await tx.run('insert into stage values ($cell)', { cell });
    const [profile] = await profilesOf(tx, { headers: [header], line: 's.rowid', rows: cells.length, padded: 0 });
    return work(tx, profile!);
  });

type Read = { readonly on: string | null; readonly at: string | null; readonly problem: string | null };
const UTC: Zones = { file: 'UTC', company: 'UTC' };

const timesOf = (cells: readonly string[], zones = UTC): Promise<readonly Read[] | string> =>
  staged(cells, 'date', zones.file, async (tx, profile) => {
    const found = await timeFound(tx, profile);
    if (found === null) return 'no dates';
    if (!('known' in found)) return 'asked';
    const { at, on, bad, problem } = timeSql('c0', found.known, zones);
    return tx.read<Read>(`select ${on} as "on", ${at} as "at", case when ${bad} then ${problem} end as problem from stage`);
  });

const reads = (name: string, cells: readonly string[], days: readonly (string | null)[], zones = UTC): void =>
  void test(`dates: ${name}`, async () => {
    const found = await timesOf(cells, zones);
    assert.ok(typeof found !== 'string', JSON.stringify(found));
    assert.deepEqual(
      found.map(({ at, on, problem }) => problem ?? at ?? on),
      days,
    );
  });

reads('ISO days', ['2018-02-26', '2018-3-1'], ['2018-02-26', '2018-03-01']);
reads('ISO with slashes', ['2018/02/26'], ['2018-02-26']);
reads(
  'ISO times without a zone are read in the zone of the file',
  ['2018-07-01 10:00', '2018-07-01T10:00:00'],
  ['2018-07-01T08:00:00.000Z', '2018-07-01T08:00:00.000Z'],
  { file: 'Europe/Berlin', company: 'UTC' },
);
reads(
  'ISO times with a zone keep it',
  ['2018-07-01T10:00:00Z', '2018-07-01T10:00:00+02:00', '2018-07-01 10:00:00'],
  ['2018-07-01T10:00:00.000Z', '2018-07-01T08:00:00.000Z', '2018-07-01T14:00:00.000Z'],
  { file: 'America/New_York', company: 'UTC' },
);
reads('hours without a leading zero', ['2020-02-04 4:30:21'], ['2020-02-04T04:30:21.000Z']);
reads('times that are all midnight are days', ['2018-02-26 00:00:00', '2018-02-27 00:00'], ['2018-02-26', '2018-02-27'], {
  file: 'UTC',
  company: 'America/New_York',
});
reads('dots put the day first', ['01.02.2018', '3.4.2018'], ['2018-02-01', '2018-04-03']);
reads('one cell above twelve decides for the day first', ['01/02/2018', '13/02/2018'], ['2018-02-01', '2018-02-13']);
reads(
  'one cell above twelve decides for the month first',
  ['01/02/2018', '02/13/2018 3:30 PM'],
  ['2018-01-02', '2018-02-13T15:30:00.000Z'],
);
reads('years of two digits turn at 69', ['13.02.68', '13.02.69'], ['2068-02-13', '1969-02-13']);
reads('months by name', ['Jan 05, 2026', 'February 7, 2026'], ['2026-01-05', '2026-02-07']);
reads('Jira', ['11/May/24 03:26 PM', '1/Jun/24 12:05 AM'], ['2024-05-11T15:26:00.000Z', '2024-06-01T00:05:00.000Z']);
reads('compact days', ['20260501', '20260531'], ['2026-05-01', '2026-05-31']);
reads('seconds, milliseconds since 1970', ['1700000000', '1700000060'], ['2023-11-14T22:13:20.000Z', '2023-11-14T22:14:20.000Z']);
reads('milliseconds since 1970', ['1700000000000'], ['2023-11-14T22:13:20.000Z']);
reads('microseconds since 1970', ['1700000000000123'], ['2023-11-14T22:13:20.000Z']);
reads('marks for nothing are nothing', ['2018-02-26', '--', 'n/a'], ['2018-02-26', null, null]);
reads(
  'dates that do not exist say so',
  ['2018-01-01', '2018-02-30', '2018-13-01', '20218-01-01', '1899-12-31', '2018-01-00', 'soon', '2018-01-02', '2018-01-03', '2018-01-04'],
  [
    '2018-01-01',
    'There is no 30 February 2018.',
    'There is no month 13.',
    'The year 20218 is not between 1900 and 2200.',
    'The year 1899 is not between 1900 and 2200.',
    'There is no 0 January 2018.',
    'This is not a date as the others in the column are.',
    '2018-01-02',
    '2018-01-03',
    '2018-01-04',
  ],
);
reads('31 April, with the day first', ['31.04.2018', '30.04.2018'], ['There is no 31 April 2018.', '2018-04-30']);

test('dates: an instant has the local day of the company', async () => {
  const found = await timesOf(['2018-02-26 23:30:00'], { file: 'UTC', company: 'Europe/Berlin' });
  assert.ok(typeof found !== 'string');
  assert.equal(found[0]!.on, '2018-02-27');
});

test('dates: an order that nothing decides, or that the column contradicts, is asked and never guessed', async () => {
  assert.equal(await timesOf(['01/02/2018', '03/04/2018']), 'asked');
  assert.equal(await timesOf(['13/02/2018', '02/13/2018']), 'asked');
  assert.equal(await timesOf(['hello', '2018-01-01', 'world']), 'no dates');
});

test('dates: any day comes back from any dialect that the column decides', async () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const dialects: readonly ((iso: string) => string)[] = [
    (iso) => iso,
    (iso) => iso.replaceAll('-', '/'),
    (iso) => iso.replaceAll('-', '.'),
    (iso) => iso.split('-').toReversed().join('.'),
    (iso) => iso.replaceAll('-', ''),
    (iso) => `${iso} 00:00:00`,
    (iso) => new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: '2-digit', year: 'numeric' }).format(new Date(iso)),
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(day, { minLength: 1, maxLength: 8 }), fc.constantFrom(...dialects), async (days, write) => {
      const found = await timesOf(days.map(write));
      assert.ok(typeof found !== 'string', `${JSON.stringify(found)} ${days.map(write).join(' ')}`);
      assert.deepEqual(
        found.map(({ on }) => on),
        days,
      );
    }),
    { numRuns: 60 },
  );
});

const numbersOf = (cells: readonly string[], counts = false): Promise<readonly (number | string | null)[] | string> =>
  staged(cells, 'amount', 'UTC', async (tx, profile) => {
    const found = await numberFound(tx, profile, counts);
    if (found === null) return 'no numbers';
    if (!('known' in found)) return 'asked';
    const { value, bad } = numberSql('c0', found.known);
    return (await tx.read<{ v: number | null; b: boolean }>(`select ${value} as v, ${bad} as b from stage`)).map(({ v, b }) =>
      b ? 'bad' : v,
    );
  });

const numbers = (name: string, cells: readonly string[], expected: readonly (number | string | null)[] | string, counts = false): void =>
  void test(`numbers: ${name}`, async () => assert.deepEqual(await numbersOf(cells, counts), expected));

numbers('plain', ['1054', '-4.5', '0.0'], [1054, -4.5, 0]);
numbers('points with grouped thousands', ['1,033.33', '5', '--'], [1033.33, 5, null]);
numbers('commas with grouped thousands', ['1.234,5', '0,5'], [1234.5, 0.5]);
numbers('currency signs and codes', ['$172.45', '$1,000', 'USD 3', '4.10 EUR'], [172.45, 1000, 3, 4.1]);
numbers('spaces as grouping', ['1 234,50 €', '3 €'], [1234.5, 3]);
numbers('apostrophes as grouping', ["1'234.50"], [1234.5]);
numbers('brackets and trailing signs are negative', ['(1,234.50)', '100-', '-5'], [-1234.5, -100, -5]);
numbers('two groups can only be thousands', ['1,234,567', '1,234'], [1234567, 1234]);
numbers('an ungrouped thousand makes the mark decimal', ['1.234', '12345'], [1.234, 12345]);
numbers('a leading zero makes the mark decimal', ['0.125', '0.250'], [0.125, 0.25]);
numbers('1,234 alone is asked', ['1,234', '5'], 'asked');
numbers('1.234 alone is asked', ['1.234', '2.345'], 'asked');
numbers('of counts, the mark groups thousands', ['1,234', '5'], [1234, 5], true);
numbers('words are no numbers', ['abc', 'def'], 'no numbers');
numbers('what is no number among numbers is bad', ['1.5', '2.5', '12-13', 'x 5 y', '3'], [1.5, 2.5, 'bad', 'bad', 3]);

const kind = (cells: readonly string[], expected: string, header = 'column'): void =>
  void test(`kinds: ${cells.join(', ')} in ${header} is ${expected}`, async () =>
    assert.equal((await staged(cells, header, 'UTC', attributeOf)).kind, expected));

kind(['1', '2', '1100.04'], 'number');
kind(['NA', '5'], 'number');
kind(['01', '2'], 'text');
kind(['1234567890123456'], 'text');
kind(['12', '13'], 'text', 'adset_id');
kind(['12', '13'], 'text', 'campaignId');
kind(['True', 'False'], 'boolean');
kind(['ja', 'nein'], 'boolean');
kind(['2018-01-01', '2018-01-02'], 'day');
kind(['2018-01-01', '2018-02-30'], 'text');
kind(['2018-01-01 10:00'], 'text');
kind(['13/02/2018', '01/02/2018'], 'day');
kind(['01/02/2018'], 'text');
kind(['1,033', '2.5'], 'number');
kind(['1,033'], 'text');
kind(['', 'x'], 'text');

test('amounts become whole minor units of their currency', async (t) => {
  const { load, facts } = await factsFolder(t);
  await load(
    'deals.csv',
    'deal_id,deal_stage,amount,currency\n1,Won,10.005,EUR\n2,Won,1234,JPY\n3,Won,1.2345,KWD\n4,Won,,EUR\n5,Lost,0,EUR\n',
  );
  assert.deepEqual(await facts.engine.read('select amount_minor, currency from opportunity order by id'), [
    { amount_minor: 1001, currency: 'EUR' },
    { amount_minor: 1234, currency: 'JPY' },
    { amount_minor: 1235, currency: 'KWD' },
    { amount_minor: null, currency: 'EUR' },
    { amount_minor: 0, currency: 'EUR' },
  ]);
});
