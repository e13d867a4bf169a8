/**
 * Deals: how an opportunity goes on once it is open. Its amount, the stages it passes, whether and when it closes.
 * Amounts are whole minor units (cents), rounded to a hundred euro; null where sales never wrote one down.
 */
import type { Random } from '../kernel/random.ts';
import type { Account } from './accounts.ts';
import { lagDays, pickBy } from './draws.ts';
import type { Closing, Lead, Opening, Stage, StageEntry } from './journey.ts';
import { campaignsFor } from './territories.ts';
import { CLOSING, TRUE_CHANNELS } from './truth.ts';
import type { World } from './world.ts';

const STAGES = ['Discovery', 'Qualified', 'Proposal', 'Negotiation'] as const satisfies readonly Stage[];
const PRODUCTS = [
  ['Dock scheduling', 0.62],
  ['Dock scheduling and yard', 0.27],
  ['Yard', 0.11],
] as const;
const TIMES = { 'Dock scheduling': 1, 'Dock scheduling and yard': 1.5, Yard: 0.7 } as const;
/** Where opportunities that are lost or never close come to a stop. */
const LAST_STAGE = [
  [0, 0.24],
  [1, 0.33],
  [2, 0.28],
  [3, 0.15],
] as const;
const FIRST_CALL = 20;

export const closingOf = (world: World, account: Account, { day, channel, lead }: Opening, r: Random): Closing => {
  const campaign = campaignsFor(world, account.i).find((c) => c.channel === 'Reference' && c.from <= day + FIRST_CALL) ?? null;
  const called = r.chance(CLOSING.calls);
  const base = TRUE_CHANNELS[channel].wins;
  const lift = called && campaign && account.reachable ? (campaign.effect.lift ?? 0) : 0;
  const u = r.next();
  const stalls = r.chance(CLOSING.stalls);
  const won = !stalls && u < base + lift;
  const lasts = lagDays(won ? CLOSING.won : CLOSING.lost, r);
  const depth = pickBy(LAST_STAGE, r);
  const product = pickBy(PRODUCTS, r);
  const noAmount = r.chance(won ? 0.008 : depth === 0 ? 0.4 : 0.04);
  const euro = 46_000 * TIMES[product] * Math.sqrt(account.employees / 380) * Math.exp(0.45 * r.normal());
  return {
    won,
    product,
    closed: stalls ? null : day + lasts,
    entries: passed({ day, lasts, reached: won ? 3 : depth, end: stalls ? null : won ? 'Won' : 'Lost' }, r),
    minor: noAmount ? null : Math.max(6_000, Math.round(euro / 100) * 100) * 100,
    people: peopleOf(account, lead, r),
    call: called && campaign && account.reachable ? { day: day + Math.min(lasts, FIRST_CALL + r.whole(0, 20)), campaign } : null,
    byCall: won && u >= base,
    expected: day + r.whole(60, 150),
  };
};

type Course = { readonly day: number; readonly lasts: number; readonly reached: number; readonly end: 'Won' | 'Lost' | null };

/** Share of the way to the close at which each stage is usually entered. */
const ENTERED = [0, 0.2, 0.45, 0.75];

/** The stages in order of entry. A few step back once, a few skip Qualified. */
const passed = ({ day, lasts, reached, end }: Course, r: Random): StageEntry[] => {
  const skips = r.chance(0.04);
  const back = r.chance(0.03) && reached >= 2;
  const entries = STAGES.slice(0, reached + 1).flatMap((stage, s): StageEntry[] => {
    const at = day + Math.floor(lasts * Math.min(0.95, ENTERED[s]! + (s === 0 ? 0 : 0.1 * r.next())));
    if (s === 1 && skips && reached > 1) return [];
    return back && s === 2
      ? [
          { stage, day: at },
          { stage: 'Qualified', day: at + 3 },
          { stage, day: at + 6 },
        ]
      : [{ stage, day: at }];
  });
  const inOrder = entries.map((entry, e) => ({
    ...entry,
    day: Math.min(day + lasts, Math.max(entry.day, e === 0 ? day : entries[e - 1]!.day)),
  }));
  return end === null ? inOrder : [...inOrder, { stage: end, day: day + lasts }];
};

/** Who is linked to it in the CRM, the lead's person first; nobody for one in ten. */
const peopleOf = ({ contacts }: Account, lead: Lead | null, r: Random): number[] => {
  const many = Math.min(contacts.length, 1 + Math.floor(4 * r.next() * r.next() * 1.6));
  const first = lead?.contact ?? Math.floor(contacts.length * r.next());
  if (r.chance(0.1)) return [];
  return Array.from({ length: many }, (_, n) => (first + n) % contacts.length);
};
