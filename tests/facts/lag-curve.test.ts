import { deepEqual, equal, ok } from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Engine } from '../../src/facts/engine.ts';
import { ask } from '../../src/facts/questions/registry.ts';
import type { Params } from '../../src/facts/questions/question.ts';
import type { Estimate, Row } from '../../src/kernel/answer.ts';
import { describeShared } from '../support/shared.ts';
import { answerTo } from './answer-to.ts';
import { companyWith, type Rows } from './company.ts';
import { olist } from './olist-rows.ts';

type Spell = { readonly keys: readonly string[]; readonly day: number; readonly event: number; readonly entry: number; readonly n: number };
const spellsOf = async (engine: Engine, params: Params, table = 'spells'): Promise<Spell[]> => {
  const raw = await ask(engine, 'lag-curve', params);
  if (!raw.ok) throw new Error(raw.refusal.text);
  return raw.value.tables[table] as unknown as Spell[];
};
const brief = (spells: readonly Spell[]): string[] =>
  spells.map(({ day, event, entry, n }) => `${n} × ${event} on ${day}${entry >= 0 ? ` from ${entry}` : ''}`);

const rows: Rows = {
  account: [{ id: 'A' }, { id: 'B' }, { id: 'C' }],
  contact: [{ id: 'p', account_id: 'A' }],
  touch: [
    { id: 't1', contact_id: 'p', channel: 'Fair', touched_on: '2026-01-01' },
    { id: 't2', account_id: 'A', channel: 'Content', touched_on: '2026-01-20' },
    { id: 't3', account_id: 'B', channel: 'Content', touched_on: '2026-01-04' },
    { id: 't4', account_id: 'C', channel: 'Content', touched_on: '2026-03-09' },
  ],
  opportunity: [
    { id: 'a', account_id: 'A', status: 'won', opened_on: '2026-01-11', closed_on: '2026-02-10' },
    { id: 'b', account_id: 'A', status: 'lost', opened_on: '2026-01-20', closed_on: '2026-01-25' },
    { id: 'c', account_id: 'C', status: 'open', opened_on: '2026-03-01' },
    { id: 'd', account_id: 'C', status: 'open' },
    { id: 'e', status: 'won', opened_on: '2026-03-01', closed_on: '2026-02-20' },
    { id: 'f', status: 'lost', opened_on: '2026-03-01' },
  ],
};

describe('counted spells', () => {
  test('won came, lost ended otherwise, open is watched to the last day; unknown and impossible days are named and left out', async () => {
    const engine = await companyWith(rows);
    deepEqual(brief(await spellsOf(engine, { from: 'opened' })), ['1 × 2 on 5', '1 × 0 on 8', '1 × 1 on 30']);
    const answer = await answerTo(engine, 'lag-curve', { from: 'opened' });
    deepEqual(answer.coverage, {
      have: 3,
      of: 6,
      missing: [
        { why: 'a day is not known', n: 2 },
        { why: '"won" is dated before "opened"', n: 1 },
      ],
    });
    deepEqual(
      [answer.total['came'], answer.total['ended'], answer.total['open'], answer.total['stands'], answer.total['refused']],
      [1, 1, 1, 'borrowed', true],
    );
    await engine.close();
  });

  test('an account is followed from its first touch, under its channel, to its first deal', async () => {
    const engine = await companyWith(rows);
    const spells = await spellsOf(engine, { from: 'touch', to: 'opened', by: ['channel'] }, 'spellsCut');
    deepEqual(
      spells.map((s) => [s.keys[0], ...brief([s])]),
      [
        ['Content', '1 × 0 on 64'],
        ['Fair', '1 × 1 on 10'],
      ],
    );
    equal((await answerTo(engine, 'lag-curve', { from: 'touch', to: 'opened' })).findings.find((f) => f.code === 'negative-lag')?.n, 1);
    await engine.close();
  });

  test('as of an earlier day nothing later is known', async () => {
    const engine = await companyWith(rows);
    deepEqual(brief(await spellsOf(engine, { from: 'opened', asOf: '2026-01-21' })), ['1 × 0 on 1', '1 × 0 on 10']);
    await engine.close();
  });
});

test('a column of the deal cannot cut leads here: it is known only of those that came', async () => {
  const engine = await companyWith({
    lead: [{ id: 'l', created_on: '2026-01-01' }],
    opportunity: [{ id: 'o', lead_id: 'l', product: 'Yard', status: 'open', opened_on: '2026-01-05' }],
  });
  const refused = await ask(engine, 'lag-curve', { by: ['product'] });
  equal(refused.ok ? 'answered' : refused.refusal.code, 'unfit-cut');
  await engine.close();
});

