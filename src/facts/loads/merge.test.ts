import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DOING, factsFolder, good, inFolder, type Folder } from '../../../tests/support/facts-folder.ts';
import type { Conflict } from './report.ts';

const header = 'deal_id,deal_stage,amount,close_date';

test('an absent column leaves a value, an empty cell clears it', async (t) => {
  const { load, facts } = await factsFolder(t);
  await load('a.csv', 'deal_id,deal_stage,amount,sector,size\nd1,Won,5,retail,9\nd2,Won,6,bank,8\n');
  await load('b.csv', 'deal_id,deal_stage,sector,colour\nd1,Lost,,red\n');
  assert.deepEqual(await facts.engine.read('select id, stage, status, amount_minor, attrs, load from opportunity order by id'), [
    { id: 'd1', stage: 'Lost', status: 'lost', amount_minor: 500, attrs: '{"colour":"red","size":9}', load: 2 },
    { id: 'd2', stage: 'Won', status: 'won', amount_minor: 600, attrs: '{"sector":"bank","size":8}', load: 1 },
  ]);
});

test('where two loads disagree the later one stands, and the conflict is listed', async (t) => {
  const { load, facts } = await factsFolder(t);
  await load('a.csv', `${header}\nd1,Won,5,2026-01-01\nd2,Won,,2026-01-01\n`);
  const { conflicts, counts, text } = await load('b.csv', `${header}\nd1,Won,7,2026-01-01\nd2,Won,6,2026-01-01\nd3,Won,1,2026-01-01\n`);
  assert.equal(conflicts, 1);
  assert.deepEqual(counts[0], { entity: 'opportunity', new: 1, changed: 2, unchanged: 0 });
  assert.match(text, /deals: 1 new, 2 changed/);
  assert.deepEqual(await facts.conflicts(), [
    { load: 2, entity: 'opportunity', src: 'files', id: 'd1', field: 'amount_minor', was: '500', isNow: '700', wasLoad: 1 },
  ] satisfies Conflict[]);
  await load('c.csv', `${header}\nd1,Won,,2026-01-01\n`);
  assert.deepEqual(
    (await facts.conflicts(3)).map(({ was, isNow, wasLoad }) => [was, isNow, wasLoad]),
    [['700', null, 2]],
  );
  good(await facts.revert(2, DOING));
  assert.deepEqual(
    (await facts.conflicts()).map(({ load: n, was, isNow, wasLoad }) => [n, was, isNow, wasLoad]),
    [[3, '500', null, 1]],
  );
});

test('the same file twice equals once, and says that nothing was new', async (t) => {
  const { load, dump } = await factsFolder(t);
  const content = `${header},region\nd1,Won,5,2026-01-01,N\nd2,Open,6,2026-02-01,S\n`;
  await load('a.csv', content);
  const once = await dump();
  const second = await load('a.csv', content);
  assert.equal(await dump(), once);
  assert.deepEqual(
    [second.nothingNew, second.conflicts, second.counts[0]],
    [true, 0, { entity: 'opportunity', new: 0, changed: 0, unchanged: 2 }],
  );
  assert.match(second.text, /Nothing in it was new/);
});

test('rows without an id are known by their content: real repeats stay, and the same file adds none', async (t) => {
  const { load, facts } = await factsFolder(t);
  const content =
    'date,email,channel,campaign\n2026-01-01,a@x.com,mail,spring\n2026-01-01,a@x.com,mail,spring\n2026-01-02,b@x.com,mail,spring\n';
  await load('a.csv', content);
  await load('b.csv', content);
  await load('c.csv', `${content}2026-01-01,a@x.com,mail,spring\n`);
  assert.deepEqual(await facts.engine.read('select email, count(*) as n from touch group by 1 order by 1'), [
    { email: 'a@x.com', n: 3 },
    { email: 'b@x.com', n: 1 },
  ]);
});

test('the same content in another dialect is the same content', async (t) => {
  const { load, facts } = await factsFolder(t);
  await load('a.csv', 'date,email,channel,campaign\n2026-01-13,a@x.com,mail,spring\n');
  await load('b.csv', 'date;email;channel;campaign\n13.01.2026;a@x.com;mail;spring\n');
  assert.equal((await facts.engine.read('from touch')).length, 1);
});

