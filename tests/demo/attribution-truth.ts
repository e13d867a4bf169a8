/**
 * How far each model of attribution lies from what campaigns really caused, in demo companies whose truth is known.
 *
 * Truth: money won by deals that would not exist without the campaign (src/demo/truth.ts). Everything else, about half of the
 * revenue, would have come anyway; no model that shares out all revenue can know that. For each of SEEDS companies:
 *
 *   misplaced   share of won money that stands under the wrong campaign, or under one instead of under none: half the sum of
 *               |credited − caused| over campaigns and "would have come anyway"
 *   among       the same among campaigns alone, credit and cause both made to sum to one: which campaigns, not how much in all
 *   idle        share of won money credited to campaigns that cause nothing at all
 *   order       Spearman's rank correlation of credited and caused money over campaigns
 *
 * `node tests/demo/attribution-truth.ts` prints the table of docs/benchmarks.md.
 */
import { accountAt } from '../../src/demo/accounts.ts';
import { journeyOf } from '../../src/demo/journeys.ts';
import { touchesOf } from '../../src/demo/touches.ts';
import { truthOf } from '../../src/demo/truth-counted.ts';
import { worldOf, type World } from '../../src/demo/world.ts';
import { creditPass } from '../../src/models/attribution/credit-pass.ts';
import { learned } from '../../src/models/attribution/learned.ts';
import { MODEL_WORDS, MODELS } from '../../src/models/attribution/models.ts';
import { DIRECT, LEAD, OPENED, type Walks } from '../../src/models/attribution/walks.ts';
import type { Figure } from '../../bench/harness.ts';

const SEEDS = Number(process.env.LOCKSTEP_BENCH_SEEDS ?? 40);
const SCALE = 4;
const LOOK_BACK = 365;
const HALF_LIFE = 30;

type Company = {
  readonly walks: Walks;
  readonly deals: { readonly deal: Int32Array; readonly won: Uint8Array; readonly minor: Float64Array };
  readonly dark: number;
};

/** Counted touches by campaign (the last unit is "no campaign"), by the rules of docs: linked people, else the account; a year back. */
const companyOf = (world: World): Company => {
  const { today, start } = world.calendar;
  const place = new Map(world.campaigns.map(({ key }, c) => [key, c]));
  const begins = [0];
  const [unit, age, bits]: [number[], number[], number[]] = [[], [], []];
  const [won, minor]: [number[], number[]] = [[], []];
  let dark = 0;
  for (let i = 1; i <= world.accounts; i += 1) {
    const account = accountAt(world, i);
    const journey = journeyOf(world, account);
    if (journey.deals.length === 0) continue;
    const touches = touchesOf(world, account, journey);
    for (const deal of journey.deals) {
      if (deal.day > today || (deal.closed !== null && deal.closed < start)) continue;
      const end = deal.closed !== null && deal.closed <= today ? deal.closed : today;
      const isWon = deal.won && deal.closed !== null && deal.closed <= today;
      const before = unit.length;
      for (const touch of touches) {
        if (touch.day > end || end - touch.day > LOOK_BACK) continue;
        if (deal.people.length > 0 && (touch.contact === null || !deal.people.includes(touch.contact))) continue;
        unit.push(touch.campaign === null ? world.campaigns.length : place.get(touch.campaign.key)!);
        age.push(end - touch.day);
        bits.push(
          (deal.lead && touch.day <= deal.lead.day ? LEAD : 0) |
            (touch.day <= deal.day ? OPENED : 0) |
            (touch.channel === 'Direct' ? DIRECT : 0),
        );
      }
      if (isWon && unit.length === before) dark += deal.minor ?? 0;
      begins.push(unit.length);
      won.push(isWon ? 1 : 0);
      minor.push(isWon ? (deal.minor ?? 0) : 0);
    }
  }
  return {
    walks: { start: Int32Array.from(begins), unit: Uint16Array.from(unit), age: Uint16Array.from(age), bits: Uint8Array.from(bits) },
    deals: { deal: Int32Array.from(won, (_, d) => d), won: Uint8Array.from(won), minor: Float64Array.from(minor) },
    dark,
  };
};

/** Whole minor units by campaign and, last, by none; one list per model. */
const creditsOf = ({ walks, deals, dark }: Company, units: number): ReadonlyMap<string, Float64Array> => {
  const at = deals.deal.filter((d) => deals.won[d] === 1);
  const won = { deal: at, minor: Float64Array.from(at, (d) => deals.minor[d]!) };
  const pass = creditPass(walks, won, new Int32Array(units).fill(1), MODELS, HALF_LIFE);
  const chain = learned({
    walks,
    deals,
    key: Int32Array.from({ length: units }, (_, u) => u),
    keys: units,
    order: 1,
    times: 0,
    seed: 'truth',
    rate: false,
  });
  const withDark = (of: Float64Array): Float64Array => of.map((x, u) => (u === units - 1 ? x + dark : x));
  return new Map<string, Float64Array>([
    ...MODELS.map((model, m): [string, Float64Array] => [MODEL_WORDS[model].label, withDark(pass.minor.slice(m * units, (m + 1) * units))]),
    ['Markov, order 1', withDark(chain.markov.value!.share.map((share) => share * chain.minor))],
    ['Shapley', withDark(chain.shapley.value)],
  ]);
};

