/** More campaigns than fit one chain: the 500 most touched for themselves, the others named as the rest; or all, in the background. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Answer, Row } from '../../src/kernel/answer.ts';
import type { Money } from '../../src/kernel/money.ts';
import { chainOf } from '../../src/models/attribution/chain.ts';
import { markov } from '../../src/models/attribution/markov.ts';
import { pathsOf } from '../../src/models/attribution/paths.ts';
import type { ProgressLine } from '../../src/server/contract/live.ts';
import { castIn, good, openUnder, type Somebody } from './house-under-test.ts';

const [KEPT, ALL] = [500, 520];
/** The last 20 campaigns are touched once, the others twice; of the 20, two have no channel. */
const channelOf = (c: number): string | null => (c >= ALL - 2 ? null : c % 2 === 0 ? 'Event' : 'Mail');
const campaign = (c: number): string => `c ${String(c).padStart(3, '0')}`;
const DEALS = Array.from({ length: ALL / 2 }, (_, i) => ({
  id: `d${i}`,
  path: [2 * i, 2 * i + 1, ...(2 * i < KEPT ? [(2 * i + 7) % KEPT, (2 * i + 8) % KEPT] : [0])],
  status: i % 5 === 3 ? 'lost' : i % 7 === 6 ? 'open' : 'won',
  minor: 10_001 + i * 137,
}));
/** Campaigns with a cost: one that stands for itself, two that stand with the rest. */
const SPENT = [2, 505, 518].map(campaign);
const WON = DEALS.filter(({ status }) => status === 'won');
const CLOSED = WON.reduce((total, { minor }) => total + minor, 0);

/** The key a campaign stands under where the least touched are gathered. */
const gathered = (c: number): string => (c < KEPT ? campaign(c) : `rest of ${channelOf(c) ?? '(blank)'}`);

/** Markov shares of money and Shapley deals over these keys, from the deals as this test made them. */
const expected = (keyOf: (c: number) => string): ReadonlyMap<string, { share: number; deals: number }> => {
  const names = [...new Set(DEALS.flatMap(({ path }) => path.map(keyOf)))];
  const place = new Map(names.map((name, k) => [name, k]));
  const { value } = markov(
    chainOf(
      pathsOf(
        names.length,
        DEALS.map(({ path, status, minor }) => ({
          keys: path.map((c) => place.get(keyOf(c))!),
          won: Number(status === 'won'),
          lost: Number(status !== 'won'),
          value: status === 'won' ? minor : 0,
        })),
      ),
    ),
  );
  const deals = new Map<string, number>();
  for (const { path } of WON) {
    const keys = new Set(path.map(keyOf));
    for (const key of keys) deals.set(key, (deals.get(key) ?? 0) + 1 / keys.size);
  }
  return new Map(names.map((name, k) => [name, { share: value!.share[k]!, deals: deals.get(name) ?? 0 }]));
};

const minor = (figure: unknown): number => (figure as Money | null)?.minor ?? 0;
const total = (rows: readonly Row[], of: string): number => rows.reduce((sum, row) => sum + minor(row[of]), 0);

const agrees = ({ rows, total: whole }: Answer, keyOf: (c: number) => string): void => {
  const want = expected(keyOf);
  deepEqual(rows.map(({ key }) => key).toSorted(), [...want.keys()].toSorted());
  for (const row of rows) {
    const { share, deals } = want.get(row.key)!;
    // A cent of rounding by largest remainder, and 1e-9 of the double sums.
    ok(Math.abs(minor(row['markov']) - share * CLOSED) < 1 + 1e-6, row.key);
    ok(Math.abs(Number(row['shapleyDeals']) - deals) < 1e-9, row.key);
  }
  for (const model of ['markov', 'shapley']) {
    equal(total(rows, model), CLOSED, model);
    equal(minor(whole[model]), CLOSED, model);
  }
};