test('a day of spend that was corrected replaces the day and does not double it', async (t) => {
  const { load, facts } = await factsFolder(t);
  await load('a.csv', 'Day,Campaign,Ad group,Cost,Impr.\n2026-01-01,A,x,5,10\n2026-01-01,A,y,1,2\n');
  await load('b.csv', 'Day,Campaign,Ad group,Cost,Impr.\n2026-01-01,A,x,7,12\n2026-01-02,A,x,1,1\n');
  assert.deepEqual(await facts.engine.read('select spent_on, sum(amount_minor)::bigint as minor from spend group by 1 order by 1'), [
    { spent_on: '2026-01-01', minor: 700 },
    { spent_on: '2026-01-02', minor: 100 },
  ]);
});

test('a row of spend that adds up all the others is left out and reported', async (t) => {
  const { load, facts } = await factsFolder(t);
  const { findings, rows } = await load(
    'meta.csv',
    'Day,Campaign name,Amount spent (EUR)\n2026-01-01,,6.00\n2026-01-01,A,1.50\n2026-01-01,B,4.50\n',
  );
  assert.deepEqual(await facts.engine.read('select sum(amount_minor)::bigint as minor, count(*) as n from spend'), [{ minor: 600, n: 2 }]);
  assert.match(findings.find(({ code }) => code === 'sum-left-out')!.text, /Row 2 names no campaign/);
  assert.equal(rows, 2);
});

test('equal rows with one id are one row and reported; rows with one id that differ are all held', async (t) => {
  const { load, facts } = await factsFolder(t);
  const { n, findings, counts } = await load(
    'a.csv',
    `${header}\nd1,Won,5,2026-01-01\nd2,Won,1,2026-01-01\nd1,Won,5,2026-01-01\nd2,Lost,2,2026-01-01\nd3,Won,1,2026-01-01\n`,
  );
  assert.deepEqual(counts[0], { entity: 'opportunity', new: 2, changed: 0, unchanged: 0 });
  assert.equal(findings.find(({ code }) => code === 'equal-rows')?.n, 1);
  const held = await facts.held(n);
  assert.deepEqual(
    held.map(({ line, column, found }) => [line, column, found]),
    [
      [3, 'deal_id', 'd2'],
      [5, 'deal_id', 'd2'],
    ],
  );
  assert.match(held[0]!.problem, /rows 3, 5 with different .*(deal_stage|amount)/);
});

test('an attribute holds one kind over all loads: what files disagree about is text, until the disagreement is taken back', async (t) => {
  const { load, facts } = await factsFolder(t);
  const attrs = async (): Promise<unknown> =>
    (await facts.engine.read<{ attrs: string }>('select attrs from opportunity order by id')).map((row) => row.attrs);
  await load('a.csv', 'deal_id,deal_stage,size,since,vip\nd1,Won,1.0,2026-01-01,yes\n');
  assert.deepEqual(await attrs(), ['{"since":"2026-01-01","size":1,"vip":true}']);
  await load('b.csv', 'deal_id,deal_stage,size,vip,colour\nd2,Won,large,perhaps,red\n');
  assert.deepEqual(await attrs(), ['{"since":"2026-01-01","size":"1","vip":"true"}', '{"colour":"red","size":"large","vip":"perhaps"}']);
  assert.deepEqual(await facts.engine.read(`select distinct name, kind from attribute where name in ('size', 'vip') order by 1`), [
    { name: 'size', kind: 'text' },
    { name: 'vip', kind: 'text' },
  ]);
  await load('c.csv', 'deal_id,deal_stage,size,since\nd3,Won,2.50,2026-01-01\n');
  assert.equal(((await attrs()) as string[])[2], '{"since":"2026-01-01","size":"2.5"}');
  // What is written anew keeps its keys sorted, however many of them and in whatever order: a file sent again changes nothing.
  const { counts } = await load('a.csv', 'deal_id,deal_stage,size,since,vip\nd1,Won,1.0,2026-01-01,yes\n');
  assert.deepEqual(counts[0], { entity: 'opportunity', new: 0, changed: 0, unchanged: 1 });
  good(await facts.revert(2, DOING));
  assert.deepEqual(await attrs(), ['{"since":"2026-01-01","size":1,"vip":true}', '{"since":"2026-01-01","size":2.5}']);
});

test('a source keeps its ids to itself', async (t) => {
  const { load, facts } = await factsFolder(t);
  await load('a.csv', `${header}\nd1,Won,5,2026-01-01\n`, { src: 'hubspot' });
  await load('b.csv', `${header}\nd1,Won,7,2026-01-01\n`, { src: 'salesforce' });
  assert.deepEqual(await facts.engine.read('select src, amount_minor from opportunity order by 1'), [
    { src: 'hubspot', amount_minor: 500 },
    { src: 'salesforce', amount_minor: 700 },
  ]);
});

