/** Sample size as a person reads it: how many are needed, whether the audience has them, how long that takes at the channel's pace. */
import type { Currency } from '../../kernel/money.ts';
import { MOST, MOST_WALKED, type SampleSize, type SampleSizeInput, type WordsAt } from '../../models/verdict/sample-size.ts';
import { many } from '../answers/words.ts';
import { count, percentExact, plural } from '../words/format.ts';
import { points } from './points.ts';
import { setWords, valueWords } from './value-words.ts';

/** People of the audience, and what the channel has brought lately; null where nothing was said about it. */
export type Reach = {
  readonly audience: { readonly name: string; readonly size: number | null } | null;
  readonly pace: { readonly channel: string | null; readonly n: number; readonly days: number } | null;
  /** How many times their mean single amounts spread, and where that is from; null: not known, or not needed. */
  readonly spread:
    | { readonly spread: number; readonly from: 'said' | 'amounts' }
    | { readonly spread: number; readonly from: 'campaigns'; readonly campaigns: number; readonly n: number }
    | null;
  /** Whether thresholds are money, in minor units of the currency. */
  readonly money: boolean;
  readonly currency: Currency | null;
  /** Days from the start to the deadline, both counted; null where nobody said. */
  readonly within: number | null;
};
export type SampleSizeView = {
  readonly needed: number | null;
  /** Whether the audience has that many; false, too, where it has fewer than the minimum. */
  readonly fits: boolean | null;
  /** Days that as many take at the pace of the channel; where it is not known how many are needed, those of the minimum. */
  readonly days: number | null;
  /** Whether that is before the deadline. */
  readonly inTime: boolean | null;
  readonly audience: number | null;
  /** What is missing before anything can be said: how widely single amounts spread. */
  readonly asks: 'spread' | null;
  readonly spread: number | null;
  readonly sentences: readonly string[];
  readonly words: readonly WordsAt[];
};

export const sampleSizeView = (asked: SampleSizeInput, found: SampleSize, reach: Reach): SampleSizeView => {
  const { audience, pace, spread } = reach;
  const { good, bad } = found.apart;
  // The minimum is of each variant; before it nothing is said.
  const least = asked.minimum * (asked.base === null ? 1 : asked.arms);
  const needed = good === null || bad === null ? null : Math.max(good, bad, least);
  const size = audience?.size ?? null;
  const fits = size === null ? null : size < least ? false : needed === null ? null : size >= needed;
  const perDay = pace === null || pace.n === 0 ? null : pace.n / pace.days;
  const days = perDay === null ? null : Math.ceil((needed ?? least) / perDay);
  const inTime = days === null || reach.within === null ? null : days <= reach.within;
  const asks = asked.kind === 'mean' && asked.spread === null ? 'spread' : null;
  const unit = asked.kind === 'share' ? 'share' : reach.money ? 'money' : 'each';
  const shown: Shown = { set: (value) => setWords(value, unit, reach.currency), found: (value) => valueWords(value, unit, reach.currency) };
  const sentences = [
    ...(asks === null ? [neededWords(asked, found, needed, shown)] : [ASKED]),
    ...(spread === null ? [] : [spreadWords(spread)]),
    ...(audience === null ? [] : [audienceWords(audience.name, size, needed, least)]),
    ...(pace === null ? [] : [paceWords(pace, days, needed === null, reach.within)]),
    ...secondGuess(asked, found, size, least, shown),
  ];
  return { needed, fits, days, inTime, audience: size, asks, spread: asked.spread, sentences, words: found.words };
};

/** What was walked, or leans on a normal sum, is not known to the last case: two digits, rounded up. */
const about = (n: number): string => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(n)) - 1);
  return count(Math.ceil(n / step) * step);
};

const ASKED =
  'How widely single amounts spread is not known: no campaign by this measure has counted any. Say the amount that half of them stay under, the one that nine in ten stay under, and the share of the cases that bring any.';

/** `set`: what people set, to its last digit; `found`: what was worked out. */
type Shown = { readonly set: (value: number) => string; readonly found: (value: number) => string };

