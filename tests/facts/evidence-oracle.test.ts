/** Random touches, leads, deals and spend of a campaign with two variants: evidence against a count by brute force, at random looks. */
import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../src/kernel/day.ts';
import { ask } from '../../src/facts/questions/registry.ts';
import { summedByDay, type EvidenceDay } from '../../src/views/verdict/evidence-days.ts';
import { companyWith, type Rows } from './company.ts';
import {
  counted,
  type Counted,
  type Deal,
  type Lead,
  type Look,
  type Named,
  type Spent,
  type Touch,
  type World,
} from './evidence-oracle.ts';

const START = '2026-01-01';
const day = (n: number): string => addDays(START, n);
const MOST = 70;

/** Each of these has days of its own (of every ten), so that nobody is reached on the same day as somebody else. */
const PLACES: readonly Named[] = [
  { by: 'contact', i: 0 },
  { by: 'contact', i: 1 },
  { by: 'contact', i: 2 },
  { by: 'email', i: 0 },
  { by: 'email', i: 1 },
  { by: 'stranger', i: 0 },
  { by: 'visitor', i: 0 },
  { by: 'visitor', i: 1 },
  { by: 'account', i: 0 },
  { by: 'nobody', i: 0 },
];
const placed: fc.Arbitrary<{ readonly who: Named; readonly day: number }> = fc
  .tuple(fc.nat(PLACES.length - 1), fc.nat(6))
  .map(([place, tens]) => ({ who: PLACES[place]!, day: place + 10 * tens }));
const variant = fc.option(fc.constantFrom(0, 1), { nil: null });
const anyDay = fc.nat(MOST + 9);
const minor = fc.option(fc.integer({ min: 1, max: 900_000 }), { nil: null, freq: 6 });

const touch: fc.Arbitrary<Touch> = fc
  .tuple(placed, fc.boolean(), fc.boolean(), fc.constantFrom('Sent', ' sent', 'reply', 'Reply ', 'open', null), variant)
  .map(([at, a, b, kind, v]) => ({ ...at, ours: a || b, kind, variant: v }));
const lead: fc.Arbitrary<Lead> = fc
  .tuple(
    placed.filter(({ who: { by } }) => by !== 'visitor' && by !== 'account'),
    fc.constantFrom(true, true, false, null),
    variant,
  )
  .map(([at, ours, v]) => ({ ...at, ours, variant: v }));
const deal = (leads: number): fc.Arbitrary<Deal> =>
  fc.record({
    opened: fc.integer({ min: 0, max: MOST }),
    people: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
    lead: leads === 0 ? fc.constant(null) : fc.option(fc.nat(leads - 1), { nil: null }),
    won: fc.oneof(anyDay, fc.constantFrom('open' as const, 'lost' as const, null)),
    minor,
    entered: fc.array(fc.option(anyDay, { nil: null, freq: 4 }), { maxLength: 2 }),
  });
const spent: fc.Arbitrary<Spent> = fc.record({ day: anyDay, ours: fc.boolean(), minor });
const world: fc.Arbitrary<World> = fc.array(lead, { maxLength: 8 }).chain((leads) =>
  fc.record({
    touches: fc.array(touch, { minLength: 3, maxLength: 40 }),
    leads: fc.constant(leads),
    deals: fc.array(deal(leads.length), { maxLength: 8 }),
    spend: fc.array(spent, { maxLength: 5 }),
    linked: fc.integer({ min: 0, max: MOST }),
  }),
);
const look: fc.Arbitrary<Look> = fc.record({
  since: fc.nat(12),
  asOf: fc.integer({ min: 20, max: MOST + 10 }),
  wait: fc.constantFrom(0, 5, 14, 40),
  several: fc.boolean(),
});

const VARIANTS = ['Plain', 'With date'];
const SPELLED = ['plain', ' With-Date '];
const SPELLINGS = ['wave-1', ' Wave-1', 'WAVE-1 '];
const nameOf = ({ by, i }: Named, n: number) =>
  by === 'contact'
    ? { contact_id: `c${i}` }
    : by === 'email'
      ? { email: n % 2 === 0 ? `${i}@X.example ` : `${i}@x.example` }
      : by === 'stranger'
        ? { email: `stranger${i}@y.example` }
        : by === 'visitor'
          ? { visitor: `v${i}` }
          : by === 'account'
            ? { account_id: `a${i}` }
            : {};
/** A variant is named in one of the places where it is looked for. */
const named = (v: number | null, n: number) =>
  v === null ? {} : n % 3 === 2 ? { what: SPELLED[v]! } : { attrs: { [n % 3 === 0 ? 'utm_content' : 'Version']: SPELLED[v]! } };