test('a deal keeps the stages it was seen to enter', async (t) => {
  const { load, facts } = await factsFolder(t);
  const file = 'deal_id,deal_stage,proposal_date,close_date\n';
  await load('may.csv', `${file}d1,Proposal,2026-05-01,\n`);
  await load('june.csv', `${file}d1,Won,2026-05-01,2026-06-10\n`);
  assert.deepEqual(await facts.engine.read('select stage, seq, entered_on from stage_entry order by seq'), [
    { stage: 'Proposal', seq: 10, entered_on: '2026-05-01' },
    { stage: 'Won', seq: 19, entered_on: '2026-06-10' },
  ]);
  await load(
    'history.csv',
    'opportunity_id,stage,entered_at\nd1,Proposal,2026-05-01\nd1,Won,2026-05-20\nd1,Proposal,2026-05-25\nd1,Won,2026-06-10\n',
    { answers: { rows: 'stage_entry' } },
  );
  assert.deepEqual(
    (
      await facts.engine.read<{ x: string }>(
        `select stage || ' ' || seq || ' ' || entered_on as x from stage_entry order by entered_on, seq`,
      )
    ).map(({ x }) => x),
    ['Proposal 10 2026-05-01', 'Won 19 2026-05-20', 'Proposal 20 2026-05-25', 'Won 29 2026-06-10'],
  );
});

test('the company’s zone decides the day of an instant, also after it changes', async (t) => {
  const { load, facts } = await factsFolder(t);
  await load('a.csv', 'touch_id,contact_id,touched_at\nt1,c1,2026-05-01 23:30:00\nt2,c1,2026-05-01\n');
  const days = (): Promise<unknown> => facts.engine.read('select id, touched_on from touch order by id');
  assert.deepEqual(await days(), [
    { id: 't1', touched_on: '2026-05-01' },
    { id: 't2', touched_on: '2026-05-01' },
  ]);
  await facts.project({
    company: { name: 'A', zone: 'Europe/Berlin', currency: null, lookBackDays: 365, startMonth: 1, pattern: 'calendar' },
    campaigns: [],
    items: [],
    outcomes: [],
    segments: [],
    rates: [],
    costs: null,
    entries: [],
  });
  assert.deepEqual(await days(), [
    { id: 't1', touched_on: '2026-05-02' },
    { id: 't2', touched_on: '2026-05-01' },
  ]);
  await load('b.csv', 'touch_id,contact_id,touched_at\nt3,c1,2026-05-01 22:30:00\n');
  assert.deepEqual((await facts.engine.read<{ touched_on: string }>(`select touched_on from touch where id = 't3'`))[0], {
    touched_on: '2026-05-02',
  });
});

