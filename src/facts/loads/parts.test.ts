import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { DOING, factsFolder, good, type Folder } from '../../../tests/support/facts-folder.ts';

const google = (rows: readonly string[]): string =>
  ['Campaign report', '"1 – 9 September 2026"', 'Day,Campaign,Campaign ID,Currency code,Cost,Impr.,Clicks', ...rows].join('\n');
const standing = (f: Folder) => f.facts.engine.read(`select spent_on as day, campaign, amount_minor as minor from spend order by 1, 2`);

test('a day of ad cost imported again replaces that day: restated, with a campaign gone, and never doubled', async (t) => {
  const f = await factsFolder(t);
  await f.load(
    'a.csv',
    google([
      '2026-09-01,Dock,11,EUR,100.00,10,1',
      '2026-09-01,Fair,12,EUR,40.00,10,1',
      '2026-09-02,Dock,11,EUR,50.00,10,1',
      '2026-09-03,Dock,11,EUR,7.00,1,1',
    ]),
  );
  const before = await f.dump();
  const again = google(['2026-09-01,Dock,11,EUR,98.50,10,1', '2026-09-02,Dock,11,EUR,51.00,10,1']);
  const seen = await f.preview('b.csv', again);
  assert.deepEqual(seen.replaces, [
    {
      entity: 'spend',
      of: 'Google Ads',
      days: 2,
      from: '2026-09-01',
      to: '2026-09-02',
      rowsBefore: 3,
      rowsAfter: 2,
      money: [{ currency: 'EUR', before: 19_000, after: 14_950 }],
      gone: [{ campaign: 'Fair', currency: 'EUR', minor: 4_000 }],
      kept: 1,
    },
  ]);
  assert.equal(seen.questions[0]?.id, 'whole-days');
  assert.equal(seen.questions[0]?.otherwise, 'all');
  const loaded = await f.load('b.csv', again);
  assert.equal(loaded.conflicts, 0, 'a restated cost is no conflict');
  assert.deepEqual(await standing(f), [
    { day: '2026-09-01', campaign: 'Dock', minor: 9_850 },
    { day: '2026-09-02', campaign: 'Dock', minor: 5_100 },
    { day: '2026-09-03', campaign: 'Dock', minor: 700 },
  ]);
  await f.load('b.csv', again);
  assert.equal((await standing(f)).length, 3, 'the same file twice is the file once');
  good(await f.facts.revert(3, DOING));
  good(await f.facts.revert(2, DOING));
  assert.equal(await f.dump(), before);
});

const corpus = (file: string): string => readFileSync(path.join(import.meta.dirname, '../../../tests/corpus', file), 'utf8');

for (const [platform, file, from, to, apart] of [
  ['Google Ads', 'google-ads/campaigns-by-day.csv', '172.45', '170.00', -245],
  ['Meta Ads', 'meta-ads/daily.csv', '45.18', '47.93', 275],
  ['LinkedIn Ads', 'linkedin-ads/month-names.csv', '1,086.40', '1,074.00', -1_240],
  ['Microsoft Ads', 'microsoft-ads/daily.csv', '18.40', '20.40', 200],
] as const)
  test(`${platform}: days exported again after a cost was restated are replaced, to the cent, and taken back they are as before`, async (t) => {
    const f = await factsFolder(t);
    const sum = async (): Promise<{ minor: number; n: number }> =>
      (await f.facts.engine.read<{ minor: number; n: number }>('select sum(amount_minor)::bigint as minor, count(*) as n from spend'))[0]!;
    await f.load('a.csv', corpus(file));
    assert.deepEqual(await f.facts.engine.read('select distinct platform from spend'), [{ platform }]);
    const [before, dump] = [await sum(), await f.dump()];
    assert.ok(corpus(file).includes(from), 'the corpus holds the cost that is restated');
    const { conflicts } = await f.load('b.csv', corpus(file).replace(from, to));
    assert.deepEqual([await sum(), conflicts], [{ minor: before.minor + apart, n: before.n }, 0]);
    good(await f.facts.revert(2, DOING));
    assert.equal(await f.dump(), dump);
  });

test('a file of some campaigns only leaves the others, if a person says so', async (t) => {
  const f = await factsFolder(t);
  await f.load('a.csv', google(['2026-09-01,Dock,11,EUR,100.00,10,1', '2026-09-01,Fair,12,EUR,40.00,10,1']));
  await f.load('b.csv', google(['2026-09-01,Dock,11,EUR,90.00,10,1']), { answers: { 'whole-days': 'some' } });
  assert.deepEqual(await standing(f), [
    { day: '2026-09-01', campaign: 'Dock', minor: 9_000 },
    { day: '2026-09-01', campaign: 'Fair', minor: 4_000 },
  ]);
});

