import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DOING, factsFolder, good } from '../../../tests/support/facts-folder.ts';

const HEADER = 'deal_id,deal_stage,amount,close_date,note';
const BAD = `${HEADER}\nd1,Won,5,2026-01-01,a\nd2,Won,6,2026-02-30,"=cmd|x"\nd3,Won,-7,20218-01-01,c\n,Won,8,2026-01-04,e\nd5,Won,9,2026-01-05,f\nd6,Won,9,2026-01-06,\n`;

test('held rows say which row and column, what was found, what is wrong and what to do', async (t) => {
  const { load, facts } = await factsFolder(t);
  const { n, held, problems, counts } = await load('deals.csv', BAD);
  assert.deepEqual([held, problems.total, counts[0]!.new], [3, 4, 3]);
  const rows = await facts.held(n);
  assert.deepEqual(
    rows.map(({ line, column, found, problem }) => [line, column, found, problem]),
    [
      [3, 'close_date', '2026-02-30', 'There is no 30 February 2026.'],
      [4, 'amount', '-7', 'The amount is negative. Also close_date: The year 20218 is not between 1900 and 2200.'],
      [5, 'deal_id', null, 'The cell that names the row is empty.'],
    ],
  );
  assert.match(rows[1]!.todo, /credit-notes=yes/);
  assert.deepEqual(rows[0]!.cells, { deal_id: 'd2', deal_stage: 'Won', amount: '6', close_date: '2026-02-30', note: '=cmd|x' });
  assert.deepEqual(
    (await facts.held(n, { from: 1, limit: 1 })).map(({ line }) => line),
    [4],
  );
  const [record] = await facts.loads();
  assert.deepEqual([record!.rows, record!.loadedRows, record!.heldRows, record!.waitingRows], [6, 3, 3, 3]);
});