const neededWords = (
  { kind, scale, abort, error, power, base, arms, minimum }: SampleSizeInput,
  { apart }: SampleSize,
  needed: number | null,
  shown: Shown,
): string => {
  const rate = `accepting to be wrong ${percentExact(error)} of the time`;
  const [tried, most] = kind === 'share' && base === null ? [MOST, '20,000'] : [MOST_WALKED, 'ten million'];
  if (needed === null && minimum > tried)
    return `Nothing is said before the ${count(minimum)} cases${base === null ? '' : ' of each variant'} that you ask for at least: more than the ${most} that are tried here.`;
  if (base !== null)
    return needed === null
      ? `${arms} variants that start from ${shown.set(base)} cannot be told apart by a difference of ${percentExact(Math.abs(scale - abort))} with ten million cases of each, ${rate}.`
      : `About ${about(needed)} cases over ${arms} variants are needed to tell a relative difference of ${percentExact(scale)} from one of ${percentExact(abort)}, starting from ${shown.set(base)}, with a chance of ${percentExact(power)}, ${rate}.`;
  if (needed === null)
    return `Not even ${most} cases would tell ${shown.set(scale)} from ${shown.set(abort)} with a chance of ${percentExact(power)}, ${rate}.`;
  const said = kind === 'share' ? count : about;
  const each = `${said(apart.good!)} where the truth is ${shown.set(scale)}, ${said(apart.bad!)} where it is ${shown.set(abort)}`;
  const costs = kind === 'cost' ? `. Their money: ${shown.found(apart.good! * scale)} and ${shown.found(apart.bad! * abort)}` : '';
  return `${kind === 'share' ? '' : 'About '}${said(needed)} cases are needed to tell ${shown.set(scale)} from ${shown.set(abort)} with a chance of ${percentExact(power)}, ${rate} however often somebody looks: ${each}${costs}.`;
};

const spreadWords = (spread: NonNullable<Reach['spread']>): string => {
  const times = `Single amounts are taken to spread ${count(spread.spread, 1)} times their mean`;
  if (spread.from !== 'campaigns')
    return `${times}, ${spread.from === 'said' ? 'as was said' : 'by the amounts that half of them and nine in ten stay under'}.`;
  return `${times}, as in ${count(spread.n)} cases of ${plural(spread.campaigns, 'campaign')} by the same measure.`;
};

const audienceWords = (name: string, size: number | null, needed: number | null, least: number): string => {
  if (size === null) return `How many ${name} has is not known: a field of its definition is in no file.`;
  if (size < least)
    return `${name} has ${count(size)} today, and nothing is said before ${count(least)} cases: the rule could not speak. Ask for fewer at least, or choose a larger audience.`;
  if (needed === null) return `${name} has ${count(size)} today.`;
  return size >= needed
    ? `${name} has ${count(size)} today: enough.`
    : `${name} has ${count(size)} today: ${count(needed - size)} too few.`;
};

const paceWords = (
  { channel, n, days }: NonNullable<Reach['pace']>,
  takes: number | null,
  leastAlone: boolean,
  within: number | null,
): string => {
  const where = channel === null ? 'All channels together' : channel;
  if (n === 0) return `${where} brought nobody in the last ${days} days, so how long it takes is not known.`;
  const lasts =
    takes === null || within === null
      ? ''
      : takes > within
        ? `, and the deadline leaves ${many(within, 'day')}: too few`
        : `, of the ${many(within, 'day')} until the deadline`;
  return `${where} brought ${count(n)} in the last ${days} days${takes === null ? '' : `; at that pace ${leastAlone ? 'the least number alone' : 'it'} takes ${many(takes, 'day')}${lasts}`}.`;
};

/** What those who are there would show: a truth exactly at a threshold is never said to be beyond it; what it would take is said instead. */
const secondGuess = (
  { kind, scale, better, base, there, spread }: SampleSizeInput,
  { words, seen }: SampleSize,
  size: number | null,
  least: number,
  shown: Shown,
): string[] => {
  const cases = there ?? size;
  if (cases !== null && cases < least)
    return size !== null && size < least ? [] : [`With ${count(cases)} cases nothing is said: at least ${count(least)} are asked for.`];
  if (cases === null || (kind === 'mean' && spread === null)) return [];
  const n = count(cases);
  if (base !== null)
    return [
      seen === null
        ? `With ${n} cases over all variants no difference would be seen.`
        : `With ${n} cases over all variants a difference under ${points(seen)} would probably not be seen.`,
    ];
  const beyond = words.filter(({ truth }) => (better === 'more' ? truth > scale : truth < scale));
  const sure = (better === 'more' ? beyond : beyond.toReversed()).find(({ scale: chance }) => chance >= 0.5);
  return [
    sure === undefined
      ? `With ${n} cases no truth near the threshold would be said to scale; set it ${better === 'more' ? 'lower' : 'higher'}, or look for more.`
      : `With ${n} cases the rule says scale with a chance of ${points(Math.min(0.99, sure.scale))} where the truth is ${shown.found(sure.truth)}; exactly at the threshold it seldom does.`,
  ];
};
