import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Money } from '../../src/kernel/money.ts';
import { LOAD, type Rows } from './company.ts';
import { credits, deal, of, touch } from './credits.ts';

const DEFAULTS = {
  lookBackDays: 365,
  leaveOut: { channels: [], kinds: [] },
  repeats: { keep: 'all', minutes: 0 },
  direct: ['direct'],
  halfLifeDays: null,
  sourced: 'first-touch',
  sales: { channels: [], kinds: [] },
};
const met: Rows = {
  opportunity: [deal('d', 1000, '2026-03-31')],
  opportunity_contact: of('d', 'c1', 'c2'),
  touch: [
    touch('t1', 'c1', '2026-01-01', 'mail', { kind: 'open', campaign: 'x', touched_at: '2026-01-01 10:00:00' }),
    touch('t2', 'c1', '2026-01-01', 'mail', { kind: 'open', campaign: 'x', touched_at: '2026-01-01 10:20:00' }),
    touch('t3', 'c1', '2026-01-01', 'mail', { kind: 'open', campaign: 'x', touched_at: '2026-01-01 10:40:00' }),
    touch('t4', 'c2', '2026-01-01', 'mail', { kind: 'open', campaign: 'x', touched_at: '2026-01-01 10:41:00' }),
    touch('t5', 'c1', '2026-01-02', 'Sales', { kind: 'Call' }),
    touch('t6', 'c1', '2026-01-03', 'ad', { kind: 'click' }),
  ],
};
const under = async (rules: object): Promise<{ [key: string]: number[] }> =>
  (await credits(met, { by: ['channel'], rules: JSON.stringify({ ...DEFAULTS, ...rules }) })).by;

test('touches of a channel or kind that the rules leave out do not count, whatever their case', async () => {
  deepEqual(await under({}), { mail: [1000, 0, 668], ad: [0, 1000, 166], Sales: [0, 0, 166] });
  deepEqual(await under({ leaveOut: { channels: ['MAIL'], kinds: [] } }), { Sales: [1000, 0, 500], ad: [0, 1000, 500] });
  deepEqual(await under({ leaveOut: { channels: [], kinds: ['call', 'open'] } }), { ad: [1000, 1000, 1000] });
});

test('a row of repeats counts once, the first or the last, and another person is no repeat', async () => {
  deepEqual(await under({ repeats: { keep: 'first', minutes: 20 } }), { mail: [1000, 0, 500], Sales: [0, 0, 250], ad: [0, 1000, 250] });
  deepEqual(await under({ repeats: { keep: 'last', minutes: 19 } }), await under({}));
  deepEqual((await under({ repeats: { keep: 'last', minutes: 60 } }))['mail'], [1000, 0, 500]);
});

/** Two deals with leads: marketing brought the first, sales the second; the third names no lead. */
const brought: Rows = {
  lead: [
    { id: 'l1', created_on: '2026-01-10', channel: 'Webinar', self_reported: 'Your webinar!' },
    { id: 'l2', created_on: '2026-01-10', channel: 'Outbound', self_reported: 'A friend' },
  ],
  opportunity: [
    deal('d1', 1000, '2026-03-31', { lead_id: 'l1', opened_on: '2026-02-01' }),
    deal('d2', 500, '2026-03-31', { lead_id: 'l2', opened_on: '2026-02-01' }),
    deal('d3', 200, '2026-03-31', { opened_on: '2026-01-01' }),
    deal('d4', 50, '2026-03-31', {}),
  ],
  opportunity_contact: [...of('d1', 'c1'), ...of('d2', 'c2'), ...of('d3', 'c3')],
  touch: [
    touch('a', 'c1', '2026-01-05', 'Webinar'),
    touch('b', 'c1', '2026-01-06', 'Outbound'),
    touch('c', 'c2', '2026-01-05', 'outbound'),
    touch('d', 'c2', '2026-01-20', 'Search'),
    touch('e', 'c3', '2026-01-15', 'Search'),
  ],
};

test('sourced by each definition and influenced are told beside each other, and never more than closed revenue', async () => {
  const { answer } = await credits(brought);
  const money = (row: { readonly [figure: string]: unknown }, figure: string): number => (row[figure] as Money).minor;
  const told = (row: { readonly [figure: string]: unknown }): number[] =>
    ['influenced', 'sourcedByLeadSource', 'sourcedByFirstTouch', 'sourcedBeforeSales'].map((figure) => money(row, figure));
  // d2 began with a call of sales; d3 met marketing only after the deal was opened, and names no lead; nobody touched d4.
  deepEqual(told(answer.total), [1700, 1000, 1200, 1000]);
  equal(money(answer.total, 'sourced'), 1200);
  ok(told(answer.total).every((minor) => minor <= money(answer.total, 'linear')));
  const row = (key: string) => answer.rows.find((r) => r.key === key)!;
  deepEqual(told(row('Webinar')), [1000, 1000, 1000, 1000]);
  deepEqual(told(row('Search')), [700, 0, 200, 0]);
  deepEqual(told(row('no touch')), [0, 0, 0, 0]);
});

test('the definition that the touch rules lock is the one headlines use', async () => {
  const { answer } = await credits(brought, {
    by: ['channel'],
    rules: JSON.stringify({ ...DEFAULTS, sourced: 'lead-source', sales: { channels: ['OUTBOUND'], kinds: [] } }),
  });
  deepEqual(answer.total['sourced'], { minor: 1000, currency: 'EUR' });
  equal(answer.findings.find((f) => f.code === 'source-unknown')?.n, 2);
});