test('a file with none of the campaigns that stand is asked about before it takes their days', async (t) => {
  const f = await factsFolder(t);
  await f.load('a.csv', google(['2026-09-01,Dock,11,EUR,100.00,10,1']));
  const refused = await f.refused('b.csv', google(['2026-09-01,Quay,99,EUR,90.00,10,1']));
  assert.equal(refused.code, 'questions-open');
  assert.match(refused.text, /another ad account/);
});

test('a file that names its ad account replaces only days of that account, and those of which nobody had said it', async (t) => {
  const f = await factsFolder(t);
  const of = (account: string, cost: string): string =>
    `Day,Account ID,Campaign,Campaign ID,Currency code,Cost,Impr.,Clicks\n2026-09-01,${account},Dock,11,EUR,${cost},10,1\n`;
  await f.load('unnamed.csv', google(['2026-09-01,Dock,11,EUR,5.00,10,1']));
  await f.load('one.csv', of('111', '6.00'));
  await f.load('two.csv', of('222', '7.00'));
  assert.deepEqual(await f.facts.engine.read('select ad_account, amount_minor as minor from spend order by 1'), [
    { ad_account: '111', minor: 600 },
    { ad_account: '222', minor: 700 },
  ]);
  await f.load('unnamed again.csv', google(['2026-09-01,Dock,11,EUR,13.00,10,1']));
  assert.deepEqual(await f.facts.engine.read('select ad_account, amount_minor as minor from spend order by 1'), [
    { ad_account: null, minor: 1_300 },
  ]);
});

test('invoices of no ad platform are not days: one file never takes the rows of another', async (t) => {
  const f = await factsFolder(t);
  await f.load('fair.csv', 'Date,Campaign,Channel,Spend\n2026-09-01,Fair,Event,100\n');
  await f.load('agency.csv', 'Date,Campaign,Channel,Spend\n2026-09-01,Agency,Content,50\n');
  assert.equal((await standing(f)).length, 2);
});

type Load = { readonly days: readonly { readonly day: number; readonly cost: readonly (readonly [number, number])[] }[] };
const anyLoad: fc.Arbitrary<Load> = fc.record({
  days: fc.uniqueArray(
    fc.record({
      day: fc.integer({ min: 1, max: 4 }),
      cost: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9 })), {
        selector: ([campaign]) => campaign,
        minLength: 1,
        maxLength: 3,
      }),
    }),
    { selector: ({ day }) => day, minLength: 1, maxLength: 4 },
  ),
});

test('a campaign that was gone from a day and came back is as if the first load had never been, once that is taken back', async (t) => {
  const f = await factsFolder(t);
  const all = { answers: { 'whole-days': 'all' } } as const;
  await f.load('a.csv', google(['2026-09-01,Dock,11,EUR,1.00,1,1']), all);
  await f.load('b.csv', google(['2026-09-01,Fair,12,EUR,2.00,1,1']), all);
  await f.load('c.csv', google(['2026-09-01,Dock,11,EUR,3.00,1,1']), all);
  good(await f.facts.revert(1, DOING));
  assert.deepEqual(await standing(f), [{ day: '2026-09-01', campaign: 'Dock', minor: 300 }]);
});

test(
  'property: whatever is loaded and taken back, each day is what the latest standing load says of it',
  { timeout: 900_000 },
  async (t) => {
    // One store for all runs: parts belong to a source, and each run has its own.
    const f = await factsFolder(t);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyLoad, { minLength: 2, maxLength: 5 }), fc.array(fc.nat(4), { maxLength: 3 }), async (loads, back) => {
        const src = `run ${run++}`;
        const numbers: number[] = [];
        for (const { days } of loads) {
          const rows = days.flatMap(({ day, cost }) => cost.map(([c, minor]) => `2026-09-0${day},Camp ${c},${c},EUR,${minor}.00,1,1`));
          numbers.push((await f.load('cost.csv', google(rows), { src, answers: { 'whole-days': 'all' } })).n);
        }
        const gone = new Set(back.filter((n) => n < loads.length));
        for (const n of gone) good(await f.facts.revert(numbers[n]!, DOING));
        const expected = new Map<number, Load['days'][number]['cost']>();
        for (const [i, { days }] of loads.entries()) if (!gone.has(i)) for (const { day, cost } of days) expected.set(day, cost);
        assert.deepEqual(
          await f.facts.engine.read('select spent_on as day, campaign, amount_minor as minor from spend where src = $src order by 1, 2', {
            src,
          }),
          [...expected]
            .flatMap(([day, cost]) => cost.map(([c, minor]) => ({ day: `2026-09-0${day}`, campaign: `Camp ${c}`, minor: minor * 100 })))
            .toSorted((a, b) => (a.day + a.campaign < b.day + b.campaign ? -1 : 1)),
        );
      }),
      { numRuns: 20, endOnFailure: true },
    );
  },
);