const openCompany = async (t: TestContext): Promise<Somebody> => {
  const under = await openUnder(t);
  const { viewer } = await castIn(under);
  const room = under.house.company('acme');
  if (!room.ok) throw new Error('no acme');
  const facts = await room.value.facts();
  const load = async (entity: string, rows: readonly object[]): Promise<void> => {
    const loaded = await facts.importRows({ entity, rows, file: `${entity}.json`, src: 'files', currency: 'EUR' } as never, {
      by: 'p_x',
      at: '2026-05-21T08:00:00.000Z',
      onProgress: () => undefined,
    });
    ok(loaded.ok && loaded.value.held === 0, JSON.stringify(loaded));
  };
  await load(
    'opportunity',
    DEALS.map(({ id, status, minor: amount }) => ({
      id,
      account_id: id,
      status,
      amount,
      currency: 'EUR',
      opened_on: '2026-02-01',
      ...(status !== 'open' && { closed_on: '2026-04-01' }),
    })),
  );
  await load(
    'touch',
    DEALS.flatMap(({ id, path }) =>
      path.map((c, n) => ({
        id: `${id}-${n}`,
        account_id: id,
        campaign: campaign(c),
        touched_on: `2026-03-0${n + 1}`,
        ...(channelOf(c) !== null && { channel: channelOf(c) }),
      })),
    ),
  );
  await load(
    'spend',
    SPENT.map((name) => ({ id: name, campaign: name, amount: 50_000, currency: 'EUR', spent_on: '2026-03-01' })),
  );
  return viewer;
};

test('credit learned of 520 campaigns', async (t) => {
  const viewer = await openCompany(t);
  const wish = { company: 'acme', by: 'campaign' };

  await t.test('500 stand for themselves, 20 as the named rest of their channel, and nothing is lost', async () => {
    const answer = (await good(viewer.post('credit-learned', wish))).body as Answer;
    agrees(answer, gathered);
    equal(answer.rows.length, KEPT + 3);
    const rest = answer.rows.filter(({ key }) => key.startsWith('rest of '));
    deepEqual(rest.map(({ key }) => key).toSorted(), ['rest of (blank)', 'rest of Event', 'rest of Mail']);
    ok(
      rest.every((row) => !('id' in row)),
      'a rest is no campaign that opens',
    );
    const { n, ids, text } = answer.findings.find(({ code }) => code === 'gathered-keys')!;
    equal(n, ALL - KEPT);
    deepEqual(
      ids.toSorted(),
      Array.from({ length: n }, (_, i) => campaign(KEPT + i)),
    );
    equal(text, '20 keys with the fewest touches stand together as the rest of their channel.');
  });

  await t.test('in full each stands for itself, told how far it has come, and the answer comes last', async () => {
    const reply = await viewer.fetch('/api/credit-learned', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/x-ndjson' },
      body: JSON.stringify({ ...wish, full: true }),
    });
    const lines = (await reply.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ProgressLine);
    const last = lines.at(-1)!;
    ok('value' in last, JSON.stringify(last).slice(0, 300));
    const answer = last.value as Answer;
    agrees(answer, campaign);
    equal(answer.rows.length, ALL);
    ok(!answer.findings.some(({ code }) => code === 'gathered-keys'));
    const told = lines.slice(0, -1).map((line) => ('progress' in line ? line.progress : null));
    equal(told[0]?.phase, 'reading journeys');
    const solving = told.filter((at) => at?.phase === 'solving').map((at) => at!.done);
    ok(solving.length > 1, JSON.stringify(told));
    deepEqual(
      solving,
      solving.toSorted((a, b) => a - b),
    );
    ok(told.every((at) => at !== null && (at.of === null || at.done <= at.of)));
  });

  await t.test('the return of a campaign that stands with the rest is not known, and never a loss of all it cost', async () => {
    const answer = (await good(viewer.post('ask', { company: 'acme', question: 'roi', by: 'campaign', model: 'markov' }))).body as Answer;
    equal(total(answer.rows, 'return'), CLOSED);
    const lines = answer.rows.filter(({ key }) => SPENT.includes(key));
    deepEqual(
      Object.fromEntries(lines.map(({ key, return: back, cost, roi }) => [key, [back === null, minor(cost), roi === null]])),
      Object.fromEntries(SPENT.map((key) => [key, [key !== campaign(2), 50_000, key !== campaign(2)]])),
    );
    ok(answer.rows.some((row) => row.key === 'rest of Mail' && minor(row['return']) > 0));
    equal(answer.findings.find(({ code }) => code === 'gathered-keys')?.n, ALL - KEPT);
    ok(!answer.findings.some(({ code }) => code === 'no-credit'));
  });
});

test('where there can be no intervals the answer says so and why', async (t) => {
  const viewer = await openCompany(t);
  const asked = { company: 'acme', by: 'channel', order: 2, intervals: true };
  const { rows, findings } = (await good(viewer.post('credit-learned', asked))).body as Answer;
  equal(
    findings.find(({ code }) => code === 'no-intervals')?.text,
    'No intervals: deals are drawn anew for a chain that remembers one touch only.',
  );
  ok(rows.every((row) => !('intervals' in row) && typeof row['share'] === 'number'));
});