const rowsOf = ({ touches, leads, deals, spend, linked }: World): Rows => ({
  contact: [0, 1, 2].map((i) => ({ id: `c${i}`, email: `${i}@x.example` })),
  visitor_link: [{ id: 'k', visitor: 'v0', contact_id: 'c0', since_on: day(linked) }],
  campaign_name: [{ found: 'wave-1', campaign_id: 'c_wave' }],
  touch: touches.map((t, n) => ({
    id: `t${n}`,
    ...nameOf(t.who, n),
    touched_on: day(t.day),
    campaign: t.ours ? SPELLINGS[n % 3]! : n % 2 === 0 ? 'other' : null,
    kind: t.kind,
    ...named(t.variant, n),
  })),
  lead: leads.map((l, n) => ({
    id: `l${n}`,
    ...nameOf(l.who, n),
    created_on: day(l.day),
    campaign: l.ours === true ? SPELLINGS[n % 3]! : l.ours === false ? 'other' : n % 2 === 0 ? ' ' : null,
    ...(l.variant !== null && { attrs: { utm_content: SPELLED[l.variant]! } }),
  })),
  opportunity: [
    { id: 'far', status: 'open', stage: 'Demo', opened_on: '2020-01-01' },
    ...deals.map((d, n) => ({
      id: `d${n}`,
      status: typeof d.won === 'number' || d.won === null ? 'won' : d.won,
      closed_on: typeof d.won === 'number' ? day(d.won) : null,
      stage: d.entered.length > 0 && n % 2 === 0 ? 'Demo' : null,
      opened_on: day(d.opened),
      amount_minor: d.minor ?? (n % 2 === 0 ? 777 : null),
      currency: d.minor === null && n % 2 === 0 ? 'XAU' : 'EUR',
      lead_id: d.lead === null ? null : `l${d.lead}`,
    })),
  ],
  opportunity_contact: deals.flatMap((d, n) => d.people.map((p) => ({ opportunity_id: `d${n}`, contact_id: `c${p}` }))),
  stage_entry: deals.flatMap((d, n) =>
    d.entered.map((on, seq) => ({
      opportunity_id: `d${n}`,
      stage: seq === 0 ? 'demo' : 'Demo',
      seq: 10 * seq,
      entered_on: on === null ? null : day(on),
    })),
  ),
  spend: spend.map((s, n) => ({
    id: `s${n}`,
    spent_on: day(s.day),
    campaign: s.ours ? SPELLINGS[n % 3]! : 'other',
    amount_minor: s.minor ?? 555,
    currency: s.minor === null ? 'XAU' : 'EUR',
  })),
});

const OF: readonly Counted[] = ['touch', 'touch:reply', 'lead', 'opportunity', 'stage:Demo', 'won', 'revenue'];
const OUT_OF: readonly Counted[] = ['touch', 'touch:sent', 'lead', 'opportunity', 'stage:Demo', 'won', 'spend'];
const PAIRS = OF.flatMap((of) => OUT_OF.map((outOf) => [of, outOf] as const)).filter(
  ([of, outOf]) => of !== 'revenue' || outOf !== 'spend',
);

void test('whatever is counted out of whatever, each day of each look is that of a count by brute force', async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      fc.array(look, { minLength: 1, maxLength: 2 }),
      fc.shuffledSubarray(PAIRS, { minLength: 12, maxLength: 12 }),
      async (w, looks, pairs) => {
        const engine = await companyWith(rowsOf(w), { name: 'Test', zone: 'UTC', currency: 'EUR' });
        try {
          for (const at of looks)
            for (const [of, outOf] of pairs) {
              const raw = await ask(engine, 'evidence', {
                id: 'c_wave',
                of,
                outOf,
                since: day(at.since),
                wait: at.wait,
                asOf: day(at.asOf),
                ...(at.several && { variants: VARIANTS }),
              });
              if (!raw.ok) throw new Error(raw.refusal.text);
              const variants = at.several && outOf !== 'spend' ? 2 : 1;
              const days = summedByDay(raw.value.tables['days'] as unknown as readonly EvidenceDay[], variants);
              const last = counted(w, of, outOf, at, at.asOf);
              const empty = last.map((sums) => Object.fromEntries(Object.keys(sums).map((name) => [name, 0])));
              deepEqual(days.at(-1)?.variants ?? empty, last, `${of} out of ${outOf}`);
              for (const { day: on, variants: got } of days)
                deepEqual(got, counted(w, of, outOf, at, daysBetween(START, on)), `${of} out of ${outOf}, ${on}`);
            }
        } finally {
          await engine.close();
        }
      },
    ),
    // A failure ends it: shrinking would ask for hundreds of companies. The seed is printed.
    { numRuns: 12, endOnFailure: true },
  );
});
