/** Sample size as a person reads it: how many are needed, whether the audience has them, how long that takes at the channel's pace. */
import type { SampleSize, SampleSizeInput, WordsAt } from '../../models/verdict/sample-size.ts';
import { count, many } from '../answers/words.ts';
import { points } from './points.ts';

/** People of the audience, and what the channel has brought lately; null where nothing was said about it. */
export type Reach = {
  readonly audience: { readonly name: string; readonly size: number | null } | null;
  readonly pace: { readonly channel: string | null; readonly n: number; readonly days: number } | null;
};
export type SampleSizeView = {
  readonly needed: number | null;
  readonly fits: boolean | null;
  /** Days that as many take at the pace of the channel. */
  readonly days: number | null;
  readonly audience: number | null;
  readonly sentences: readonly string[];
  readonly words: readonly WordsAt[];
};

export const sampleSizeView = (asked: SampleSizeInput, found: SampleSize, { audience, pace }: Reach): SampleSizeView => {
  const { good, bad } = found.apart;
  const needed = good === null || bad === null ? null : Math.max(good, bad, asked.minimum);
  const size = audience?.size ?? null;
  const fits = needed === null || size === null ? null : size >= needed;
  const perDay = pace === null || pace.n === 0 ? null : pace.n / pace.days;
  const days = needed === null || perDay === null ? null : Math.ceil(needed / perDay);
  const sentences = [
    neededWords(asked, found, needed),
    ...(audience === null ? [] : [audienceWords(audience.name, size, needed)]),
    ...(pace === null ? [] : [paceWords(pace, days)]),
    ...secondGuess(asked, found.words, size),
  ];
  return { needed, fits, days, audience: size, sentences, words: found.words };
};

const neededWords = ({ scale, abort, error, power, base, arms }: SampleSizeInput, { apart }: SampleSize, needed: number | null): string => {
  const rate = `accepting to be wrong ${points(error)} of the time`;
  if (base !== null)
    return needed === null
      ? `${arms} variants that start from ${points(base)} cannot be told apart by a difference of ${points(Math.abs(scale - abort))} with ten million cases, ${rate}.`
      : `About ${count(needed)} cases over ${arms} variants are needed to tell a relative difference of ${points(scale)} from one of ${points(abort)}, starting from ${points(base)}, with a chance of ${points(power)}, ${rate}.`;
  return needed === null
    ? `Not even 20,000 cases would tell ${points(scale)} from ${points(abort)} with a chance of ${points(power)}, ${rate}.`
    : `${count(needed)} cases are needed to tell ${points(scale)} from ${points(abort)} with a chance of ${points(power)}, ${rate} however often somebody looks: ${count(apart.good!)} where the truth is ${points(scale)}, ${count(apart.bad!)} where it is ${points(abort)}.`;
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

/** A truth exactly at a threshold is never said to be beyond it: what it would take is said instead. */
const secondGuess = ({ scale, better, base, there }: SampleSizeInput, words: readonly WordsAt[], size: number | null): string[] => {
  if (base !== null || (there ?? size) === null) return [];
  const sure = words.find(({ truth, scale: chance }) => (better === 'more' ? truth > scale : truth < scale) && chance >= 0.5);
  const n = count(there ?? size!);
  return [
    sure === undefined
      ? `With ${n} cases no truth near the threshold would be said to scale; set it lower, or look for more.`
      : `With ${n} cases the rule says scale with a chance of ${points(sure.scale)} where the truth is ${points(sure.truth)}; exactly at the threshold it seldom does.`,
  ];
};