/** A load of random rows: a few ids, columns that come and go, cells that are empty, repeats of rows without id. */
type RandomLoad = {
  readonly kind: 'deals' | 'touches';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
};
const randomLoad: fc.Arbitrary<RandomLoad> = fc.record({
  kind: fc.constantFrom('deals', 'touches'),
  columns: fc.subarray(['deal_stage', 'amount', 'close_date', 'region', 'size'], { minLength: 1 }),
  rows: fc.array(fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
});
const CELLS: { readonly [column: string]: readonly string[] } = {
  deal_stage: ['Won', 'Lost', 'Open', 'Won', ''],
  amount: ['1', '2.5', '3', '', '4'],
  close_date: ['2026-01-01', '2026-02-01', '', '2026-03-01', '2026-01-01'],
  region: ['N', 'S', '', 'N', 'W'],
  size: ['1', '2', '', '3.5', '4'],
};
const csvOf = ({ kind, columns, rows }: RandomLoad): string => {
  if (kind === 'touches')
    return `date,email,channel,campaign\n${rows.map(([a, b, c]) => `2026-01-0${a! + 1},p${b! % 2}@x.com,mail,c${c! % 2}`).join('\n')}\n`;
  const byId = new Map(rows.map((row) => [row[0]! % 4, row]));
  return `deal_id,${columns.join(',')}\n${[...byId].map(([id, row]) => `d${id},${columns.map((column, i) => CELLS[column]![row[i + 1] ?? 0]).join(',')}`).join('\n')}\n`;
};
const answers = { rows: 'opportunity', outcome: 'won' };
const loadAll = async ({ facts, file }: Folder, loads: readonly (RandomLoad | null)[]): Promise<void> => {
  for (const [i, one] of loads.entries())
    if (one)
      good(await facts.load(file(`${i}.csv`, csvOf(one)), one.kind === 'deals' ? { answers } : { answers: { rows: 'touch' } }, DOING));
};
const apart = (work: (a: Folder, b: Folder) => Promise<void>): Promise<void> => inFolder((a) => inFolder((b) => work(a, b)));
const conflictsOf = async ({ facts }: Folder): Promise<unknown> =>
  (await facts.conflicts()).map(({ entity, id, field, was, isNow }) => [entity, id, field, was, isNow]);

test('taking loads back gives the facts as if they had never been', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ load: randomLoad, reverted: fc.boolean() }), { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      async (loads, late) => {
        await apart(async (a, b) => {
          if (late) {
            await loadAll(
              a,
              loads.map(({ load }) => load),
            );
            for (const [i, { reverted }] of loads.entries()) if (reverted) good(await a.facts.revert(i + 1, DOING));
          } else {
            for (const [i, { load, reverted }] of loads.entries()) {
              await loadAll(a, [load]);
              if (reverted) good(await a.facts.revert(i + 1, DOING));
            }
          }
          await loadAll(
            b,
            loads.map(({ load, reverted }) => (reverted ? null : load)),
          );
          assert.equal(await a.dump(), await b.dump());
          assert.deepEqual(await conflictsOf(a), await conflictsOf(b));
        });
      },
    ),
    { numRuns: 15 },
  );
});

test('importing any load twice equals importing it once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(randomLoad, { minLength: 1, maxLength: 3 }), async (loads) => {
      await apart(async (a, b) => {
        await loadAll(a, loads);
        await loadAll(b, [...loads, loads.at(-1)!]);
        assert.equal(await a.dump(), await b.dump());
      });
    }),
    { numRuns: 8 },
  );
});

test('where files agree, the order of loading changes nothing', async () => {
  // One truth; every file shows some of its columns for some of its rows.
  const truth = fc.array(fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }), { minLength: 4, maxLength: 4 });
  const part = fc.record({ columns: fc.subarray(Object.keys(CELLS), { minLength: 1 }), ids: fc.subarray([0, 1, 2, 3], { minLength: 1 }) });
  const file = (
    rows: readonly (readonly number[])[],
    { columns, ids }: { readonly columns: readonly string[]; readonly ids: readonly number[] },
  ): string =>
    `deal_id,${columns.join(',')}\n${ids.map((id) => `d${id},${columns.map((column) => CELLS[column]![rows[id]![Object.keys(CELLS).indexOf(column)]!]).join(',')}`).join('\n')}\n`;
  // What a close date is depends on the stage beside it, so the two stand in one file or in none.
  const together = (columns: readonly string[]): readonly string[] =>
    columns.includes('close_date') !== columns.includes('deal_stage') ? [...new Set([...columns, 'close_date', 'deal_stage'])] : columns;
  await fc.assert(
    fc.asyncProperty(truth, fc.array(part, { minLength: 2, maxLength: 4 }), async (rows, parts) => {
      const files = parts.map((one) => file(rows, { ...one, columns: together(one.columns) }));
      await apart(async (a, b) => {
        for (const [i, content] of files.entries()) await a.load(`${i}.csv`, content, { answers });
        for (const [i, content] of files.toReversed().entries()) await b.load(`${i}.csv`, content, { answers });
        assert.equal(await a.dump(), await b.dump());
        assert.deepEqual(await a.facts.conflicts(), []);
      });
    }),
    { numRuns: 10 },
  );
});

test('a load that there is not, or that was taken back, cannot be taken back', async (t) => {
  const { load, facts } = await factsFolder(t);
  await load('a.csv', `${header}\nd1,Won,5,2026-01-01\n`);
  const code = async (n: number): Promise<string> => {
    const result = await facts.revert(n, DOING);
    return result.ok ? result.value.text : result.refusal.code;
  };
  assert.equal(await code(7), 'no-such-load');
  assert.equal(await code(1), 'Load 1 (a.csv) was taken back: 2 rows are as they were before it.');
  assert.equal(await code(1), 'already-reverted');
  const [record] = await facts.loads();
  assert.deepEqual([record!.revertedBy, record!.revertedAt, record!.loadedRows], [DOING.by, DOING.at, 1]);
});
