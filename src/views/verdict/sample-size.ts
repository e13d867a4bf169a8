/** Sample size as a person reads it: how many are needed, whether the audience has them, how long that takes at the channel's pace. */
import type { Currency } from '../../kernel/money.ts';
import type { SampleSize, SampleSizeInput, WordsAt } from '../../models/verdict/sample-size.ts';
import { many } from '../answers/words.ts';
import { count, plural } from '../words/format.ts';
import { points } from './points.ts';
import { valueWords } from './value-words.ts';

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
};
export type SampleSizeView = {
  readonly needed: number | null;
  readonly fits: boolean | null;
  /** Days that as many take at the pace of the channel. */
  readonly days: number | null;
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
  const needed = good === null || bad === null ? null : Math.max(good, bad, asked.minimum);
  const size = audience?.size ?? null;
  const fits = needed === null || size === null ? null : size >= needed;
  const perDay = pace === null || pace.n === 0 ? null : pace.n / pace.days;
  const days = needed === null || perDay === null ? null : Math.ceil(needed / perDay);
  const asks = asked.kind === 'mean' && asked.spread === null ? 'spread' : null;
  const shown = (value: number): string =>
    valueWords(value, asked.kind === 'share' ? 'share' : reach.money ? 'money' : 'each', reach.currency);
  const sentences = [
    ...(asks === null ? [neededWords(asked, found, needed, shown)] : [ASKED]),
    ...(spread === null ? [] : [spreadWords(spread)]),
    ...(audience === null ? [] : [audienceWords(audience.name, size, needed)]),
    ...(pace === null ? [] : [paceWords(pace, days)]),
    ...secondGuess(asked, found, size, shown),
  ];
  return { needed, fits, days, audience: size, asks, spread: asked.spread, sentences, words: found.words };
};

/** What was walked, or leans on a normal sum, is not known to the last case: two digits, rounded up. */
const about = (n: number): string => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(n)) - 1);
  return count(Math.ceil(n / step) * step);
};

const ASKED =
  'How widely single amounts spread is not known: no campaign by this measure has counted any. Say the amount that half of them stay under, the one that nine in ten stay under, and the share of the cases that bring any.';

type Shown = (value: number) => string;

const neededWords = (
  { kind, scale, abort, error, power, base, arms }: SampleSizeInput,
  { apart }: SampleSize,
  needed: number | null,
  shown: Shown,
): string => {
  const rate = `accepting to be wrong ${points(error)} of the time`;
  if (base !== null)
    return needed === null
      ? `${arms} variants that start from ${shown(base)} cannot be told apart by a difference of ${points(Math.abs(scale - abort))} with ten million cases of each, ${rate}.`
      : `About ${about(needed)} cases over ${arms} variants are needed to tell a relative difference of ${points(scale)} from one of ${points(abort)}, starting from ${shown(base)}, with a chance of ${points(power)}, ${rate}.`;
  const most = kind === 'share' ? '20,000' : 'ten million';
  if (needed === null)
    return `Not even ${most} cases would tell ${shown(scale)} from ${shown(abort)} with a chance of ${points(power)}, ${rate}.`;
  const said = kind === 'share' ? count : about;
  const each = `${said(apart.good!)} where the truth is ${shown(scale)}, ${said(apart.bad!)} where it is ${shown(abort)}`;
  const costs = kind === 'cost' ? `. Their money: ${shown(apart.good! * scale)} and ${shown(apart.bad! * abort)}` : '';
  return `${kind === 'share' ? '' : 'About '}${said(needed)} cases are needed to tell ${shown(scale)} from ${shown(abort)} with a chance of ${points(power)}, ${rate} however often somebody looks: ${each}${costs}.`;
};

const spreadWords = (spread: NonNullable<Reach['spread']>): string => {
  const times = `Single amounts are taken to spread ${count(spread.spread, 1)} times their mean`;
  if (spread.from !== 'campaigns')
    return `${times}, ${spread.from === 'said' ? 'as was said' : 'by the amounts that half of them and nine in ten stay under'}.`;
  return `${times}, as in ${count(spread.n)} cases of ${plural(spread.campaigns, 'campaign')} by the same measure.`;
};

const audienceWords = (name: string, size: number | null, needed: number | null): string => {
  if (size === null) return `How many ${name} has is not known: a field of its definition is in no file.`;
  if (needed === null) return `${name} has ${count(size)} today.`;
  return size >= needed
    ? `${name} has ${count(size)} today: enough.`
    : `${name} has ${count(size)} today: ${count(needed - size)} too few.`;
};

const paceWords = ({ channel, n, days }: NonNullable<Reach['pace']>, takes: number | null): string => {
  const where = channel === null ? 'All channels together' : channel;
  if (n === 0) return `${where} brought nobody in the last ${days} days, so how long it takes is not known.`;
  return `${where} brought ${count(n)} in the last ${days} days${takes === null ? '' : `; at that pace it takes ${many(takes, 'day')}`}.`;
};

/** What those who are there would show: a truth exactly at a threshold is never said to be beyond it; what it would take is said instead. */
const secondGuess = (
  { kind, scale, better, base, there, spread }: SampleSizeInput,
  { words, seen }: SampleSize,
  size: number | null,
  shown: Shown,
): string[] => {
  const cases = there ?? size;
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
      : `With ${n} cases the rule says scale with a chance of ${points(Math.min(0.99, sure.scale))} where the truth is ${shown(sure.truth)}; exactly at the threshold it seldom does.`,
  ];
};
