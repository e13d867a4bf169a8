/**
 * Invented companies whose next months are known: leads of three channels become deals and deals are won or lost after lags of known
 * families, each with an amount. What `landingOf` says on one day is held against what then happens to what had begun by that day.
 */
import { random } from '../../src/kernel/random.ts';
import type { Landing, LandingDeals, LandingInput, LandingLeads } from '../../src/models/lag/landing.ts';
import { normalQuantile } from '../../src/models/normal.ts';
import { gathered, type Spell } from '../../src/models/survival/spell.ts';

const NOW = 640;
const QUARTER = 91;
const AHEAD = 1_500;

type Deal = {
  readonly channel: number;
  readonly began: number;
  readonly opened: number;
  readonly ends: number;
  readonly won: boolean;
  readonly minor: number;
  readonly priced: boolean;
};
export type InventedLanding = {
  readonly input: LandingInput;
  /** What came of it, by the names of a Landing. */
  readonly truth: { readonly [P in 'lands' | 'starts']: readonly number[] } & { readonly landsAll: number; readonly startsAll: number };
};

/** `rho`: how much the deals decided in one quarter share a market; 0: nothing. */
export const inventedLanding = (seed: number, rho = 0): InventedLanding => {
  const r = random(`landing ${seed} ${rho}`);
  const into = r.whole(8, 84);
  const ends = [QUARTER - into, 2 * QUARTER - into, 3 * QUARTER - into];
  const market = Array.from({ length: Math.ceil((NOW + AHEAD) / QUARTER) + 1 }, () => r.normal());
  const channels = Array.from({ length: 3 }, () => ({
    perDay: 0.4 + r.next(),
    never: 0.5 + 0.3 * r.next(),
    opens: { median: 15 + 45 * r.next(), spread: 0.4 + 0.5 * r.next() },
    won: 0.25 + 0.2 * r.next(),
    wins: { median: 25 + 55 * r.next(), spread: 0.35 + 0.4 * r.next() },
    losses: { median: 25 + 65 * r.next(), spread: 0.4 + 0.5 * r.next() },
    amount: 8_000 + 20_000 * r.next(),
  }));
  const after = ({ median, spread }: { median: number; spread: number }): number => median * Math.exp(spread * r.normal());
  const opens: Spell[][] = channels.map(() => []);
  const wins: Spell[][] = channels.map(() => []);
  const leads: LandingLeads[] = [];
  const deals: Deal[] = [];
  const placeOf = (day: number): number => Math.max(0, Math.min(3, 3 - Math.ceil((NOW - into - day) / QUARTER)));
  channels.forEach((way, channel) => {
    const all = Math.round(way.perDay * NOW);
    for (let i = 0; i < all; i++) {
      const began = Math.floor(r.next() * NOW) + 1;
      const opened = r.chance(way.never) ? Infinity : began + Math.floor(after(way.opens));
      if (opened <= NOW) opens[channel]!.push({ day: opened - began, event: 1, n: 1 });
      else {
        opens[channel]!.push({ day: NOW - began, event: 0, n: 1 });
        leads.push({ channel, place: placeOf(began), weeks: Math.floor((NOW - began) / 7), n: 1 });
      }
      if (opened === Infinity) continue;
      const asWon = opened + Math.floor(after(way.wins));
      const z = Math.sqrt(rho) * market[Math.floor(asWon / QUARTER)]! + Math.sqrt(1 - rho) * r.normal();
      const won = z < normalQuantile(way.won);
      const closes = won ? asWon : opened + Math.floor(after(way.losses));
      const minor = Math.round(way.amount * Math.exp(0.7 * r.normal())) * 100;
      deals.push({ channel, began, opened, ends: closes, won, minor, priced: r.chance(0.7) });
      if (opened > NOW) continue;
      wins[channel]!.push(closes <= NOW ? { day: closes - opened, event: won ? 1 : 2, n: 1 } : { day: NOW - opened, event: 0, n: 1 });
    }
  });
  const known = deals.filter(({ opened }) => opened <= NOW);
  const rows = known.flatMap((d): LandingDeals[] => {
    const standing = d.ends > NOW;
    const lately = d.won && !standing && d.ends > NOW - into;
    if (!standing && !lately) return [];
    const priced = lately || d.priced;
    const { channel } = d;
    const [minor, squares] = priced ? [d.minor, d.minor ** 2] : [0, 0];
    return [
      {
        channel,
        place: placeOf(d.began),
        weeks: Math.floor((NOW - d.opened) / 7),
        n: 1,
        won: lately,
        priced: priced ? 1 : 0,
        minor,
        squares,
      },
    ];
  });
  const paid = known.filter((d) => d.won && d.ends <= NOW).map(({ minor }) => minor);
  const sum = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0);
  const money = (keep: (d: Deal) => boolean): number =>
    sum(deals.filter((d) => d.won && d.ends > NOW - into && keep(d)).map((d) => d.minor));
  const until = [...ends, Infinity];
  const lands = until.map((end, k) =>
    money((d) => placeOf(d.began) === 3 && d.ends <= NOW + end && (k === 0 || d.ends > NOW + until[k - 1]!)),
  );
  return {
    input: {
      channels: channels.map((_, c) => ({ opens: gathered(opens[c]!), wins: gathered(wins[c]!) })),
      all: { opens: gathered(opens.flat()), wins: gathered(wins.flat()) },
      leads: together(leads),
      deals: together(rows),
      amounts: { n: paid.length, minor: sum(paid), squares: sum(paid.map((x) => x * x)) },
      ends,
      confidence: 0.8,
      draws: 300,
      seed: `landing ${seed}`,
    },
    truth: {
      lands,
      landsAll: sum(lands),
      starts: [0, 1, 2, 3].map((place) => money((d) => placeOf(d.began) === place && d.ends <= NOW + ends[0]!)),
      startsAll: money((d) => d.ends <= NOW + ends[0]!),
    },
  };
};

/** Rows of one channel, place, age and end counted as one, as the record is counted. */
const together = <R extends LandingLeads & Partial<LandingDeals>>(rows: readonly R[]): R[] =>
  [...Map.groupBy(rows, ({ channel, place, weeks, won }) => `${channel} ${place} ${weeks} ${won}`).values()].map((those) =>
    those.reduce((a, b) => ({
      ...a,
      n: a.n + b.n,
      ...(a.priced !== undefined && { priced: a.priced + b.priced!, minor: a.minor! + b.minor!, squares: a.squares! + b.squares! }),
    })),
  );

/** Which of the intervals hold. */
export const landingHeld = (found: Landing, truth: InventedLanding['truth']): { readonly [what: string]: boolean } => {
  const holds = ({ low, high }: { readonly low: number; readonly high: number }, value: number): boolean => low <= value && value <= high;
  return {
    'lands this quarter': holds(found.lands[0]!, truth.lands[0]!),
    'lands in the next': holds(found.lands[1]!, truth.lands[1]!),
    'lands in all': holds(found.landsAll, truth.landsAll),
    'started in the quarter before': holds(found.starts[2]!, truth.starts[2]!),
    'revenue of the quarter': holds(found.startsAll, truth.startsAll),
  };
};