type Distance = { readonly misplaced: number; readonly among: number; readonly idle: number; readonly order: number };

const distance = (credited: Float64Array, caused: Float64Array, idle: readonly boolean[]): Distance => {
  const total = caused.reduce((sum, x) => sum + x, 0);
  const campaigns = caused.length - 1;
  const gap = (a: Float64Array, b: Float64Array, of: number, scaleA = 1, scaleB = 1): number => {
    let sum = 0;
    for (let c = 0; c < of; c += 1) sum += Math.abs(a[c]! / scaleA - b[c]! / scaleB);
    return sum / 2;
  };
  const sumOf = (of: Float64Array): number => of.subarray(0, campaigns).reduce((sum, x) => sum + x, 0);
  return {
    misplaced: gap(credited, caused, campaigns + 1) / total,
    among: gap(credited, caused, campaigns, sumOf(credited), sumOf(caused)),
    idle: credited.reduce((sum, x, c) => sum + (idle[c] ? x : 0), 0) / total,
    order: spearman(credited.subarray(0, campaigns), caused.subarray(0, campaigns)),
  };
};

const spearman = (a: Float64Array, b: Float64Array): number => {
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (x.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    xy += (x[i]! - mean) * (y[i]! - mean);
    xx += (x[i]! - mean) ** 2;
    yy += (y[i]! - mean) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
};
/** Mean ranks; equal values share theirs. */
const ranks = (of: Float64Array): number[] =>
  [...of].map((x) => 0.5 + [...of].reduce((sum, y) => sum + (y < x ? 1 : y === x ? 0.5 : 0), 0));

/** Per model, the distance in each company. */
const distances = (seeds: number): ReadonlyMap<string, readonly Distance[]> => {
  const found = new Map<string, Distance[]>();
  for (let seed = 1; seed <= seeds; seed += 1) {
    const world = worldOf({ seed: `truth ${seed}`, asOf: '2026-05-12', scale: SCALE });
    const truth = truthOf(world);
    const company = companyOf(world);
    const caused = world.campaigns.map(({ id }) => truth.campaigns[id]!.wonMinor);
    const sold = company.deals.minor.reduce((sum, x) => sum + x, 0);
    const whole = Float64Array.from([...caused, sold - caused.reduce((sum, x) => sum + x, 0)]);
    const idle = [...world.campaigns.map(({ effect }) => effect.strength === 0 && !effect.lift), false];
    for (const [model, credited] of creditsOf(company, whole.length))
      found.set(model, [...(found.get(model) ?? []), distance(credited, whole, idle)]);
    // What any rule that gives nothing away would do: all to "would have come anyway".
    const none = new Float64Array(whole.length);
    none[whole.length - 1] = sold;
    found.set('Nobody gets anything', [
      ...(found.get('Nobody gets anything') ?? []),
      { ...distance(none, whole, idle), among: Number.NaN, order: Number.NaN },
    ]);
  }
  return found;
};

const mean = (of: readonly number[]): number => of.reduce((sum, x) => sum + x, 0) / of.length;

/** One figure per model. */
export const figures = (): readonly Figure[] => {
  const found = distances(SEEDS);
  return [...found].map(([model, all]): Figure => ({
    what: `${model}: won money under the wrong campaign`,
    value: mean(all.map((d) => d.misplaced)) * 100,
    unit: '%',
  }));
};

const percent = (of: readonly number[]): string => (Number.isNaN(mean(of)) ? '–' : `${Math.round(mean(of) * 100)} %`);
const between = (of: readonly number[]): string => `${Math.round(Math.min(...of) * 100)} to ${Math.round(Math.max(...of) * 100)}`;
if (import.meta.main)
  for (const [model, all] of [...distances(SEEDS)].toSorted(
    (a, b) => mean(a[1].map((d) => d.misplaced)) - mean(b[1].map((d) => d.misplaced)),
  )) {
    const of = (what: keyof Distance): number[] => all.map((d) => d[what]);
    console.log(
      `| ${model} | ${percent(of('misplaced'))} (${between(of('misplaced'))}) | ${percent(of('among'))} | ${percent(of('idle'))} | ${Number.isNaN(mean(of('order'))) ? '–' : mean(of('order')).toFixed(2)} |`,
    );
  }