/** 240 leads from two channels: Fair 60 of which 24 came after 20 to 43 days, Web 160 of which 48; Post 20 without one. */
const leads = (): Rows => {
  const made: { lead: Record<string, string>[]; opportunity: Record<string, string>[] } = { lead: [], opportunity: [] };
  const add = (channel: string, i: number, start: number, lag: number | null): void => {
    const day = (n: number): string => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);
    made.lead.push({ id: `${channel}${i}`, channel, created_on: day(start) });
    if (lag !== null)
      made.opportunity.push({ id: `o${channel}${i}`, lead_id: `${channel}${i}`, status: 'open', opened_on: day(start + lag) });
  };
  for (let i = 0; i < 60; i++) add('Fair', i, i * 3, i % 5 < 2 ? 20 + (i % 24) : null);
  for (let i = 0; i < 160; i++) add('Web', i, i, i % 10 < 3 ? 30 + (i % 40) : null);
  for (let i = 0; i < 20; i++) add('Post', i, i * 9, null);
  add('Web', 999, 400, null);
  return made;
};

test('curves stand where enough came, refuse where too few did, and say when there will be enough', async () => {
  const engine = await companyWith(leads());
  const answer = await answerTo(engine, 'lag-curve', { to: 'opened', by: ['channel'] });
  const row = (key: string): Row => answer.rows.find((r) => r.key === key)!;
  const ever = row('Fair')['everShare'] as Estimate;
  ok(ever.low < 0.4 && ever.high > 0.4 && Math.abs(ever.value - 0.4) < 0.03, JSON.stringify(ever));
  const half = row('Web')['halfDays'] as Estimate;
  ok(half.low < 50 && half.high > 48 && half.value > 44 && half.value < 54, JSON.stringify(half));
  const post = row('Post');
  deepEqual([post['refused'], post['stands'], (post['raw'] as unknown[]).length, post['curve']], [true, 'borrowed', 20, []]);
  ok(post['everShare'] !== null, 'a refused group borrows the common curve');
  const thin = answer.findings.find((f) => f.code === 'too-few')!;
  deepEqual(thin.ids, ['Post']);
  const points = row('Fair')['curve'] as { day: number; observed: number | null; share: number; low: number; high: number }[];
  ok(points.every((p) => p.low <= p.high && p.share >= 0 && p.share <= 1) && points[0]!.day === 0);
  await engine.close();
});

describeShared('the lags of data/olist-funnel', () => {
  test('spells and plain lags count the same conversions, and early leads are watched from the first day a win was seen', async () => {
    const engine = await olist();
    const spells = await spellsOf(engine, {});
    const total = (pick: (s: Spell) => boolean): number => spells.filter(pick).reduce((sum, s) => sum + s.n, 0);
    equal(
      total((s) => s.event === 1),
      841,
    );
    const answer = await answerTo(engine, 'lag-curve');
    equal(answer.findings.find((f) => f.code === 'negative-lag')?.n, 1);
    const truncated = answer.findings.find((f) => f.code === 'left-truncated');
    ok(truncated && total((s) => s.entry >= 0) > 0 && total((s) => s.entry >= 0) <= truncated.n);
    const plain = await answerTo(engine, 'lag');
    const median = answer.total['halfDays'] as Estimate;
    ok(median.value > 1 && plain.total['median'] !== null);
    await engine.close();
  });
});

test('an account’s first touch is the first of all its people, whatever source and address they came by', async () => {
  const engine = await companyWith(
    {
      account: [{ id: 'A', domain: 'acme.com' }],
      contact: [
        { id: 'p', account_id: 'A', email: 'ann@acme.com' },
        { src: 'web', id: 'w1', email: 'ANN@acme.com' },
      ],
      touch: [
        { id: 't2', contact_id: 'p', touched_on: '2026-01-20' },
        { src: 'web', id: 't1', contact_id: 'w1', touched_on: '2026-01-05' },
        { src: 'mail', id: 't3', email: 'ann@acme.com', touched_on: '2026-01-03' },
      ],
      opportunity: [{ id: 'd', account_id: 'A', status: 'open', opened_on: '2026-02-02' }],
    },
    { name: 'T', zone: 'UTC' },
  );
  const answer = await answerTo(engine, 'lag', { from: 'touch', to: 'opened' });
  deepEqual(
    answer.rows.map(({ n, median }) => [n, median]),
    [[1, 30]],
  );
});
