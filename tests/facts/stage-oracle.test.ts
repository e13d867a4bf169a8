/** Random records of deals under random definitions: the funnel against a count by brute force, deal by deal, of docs/stages.md. */
import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../src/kernel/day.ts';
import { answerTo } from './answer-to.ts';
import { at, signedCompany } from './signed.ts';

const START = '2026-01-01';
const ASOF = 60;
const day = (n: number): string => addDays(START, n);
const CRM = ['Intro', 'Demo', 'Offer', 'Legal'] as const;
/** `on` null: a day nobody recorded. */
type Entry = { readonly stage: string; readonly on: number | null };
type Deal = {
  readonly opened: number;
  readonly status: 'open' | 'won' | 'lost';
  readonly closed: number;
  readonly stands: string | null;
  readonly entries: readonly Entry[];
};
type Plan = {
  readonly deals: readonly Deal[];
  readonly order: readonly string[];
  readonly skipped: 'passed' | 'left-out';
  readonly closing: boolean;
};

const deal: fc.Arbitrary<Deal> = fc.record({
  opened: fc.integer({ min: 0, max: 30 }),
  status: fc.constantFrom('open', 'won', 'lost'),
  closed: fc.integer({ min: 0, max: 80 }),
  stands: fc.constantFrom(null, ...CRM),
  entries: fc.array(
    fc.record({
      stage: fc.constantFrom(...CRM, 'Closed Won', 'Closed Lost'),
      on: fc.option(fc.integer({ min: 0, max: 80 }), { nil: null, freq: 9 }),
    }),
    {
      maxLength: 6,
    },
  ),
});
const plan: fc.Arbitrary<Plan> = fc.record({
  deals: fc.array(deal, { minLength: 1, maxLength: 40 }),
  order: fc.shuffledSubarray(['Intro', 'Demo', 'Offer'], { minLength: 1 }),
  skipped: fc.constantFrom('passed', 'left-out'),
  closing: fc.boolean(),
});

/** The first day a deal showed a sign of each step after the opening, and whether it passed by it; as the document says it. */
const signsOf = (
  d: Deal,
  steps: readonly { readonly names: readonly string[]; readonly won: boolean }[],
  open: ReadonlySet<string | null>,
) => {
  const closed = d.status !== 'open' && d.closed <= ASOF ? d : null;
  const known = d.entries.filter(({ on }) => on === null || on <= ASOF);
  const closings = known.filter(({ stage, on }) => stage.startsWith('Closed') && on !== null);
  const last = closings.toSorted((a, b) => a.on! - b.on! || nth(d, a) - nth(d, b) || (a.stage < b.stage ? -1 : 1)).at(-1);
  return steps.map(({ names, won }) => {
    const days: { on: number | null; passes: boolean }[] = known
      .filter(({ stage }) => names.includes(stage))
      .filter((entry) => !entry.stage.startsWith('Closed') || (closed !== null && (entry === last || (entry.on === null && !last))))
      .map((entry) => ({
        on: closed && entry.on !== null ? Math.min(entry.on, closed.closed) : entry.on,
        passes: !(entry.stage.startsWith('Closed') && closed?.status === 'lost'),
      }));
    if (won && closed?.status === 'won') days.push({ on: closed.closed, passes: true });
    // A stage in which deals stand and none of them is open says that they are closed.
    const ended = d.status !== 'open' && !open.has(d.stands);
    if (d.stands !== null && names.includes(d.stands) && !d.entries.some(({ stage }) => stage === d.stands) && (!ended || closed))
      days.push({ on: null, passes: !(ended && d.status === 'lost') });
    const dated = days.flatMap(({ on }) => (on === null ? [] : [on]));
    return days.length === 0 ? null : { on: dated.length > 0 ? Math.min(...dated) : null, passes: days.some(({ passes }) => passes) };
  });
};
/** The how-many-eth entry of its stage an entry is. */
const nth = (d: Deal, entry: Entry): number =>
  d.entries
    .filter((e) => e.stage === entry.stage)

    .toSorted((a, b) => (a.on ?? -1) - (b.on ?? -1))
    .indexOf(entry) + 1;