test('what people say is compared with what was tracked, deal by deal', async () => {
  const { answer } = await credits(brought);
  deepEqual(
    (answer.findings.find((f) => f.code === 'self-reported')!.detail!['lines'] as { said: string; tracked: string; match: string }[]).map(
      (line) => [line.said, line.tracked, line.match],
    ),
    [
      ['Your webinar!', 'Webinar', 'same'],
      ['A friend', 'outbound', 'not'],
    ],
  );
});

test('a touch that arrives after the close counts, and what it moved is told', async () => {
  const rows = (load: number): Rows => ({
    load: [{ ...LOAD, n: 2, loaded_at: '2026-05-01 00:00:00' }],
    opportunity: [deal('d', 1000, '2026-03-31')],
    opportunity_contact: of('d', 'c1'),
    touch: [touch('t1', 'c1', '2026-01-01', 'ad'), touch('t2', 'c1', '2026-01-02', 'fair', { load })],
  });
  const late = await credits(rows(2));
  deepEqual(late.by, { ad: [1000, 0, 500], fair: [0, 1000, 500] });
  deepEqual(
    late.answer.rows.map((row) => [row.key, (row['movedByLate'] as Money).minor]),
    [
      ['ad', -500],
      ['fair', 500],
    ],
  );
  equal(late.answer.findings.find((f) => f.code === 'late-touches')?.minor, 500);
  equal(
    (await credits(rows(1))).answer.findings.some((f) => f.code === 'late-touches'),
    false,
  );
});

test('the order in which rows lie in their tables changes nothing', async () => {
  const turned: Rows = Object.fromEntries(Object.entries(brought).map(([table, rows]) => [table, rows.toReversed()]));
  deepEqual(
    (await credits(turned, { by: ['channel'], model: ['all'] })).answer.rows,
    (await credits(brought, { by: ['channel'], model: ['all'] })).answer.rows,
  );
});

test('time decay follows the measured cycle of twenty deals or more, or takes what the rules say', async () => {
  const many: Rows = {
    opportunity: Array.from({ length: 20 }, (_, i) => deal(`d${i}`, 100, '2026-03-31', { opened_on: '2025-12-01' })),
  };
  match(
    (await credits(many, { model: ['all'] })).answer.definition,
    /half-life 30 days, a quarter of the median cycle of 120 days \(20 won deals\)/,
  );
  match((await credits(brought, { model: ['all'] })).answer.definition, /half-life 7 days as vendors use, because only 3 won deals have/);
  const ruled = await credits(brought, { model: ['all'], rules: JSON.stringify({ ...DEFAULTS, halfLifeDays: 45 }) });
  match(ruled.answer.definition, /half-life 45 days, as the touch rules say/);
});

test('where no lead is here, the touch before the first of its people became a contact made it', async () => {
  const rows = (more: Rows): Rows => ({
    contact: [
      { id: 'c1', created_on: '2026-01-15' },
      { id: 'c2', created_on: '2026-02-15' },
    ],
    opportunity: [deal('d', 10_000, '2026-03-31', { opened_on: '2026-03-01', lead_id: 'l1' })],
    opportunity_contact: of('d', 'c1', 'c2'),
    touch: [
      touch('t1', 'c1', '2026-01-01', 'ad'),
      touch('t2', 'c1', '2026-01-10', 'fair'),
      touch('t3', 'c2', '2026-02-10', 'web'),
      touch('t4', 'c2', '2026-03-10', 'mail'),
    ],
    ...more,
  });
  const u = async (more: Rows): Promise<unknown> => {
    const { answer } = await credits(rows(more), { by: ['channel'], model: ['all'] });
    return Object.fromEntries(answer.rows.map((row) => [row.key, (row['u-hubspot'] as Money).minor]));
  };
  const byContact = { ad: 4000, fair: 4000, web: 1000, mail: 1000 };
  deepEqual(await u({}), byContact);
  // A lead without a day says nothing of when it was made; one with a day does.
  deepEqual(await u({ lead: [{ id: 'l1', created_on: null }] }), byContact);
  deepEqual(await u({ lead: [{ id: 'l1', created_on: '2026-02-12' }] }), { ad: 4000, fair: 1000, web: 4000, mail: 1000 });
  // Nobody knows when any of them was created: no touch made the lead, and its share goes to the others in proportion.
  const unknown = await u({ contact: [{ id: 'c1' }, { id: 'c2' }] });
  deepEqual(unknown, { ad: 6667, fair: 1111, web: 1111, mail: 1111 });
});

test('an answer says how much rests on links that are likely, not certain', async () => {
  const given: Rows = {
    account: [{ id: 'A', domain: 'acme.example' }],
    contact: [
      { id: 'c1', account_id: 'A', email: 'one@acme.example' },
      { id: 'c2', email: 'two@acme.example' },
    ],
    // It names no people, so its account's are taken; one of them is the account's by the domain of the address alone.
    opportunity: [deal('d', 9_001, '2026-03-31', { account_id: 'A' })],
    touch: [touch('t1', 'c1', '2026-01-01', 'ad'), touch('t2', 'c2', '2026-01-02', 'fair'), touch('t3', 'c2', '2026-01-03', 'ad')],
  };
  const { answer } = await credits(given);
  const found = answer.findings.find((f) => f.code === 'likely-links');
  deepEqual([found?.n, found?.minor], [2, 6000]);
  match(found!.text, /2 counted touches of 1 deal are theirs by a link between people or accounts that is likely, not certain/);
  deepEqual(
    answer.rows.map((row) => [row.key, (row['likely'] as Money | undefined)?.minor ?? 0]),
    [
      ['ad', 3000],
      ['fair', 3000],
    ],
  );
  const named = await credits({ ...given, opportunity_contact: of('d', 'c1', 'c2') });
  equal(
    named.answer.findings.some((f) => f.code === 'likely-links'),
    false,
    'what the deal itself names is certain',
  );
});
