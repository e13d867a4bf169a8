/** Models that learn from all deals together, asked for as anybody asks: off the loop, exact, to the cent, kept while the facts stand. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../src/kernel/answer.ts';
import type { Money } from '../../src/kernel/money.ts';
import { castIn, good, openUnder } from './house-under-test.ts';

const minor = (figure: unknown): number => (figure as Money).minor;
const sum = (answer: Answer, of: string): number => answer.rows.reduce((total, row) => total + minor(row[of]), 0);

test('a company asks for Markov and Shapley by channel, by campaign, with intervals, and is told what it cannot ask', async (t) => {
  const under = await openUnder(t);
  const { owner, viewer } = await castIn(under);
  const room = under.house.company('acme');
  if (!room.ok) throw new Error('no acme');
  const facts = await room.value.facts();
  const doing = { by: 'p_x' as const, at: '2026-05-21T08:00:00.000Z' as const };
  const paths: readonly (readonly [string, string, number])[] = [
    ['Web>Mail>Fair', 'won', 1000],
    ['Web', 'lost', 0],
    ['Mail>Fair', 'lost', 0],
  ];
  const rows = <T>(of: (path: string, status: string, euro: number, i: number) => T[]): T[] =>
    paths.flatMap(([path, status, euro], i) => of(path, status, euro, i));
  const load = async (entity: string, list: readonly object[]): Promise<void> => {
    const loaded = await facts.importRows({ entity, rows: list, file: `${entity}.json`, src: 'files', currency: 'EUR' } as never, {
      ...doing,
      onProgress: () => undefined,
    });
    ok(loaded.ok && loaded.value.held === 0, JSON.stringify(loaded));
  };
  await load(
    'opportunity',
    rows((_, status, euro, i) => [
      { id: `d${i}`, account_id: `a${i}`, status, amount: euro * 100, currency: 'EUR', opened_on: '2026-02-01', closed_on: '2026-04-01' },
    ]),
  );
  await load(
    'touch',
    rows((path, _, __, i) =>
      path.split('>').map((channel, n) => ({
        id: `t${i}-${n}`,
        account_id: `a${i}`,
        channel,
        campaign: `${channel} one`,
        touched_on: `2026-03-0${n + 1}`,
      })),
    ),
  );

  const ask = async (more: object = {}): Promise<Answer> =>
    (await good(viewer.post('credit-learned', { company: 'acme', ...more }))).body as Answer;
  const byChannel = await ask();
  // The textbook example (AnalyzeCore 2016): removal effects 1/2, 1 and 1.
  deepEqual(Object.fromEntries(byChannel.rows.map(({ key, removal }) => [key, Number((removal as number).toFixed(9))])), {
    Fair: 1,
    Mail: 1,
    Web: 0.5,
  });
  equal(sum(byChannel, 'markov'), 100_000);
  equal(sum(byChannel, 'shapley'), 100_000);
  deepEqual(
    byChannel.rows.map((row) => minor(row['markov'])).toSorted((a, b) => a - b),
    [20_000, 40_000, 40_000],
  );
  ok(byChannel.definition.includes('does not prove'));
  for (const model of ['markov', 'shapley']) {
    const wish = { company: 'acme', question: 'roi', by: 'channel', model, intervals: true };
    const back = (await good(viewer.post('ask', wish))).body as Answer;
    equal(sum(back, 'return'), 100_000, model);
    deepEqual(
      Object.fromEntries(back.rows.map((row) => [row.key, minor(row['return'])])),
      Object.fromEntries(byChannel.rows.map((row) => [row.key, minor(row[model])])),
    );
    ok(back.definition.includes(`attributed under ${model === 'markov' ? 'Markov' : 'Shapley'}`));
  }
  const campaigns = await ask({ by: 'campaign', order: 2, since: '2026-04-01', until: '2026-05-01' });
  equal(sum(campaigns, 'markov'), 100_000);
  const intervals = await ask({ intervals: true });
  ok(intervals.rows.some(({ share }) => typeof share === 'object') || intervals.definition.length > 0);
  const later = await ask({ since: '2026-05-01' });
  equal(later.findings[0]?.code, 'nothing-won');
  equal(
    later.rows.every(({ markov }) => markov === null),
    true,
  );
  for (const [wrong, code] of [
    [{ by: 'account' }, 'unfit-cut'],
    [{ by: 'outcome' }, 'unfit-cut'],
    [{ by: 'nonsense' }, 'unknown-cut'],
    [{ since: '2026-05-01', until: '2026-04-01' }, 'bad-parameter'],
    [{ order: 4 }, 'invalid-input'],
  ] as const) {
    const refused = await owner.post('credit-learned', { company: 'acme', ...wrong });
    equal(refused.body.code ?? refused.body.error?.code, code, JSON.stringify(refused.body));
  }
  await load('touch', [{ id: 'late', account_id: 'a1', channel: 'Phone', touched_on: '2026-03-09' }]);
  ok(
    (await ask()).rows.some(({ key }) => key === 'Phone'),
    'a load is taken in',
  );
});
