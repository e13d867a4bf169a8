/**
 * Learning library: what campaigns have taught, to be looked through before the next one is written.
 *
 * A row for each campaign with frozen criteria that has started; base rates by measure and channel (and over all channels) from every
 * such campaign, whatever its verdict: chosen ones would only flatter. A measure is the same where its words are.
 */
import type { Answer, Figure, Row } from '../../kernel/answer.ts';
import type { Day } from '../../kernel/day.ts';
import type { CampaignId, SegmentId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { baseRate, type BaseRate, type Reached } from '../../models/verdict/base-rate.ts';
import { spreadIn } from '../../models/verdict/spread.ts';
import type { Criteria, Word } from '../../domain/campaign/criteria.ts';
import { finding } from '../answers/findings.ts';
import { coverageOf } from '../answers/frame.ts';
import { measureWords } from '../words/criteria.ts';
import { capital, count, plural, tally } from '../words/format.ts';
import { isMoney } from './counted.ts';
import { points } from './points.ts';
import { valueWords } from './value-words.ts';
import type { VerdictView } from './verdict-view.ts';

export type Learned = {
  readonly id: CampaignId;
  readonly name: string;
  readonly channel: string;
  readonly audience: { readonly id: SegmentId; readonly name: string } | null;
  readonly hypothesis: string | null;
  readonly startedOn: Day;
  readonly criteria: Criteria;
  readonly randomised: boolean;
  readonly view: VerdictView;
  /** The word that people took, and whether it was another than the rule's; null where none was taken yet. */
  readonly taken: { readonly word: Word; readonly overruled: boolean; readonly why: string | null } | null;
  readonly ended: 'scaled' | 'aborted' | null;
};
export type Wish = {
  readonly channel?: string | undefined;
  readonly audience?: string | undefined;
  readonly measure?: string | undefined;
  readonly search?: string | undefined;
  readonly word?: Word | undefined;
};

export type Base = BaseRate & { readonly measure: string; readonly channel: string | null; readonly text: string };
export type Library = {
  readonly title: string;
  readonly rows: readonly (Omit<Learned, 'view' | 'criteria'> & {
    readonly measure: string;
    readonly scale: number;
    readonly abort: number;
    readonly error: number;
    readonly n: number;
    readonly value: number | null;
    readonly unit: VerdictView['unit'];
    readonly word: Word;
    readonly finding: string;
    readonly decidedOn: Day | null;
  })[];
  readonly bases: readonly Base[];
  readonly channels: readonly string[];
  readonly audiences: readonly { readonly id: string; readonly name: string }[];
  readonly measures: readonly string[];
};

export const libraryOf = (all: readonly Learned[], wish: Wish, currency: Currency | null): Library => {
  const found = all
    .filter(fits(wish))
    .toSorted((a, b) => (a.startedOn < b.startedOn ? 1 : a.startedOn > b.startedOn ? -1 : a.id < b.id ? -1 : 1));
  const over = found.filter(({ view, ended }) => ended !== null || view.word !== 'keep-going').length;
  return {
    title:
      all.length === 0
        ? 'No campaign has run by frozen criteria yet'
        : found.length === 0
          ? 'No campaign fits what you look for'
          : titleOf(found.length, over, all.length),
    rows: found.map(({ view, criteria, ...row }) => ({
      ...row,
      measure: measureWords(criteria.measure),
      scale: criteria.scale,
      abort: criteria.abort,
      error: criteria.error,
      n: view.now?.n ?? 0,
      value: view.now?.value ?? null,
      unit: view.unit,
      word: view.word,
      finding: view.title,
      decidedOn: view.decidedOn,
    })),
    bases: basesOf(found, currency),
    channels: [...new Set(all.map(({ channel }) => channel))].toSorted(),
    audiences: [...new Map(all.flatMap(({ audience }) => (audience === null ? [] : [[audience.id, audience] as const]))).values()],
    measures: [...new Set(all.map(({ criteria }) => measureWords(criteria.measure)))].toSorted(),
  };
};

/** Of those that were looked for: how many of all there are. */
const titleOf = (n: number, over: number, all: number): string =>
  `${n < all ? `${count(n)} of ${tally(all, 'campaign')} ${n === 1 ? 'matches' : 'match'}` : `${capital(plural(n, 'campaign'))} ran by frozen criteria`}; ${over === 0 ? 'none has' : over === n ? 'all have' : plural(over, 'has', 'have')} come to a word`;

const fits =
  ({ channel, audience, measure, search, word }: Wish) =>
  (one: Learned): boolean =>
    (channel === undefined || same(one.channel, channel)) &&
    (audience === undefined || one.audience?.id === audience || (one.audience !== null && same(one.audience.name, audience))) &&
    (measure === undefined || measureWords(one.criteria.measure).toLowerCase().includes(measure.trim().toLowerCase())) &&
    (word === undefined || (one.taken?.word ?? one.view.word) === word) &&
    (search === undefined || wordsOf(one).includes(search.trim().toLowerCase()));

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
const wordsOf = ({ name, channel, audience, hypothesis, criteria, view, taken }: Learned): string =>
  [name, channel, audience?.name, hypothesis, measureWords(criteria.measure), view.title, taken?.why].join(' ').toLowerCase();

/** By measure over all channels, then by channel where there are several: rates of shares, levels of everything else. */
const basesOf = (found: readonly Learned[], currency: Currency | null): Base[] => {
  const counted = found.filter(({ view }) => view.now !== null);
  const measures = [...new Set(counted.map(({ criteria }) => measureWords(criteria.measure)))].toSorted();
  return measures.flatMap((measure) => {
    const own = counted.filter(({ criteria }) => measureWords(criteria.measure) === measure);
    const channels = [...new Set(own.map(({ channel }) => channel))].toSorted();
    const base = (channel: string | null): Base => {
      const here = own.filter((one) => channel === null || one.channel === channel);
      if (own[0]!.criteria.measure.kind === 'ratio') return { ...middleOf(here, currency), measure, channel };
      if (own[0]!.criteria.measure.kind !== 'share') return { ...levelOf(here, currency), measure, channel };
      const rate = baseRate(here.map(reachedOf));
      return { ...rate, measure, channel, text: baseWords(rate) };
    };
    return [base(null), ...(channels.length > 1 ? channels.map(base) : [])];
  });
};

/** How widely single amounts spread in campaigns by a measure of these words; null: none has counted any. */
export const pastSpread = (
  all: readonly Learned[],
  words: string,
): { readonly spread: number; readonly campaigns: number; readonly n: number } | null => {
  const own = all.filter(({ criteria }) => measureWords(criteria.measure).toLowerCase().includes(words.trim().toLowerCase()));
  const found = own.map(({ view }) => (view.now?.arms ?? []).flatMap(({ n, spread }) => (spread === null ? [] : [{ n, spread }])));
  const arms = found.flat();
  const spread = spreadIn(arms);
  return spread === null
    ? null
    : { spread, campaigns: found.filter((one) => one.length > 0).length, n: arms.reduce((sum, { n }) => sum + n, 0) };
};

/**
 * Where variants are compared, the first is what there was before; otherwise all cases count. Of what comes late only ripe cases: those too
 * young to have brought anything would make every rate look lower than it is.
 */
const reachedOf = ({ criteria, view }: Learned): Reached => {
  const counted = view.ripe ?? view.now!.arms;
  const arms = criteria.measure.relative ? counted.slice(0, 1) : counted;
  return { hits: arms.reduce((sum, arm) => sum + arm.came, 0), n: arms.reduce((sum, arm) => sum + arm.n, 0) };
};

/** Levels of counts, means and cost: all cases together, and from which to which single campaigns came. Where the next one lies is not said. */
const levelOf = (own: readonly Learned[], currency: Currency | null): BaseRate & { readonly text: string } => {
  const reached = own.map(reachedOf).filter(({ n }) => n > 0);
  const n = reached.reduce((sum, one) => sum + one.n, 0);
  const none = { campaigns: reached.length, n, pooled: null, next: null, spread: null };
  if (n === 0) return { ...none, text: 'Nothing has been counted yet.' };
  const value = reached.reduce((sum, one) => sum + one.hits, 0) / n;
  const each = reached.map(({ hits, n: cases }) => hits / cases);
  const pooled = { value, low: Math.min(...each), high: Math.max(...each) };
  const words = (level: number): string => valueWords(level, isMoney(own[0]!.criteria.measure.of) ? 'money' : 'each', currency);
  const range = each.length > 1 ? `, single ones from ${words(pooled.low)} to ${words(pooled.high)}` : '';
  return { ...none, pooled, text: `${words(value)} for each of ${count(n)} over ${plural(reached.length, 'campaign')}${range}.` };
};

/** Levels of ratios, whose cases say nothing of what they are measured by: the middle of what single campaigns reached, and from which to which they came. */
const middleOf = (own: readonly Learned[], currency: Currency | null): BaseRate & { readonly text: string } => {
  const values = own
    .flatMap(({ criteria, view }) => {
      const arms = view.ripe ?? view.now!.arms;
      return (criteria.measure.relative ? arms.slice(0, 1) : arms).flatMap(({ value }) => value ?? []);
    })
    .toSorted((a, b) => a - b);
  const n = own.reduce((sum, one) => sum + reachedOf(one).n, 0);
  const none = { campaigns: own.length, n, pooled: null, next: null, spread: null };
  if (values.length === 0) return { ...none, text: 'Nothing has been counted yet.' };
  const middle = (values[Math.floor((values.length - 1) / 2)]! + values[Math.ceil((values.length - 1) / 2)]!) / 2;
  const pooled = { value: middle, low: values[0]!, high: values.at(-1)! };
  const words = (level: number): string => valueWords(level, isMoney(own[0]!.criteria.measure.of) ? 'money' : 'each', currency);
  const range = values.length > 1 ? `, the middle of ${words(pooled.low)} to ${words(pooled.high)}` : '';
  return { ...none, pooled, text: `${words(middle)}${range}, over ${plural(own.length, 'campaign')}.` };
};

const baseWords = ({ pooled, next, campaigns }: BaseRate): string => {
  if (pooled === null) return 'Nothing has been counted yet.';
  const mean = next === null ? '' : ' in the mean';
  const rate = `${points(pooled.value)}${mean} over ${plural(campaigns, 'campaign')} (${points(pooled.low)} to ${points(pooled.high)}, four times in five)`;
  return next === null
    ? `${rate}. Where the next one lies, three campaigns with results are needed to say.`
    : `${rate}. Half of such campaigns reach ${points(next.half)}, one in four ${points(next.threeQuarters)}, one in ten ${points(next.high)}; one in ten stays under ${points(next.low)}.`;
};

export const libraryAnswer = (
  { company, asOf, loads }: { readonly company: string; readonly asOf: Day; readonly loads: readonly number[] },
  { rows, bases, title }: Library,
): Answer => ({
  question: 'verdicts',
  company,
  asOf,
  loads,
  definition:
    'Campaigns with frozen criteria that have started, newest first, with what the rule says now and what people took. Base rates are over all of those listed, whatever their verdict: cases old enough to have brought what they bring and hits added up, with Wilson intervals (80 %), and where the next campaign lies, by a beta distribution of true rates over campaigns. Of what is no share, low and high are those of single campaigns.',
  rows: rows.map((row): Row => ({
    key: row.name,
    n: row.n,
    id: row.id,
    channel: row.channel,
    audience: row.audience?.name ?? null,
    measure: row.measure,
    value: row.value,
    scale: row.scale,
    abort: row.abort,
    word: row.word,
    taken: row.taken?.word ?? null,
    overruled: row.taken?.overruled ?? false,
    ended: row.ended,
    startedOn: row.startedOn,
    decidedOn: row.decidedOn,
  })),
  total: { key: title, n: rows.length, bases: bases.map((base): Figure => ({ ...base })) },
  coverage: coverageOf(rows.length, []),
  findings: bases.map(({ measure, channel, campaigns, text }) =>
    finding('base-rate', campaigns, `${measure}${channel === null ? '' : `, ${channel}`}: ${text}`),
  ),
});