test('held rows can be downloaded, and no cell of them runs as a formula', async (t) => {
  const { load, facts } = await factsFolder(t);
  const { n } = await load('deals.csv', BAD);
  const lines = readFileSync(facts.rejectsPath(n)!, 'utf8').split('\n');
  assert.equal(lines[0], 'row,column,found,problem,what to do,deal_id,deal_stage,amount,close_date,note');
  assert.match(lines[1]!, /^3,close_date,2026-02-30,There is no 30 February 2026\.,.*,d2,Won,6,2026-02-30,'=cmd\|x$/);
  assert.match(lines[2]!, /^4,amount,-7,/);
  assert.equal(facts.rejectsPath(9), null);
});

test('negative amounts are credit notes where the mapping says so, else held', async (t) => {
  const { load, preview, facts } = await factsFolder(t);
  const content = `${HEADER}\nd1,Won,-5,2026-01-01,a\nd2,Won,"(6.50)",2026-01-01,a\nd3,Won,7,2026-01-01,a\n`;
  const { questions, held } = await preview('deals.csv', content);
  assert.deepEqual([questions.map(({ id, otherwise }) => [id, otherwise]), held], [[['credit-notes', 'no']], 2]);
  const { mapping, stated } = await load('deals.csv', content, { answers: { 'credit-notes': 'yes' } });
  assert.deepEqual([mapping.creditNotes, stated.includes('Negative amounts are credit notes.')], [true, true]);
  assert.deepEqual(
    (await facts.engine.read<{ amount_minor: number }>('select amount_minor from opportunity order by id')).map((row) => row.amount_minor),
    [-500, -650, 700],
  );
});

test('mended rows load as a load of their own, and taking it back leaves them waiting again', async (t) => {
  const { load, facts, dump } = await factsFolder(t);
  const { n } = await load('deals.csv', BAD);
  const before = await dump();
  const mended = good(
    await facts.mend(
      n,
      [
        { line: 3, cells: { close_date: '2026-02-28' } },
        { line: 4, cells: { amount: '7' } },
      ],
      DOING,
    ),
  );
  assert.deepEqual([mended.n, mended.rows, mended.held], [2, 2, 1]);
  assert.deepEqual(
    (await facts.held(n)).map(({ line, mendedByLoad }) => [line, mendedByLoad]),
    [
      [3, 2],
      [4, null],
      [5, null],
    ],
  );
  assert.deepEqual(
    (await facts.held(2)).map(({ line, column }) => [line, column]),
    [[4, 'close_date']],
  );
  assert.deepEqual(await facts.engine.read(`select closed_on, amount_minor from opportunity where id = 'd2'`), [
    { closed_on: '2026-02-28', amount_minor: 600 },
  ]);
  const ledger = await facts.loads();
  assert.deepEqual([ledger[0]!.waitingRows, ledger[1]!.file], [2, 'deals.csv (mended rows)']);
  good(await facts.revert(2, DOING));
  assert.equal(await dump(), before);
  assert.deepEqual(
    (await facts.held(n)).map(({ mendedByLoad }) => mendedByLoad),
    [null, null, null],
  );
});

test('a mended row without id is one more row, also where its twin was loaded', async (t) => {
  const { load, facts } = await factsFolder(t);
  const { n } = await load(
    'touches.csv',
    'date,email,channel,campaign\n2026-01-01,a@x.com,mail,spring\n2026-01-32,a@x.com,mail,spring\n2026-01-03,a@x.com,mail,spring\n',
  );
  const mend = { line: 3, cells: { date: '2026-01-01' } };
  good(await facts.mend(n, [mend], DOING));
  assert.equal((await facts.engine.read('from touch')).length, 3);
  const again = await facts.mend(n, [mend], DOING);
  assert.equal(again.ok ? '' : again.refusal.code, 'no-such-row');
});

test('mending refuses what there is not', async (t) => {
  const { load, facts } = await factsFolder(t);
  const { n } = await load('deals.csv', BAD);
  const code = async (...args: Parameters<typeof facts.mend>): Promise<string> => {
    const result = await facts.mend(...args);
    return result.ok ? 'ok' : result.refusal.code;
  };
  assert.equal(await code(9, [{ line: 3, cells: {} }], DOING), 'no-such-load');
  assert.equal(await code(n, [], DOING), 'no-such-row');
  assert.equal(await code(n, [{ line: 2, cells: {} }], DOING), 'no-such-row');
  assert.equal(await code(n, [{ line: 3, cells: { colour: 'red' } }], DOING), 'mapping-misses-column');
  assert.equal(await code(n, [{ line: 3, cells: {} }], DOING), 'all-rows-held');
});

test('a file of which no row can be loaded is refused with its first problem, and nothing is kept of it', async (t) => {
  const { refused, facts, folder } = await factsFolder(t);
  const refusal = await refused('deals.csv', `${HEADER}\nd1,Won,-5,2026-01-01,a\n`);
  assert.deepEqual([refusal.code, refusal.row, refusal.column], ['all-rows-held', 2, 'amount']);
  assert.deepEqual([await facts.loads(), existsSync(`${folder}/imports`), existsSync(`${folder}/rejects`)], [[], false, false]);
});

test('the file as received is kept under its SHA-256', async (t) => {
  const { load, facts, folder } = await factsFolder(t);
  await load('deals.csv', BAD);
  const [record] = await facts.loads();
  assert.equal(readFileSync(`${folder}/imports/${record!.sha256}`, 'utf8'), BAD);
  assert.deepEqual(
    [record!.bytes, record!.format, record!.encoding, record!.src, record!.loadedBy, record!.loadedAt],
    [BAD.length, 'csv', 'utf-8', 'files', DOING.by, DOING.at],
  );
});

test('an amount that names another currency than the file is held', async (t) => {
  const { load, facts } = await factsFolder(t);
  const { n } = await load('deals.csv', `${HEADER}\nd1,Won,€5,2026-01-01,\nd2,Won,£6,2026-01-01,\nd3,Won,€7,2026-01-01,\n`, {
    currency: 'EUR',
  });
  assert.deepEqual(
    (await facts.held(n)).map(({ line, problem }) => [line, problem]),
    [[3, 'The amount says £, but the file is read as EUR.']],
  );
});

test('a value that is not of the kind its mapping says is held', async (t) => {
  const { load, preview, facts, file } = await factsFolder(t);
  const { mapping } = await preview('deals.csv', 'deal_id,deal_stage,size,since\nd1,Won,5,2026-01-01\n');
  const result = good(
    await facts.load(
      file('more.csv', 'deal_id,deal_stage,size,since\nd2,Won,big,2026-01-01\nd3,Won,6,2026-01-40\nd4,Won,7,\n'),
      { mapping },
      DOING,
    ),
  );
  assert.deepEqual(
    (await facts.held(result.n)).map(({ line, column }) => [line, column]),
    [
      [2, 'size'],
      [3, 'since'],
    ],
  );
  await load('deals.csv', 'deal_id,deal_stage,size,since\nd5,Won,big,2026-01-01\n');
});