test('what the funnel, the conversions and the calendar count is what a count by brute force finds', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async ({ deals, order, skipped, closing }) => {
      const last = closing ? at('End', ['Closed Won', 'Closed Lost']) : at('End', 'won');
      const engine = await signedCompany(
        {
          opportunity: deals.map((d, i) => ({
            id: `d${i}`,
            status: d.status,
            stage: d.stands,
            opened_on: day(d.opened),
            ...(d.status !== 'open' && { closed_on: day(d.closed) }),
          })),
          stage_entry: deals.flatMap((d, i) =>
            d.entries.map((e) => ({
              opportunity_id: `d${i}`,
              stage: e.stage,
              seq: nth(d, e) * 10 + (e.stage.startsWith('Closed') ? 9 : 0),
              entered_on: e.on === null ? null : day(e.on),
            })),
          ),
        },
        { skipped, stages: [...order.map((name) => at(name, [name])), last] },
      );
      const steps = [
        ...order.map((name) => ({ names: [name], won: false })),
        { names: closing ? ['Closed Won', 'Closed Lost'] : [], won: !closing },
      ];
      const passed = skipped === 'passed';
      const open = new Set(deals.filter(({ status }) => status === 'open').map(({ stands }) => stands));
      const seen = deals.map((d) => ({ d, signs: signsOf(d, steps, open) }));
      const furthest = ({ signs }: (typeof seen)[number]): number => signs.findLastIndex((s) => s?.passes === true) + 1;
      const reached = (one: (typeof seen)[number], k: number): boolean =>
        k === 0 || one.signs[k - 1] !== null || (passed && k <= furthest(one));
      const lost = ({ d }: (typeof seen)[number]): boolean => d.status === 'lost' && d.closed <= ASOF;
      const expected = [0, ...steps.map((_, k) => k + 1)].map((k) => ({
        n: seen.filter((one) => reached(one, k)).length,
        both: k === 0 ? null : seen.filter((one) => reached(one, k) && reached(one, k - 1)).length,
        lost: seen.filter((one) => reached(one, k) && furthest(one) === k && lost(one)).length,
        waiting: seen.filter((one) => reached(one, k) && furthest(one) === k && !lost(one)).length,
      }));
      const answer = await answerTo(engine, 'funnel-steps', { from: 'opened', asOf: day(ASOF) });
      deepEqual(
        answer.rows.map(({ step, n, lost: ended, waiting }) => [step, n, ended, waiting]),
        expected.map((e, k) => [k, e.n, e.lost, e.waiting]),
      );
      answer.rows.forEach((row, k) => {
        const share = row['ofBefore'] as { value: number } | null | undefined;
        const before = expected[k - 1]?.n ?? 0;
        if (share) deepEqual(Math.round(share.value * before), expected[k]!.both);
      });
      // Conversions between any two stages, and the days they count from.
      const dayOf = ({ signs }: (typeof seen)[number], k: number): number | null => {
        const days = signs.flatMap((s, j) => (s && s.on !== null && (j === k - 1 || (passed && j > k - 1 && s.passes)) ? [s.on] : []));
        return days.length > 0 ? Math.min(...days) : null;
      };
      for (const k of order.keys()) {
        const from = order[k]!;
        const { total } = await answerTo(engine, 'funnel', { from, to: 'End', asOf: day(ASOF), since: day(0) });
        const began = seen.filter((one) => reached(one, k + 1) && dayOf(one, k + 1) !== null);
        deepEqual([total.n, total['converted']], [began.length, began.filter((one) => reached(one, steps.length)).length], from);
      }
      const [since, until] = [day(10), day(40)];
      const calendar = await answerTo(engine, 'funnel-steps', { from: 'opened', view: 'calendar', since, until, asOf: day(ASOF) });
      deepEqual(
        calendar.rows.map(({ n }) => n),
        [0, ...steps.map((_, k) => k + 1)].map(
          (k) => seen.filter((one) => ((on) => on !== null && on >= 10 && on < 40)(k === 0 ? one.d.opened : dayOf(one, k))).length,
        ),
      );
      await engine.close();
    }),
    { numRuns: 25 },
  );
});
