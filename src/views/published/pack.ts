/**
 * Pack: everything that is frozen when a period is published: the answers as they were given, and the rows behind them,
 * so that a later comparison can name the cause of each difference. It holds ids and numbers, no names of people.
 */
import type { PublishedFigure } from '../../domain/measurement/publication.ts';
import type { Answer, Figure, Row } from '../../kernel/answer.ts';
import type { Day } from '../../kernel/day.ts';
import type { Currency, Money } from '../../kernel/money.ts';

export type FrozenAnswer = {
  /** What it is called here: "credit by channel". */
  readonly name: string;
  readonly question: string;
  readonly params: { readonly [name: string]: string | number | readonly string[] };
  readonly answer: Answer;
};

/** [src, id, campaign id, channel, number of its load]. */
export type FrozenTouch = readonly [string, string, string | null, string | null, string];
export type FrozenDeal = {
  readonly src: string;
  readonly id: string;
  readonly minor: number | null;
  readonly own_minor: number | null;
  readonly own_currency: string | null;
  readonly closed_on: Day;
  readonly load: number;
  readonly touches: readonly FrozenTouch[];
};
export type FrozenRow = { readonly src: string; readonly id: string; readonly on: Day; readonly load: number };
export type FrozenSpend = {
  readonly src: string;
  readonly channel: string | null;
  readonly campaign: string | null;
  readonly currency: string | null;
  readonly minor: number;
  readonly n: number;
  readonly load: number;
};

export type Pack = {
  readonly v: 1;
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
  /** Last day it knew about. */
  readonly asOf: Day;
  readonly currency: Currency | null;
  readonly zone: string;
  readonly lookBackDays: number;
  /** Numbers of the loads it rests on, oldest first. */
  readonly loads: readonly number[];
  readonly answers: readonly FrozenAnswer[];
  readonly won: readonly FrozenDeal[];
  readonly opened: readonly FrozenRow[];
  readonly leads: readonly FrozenRow[];
  readonly spend: readonly FrozenSpend[];
};

/** An answer of the pack by its name; undefined where it was not frozen. */
export const answerIn = (pack: Pick<Pack, 'answers'>, name: string): Answer | undefined =>
  pack.answers.find((frozen) => frozen.name === name)?.answer;

const rowOf = (answer: Answer | undefined, key: string): Row | undefined =>
  key === 'total' ? answer?.total : answer?.rows.find((row) => row.key === key);

const isMoney = (figure: Figure | undefined): figure is Money =>
  typeof figure === 'object' && figure !== null && 'minor' in figure && typeof figure.minor === 'number';

const figure = (name: string, unit: PublishedFigure['unit'], found: Figure | undefined): PublishedFigure => {
  if (isMoney(found)) return { name, unit: 'money', value: found.minor, currency: found.currency };
  if (typeof found === 'number') return { name, unit, value: found, currency: null };
  const value = typeof found === 'object' && found !== null && 'value' in found && typeof found.value === 'number' ? found.value : null;
  return { name, unit, value, currency: null };
};

/** Where the figures people quote stand: name, unit, answer, row and figure in it. */
const QUOTED: readonly (readonly [string, PublishedFigure['unit'], string, string, string])[] = [
  ['Won revenue', 'money', 'measures', 'won revenue', 'value'],
  ['Deals won', 'count', 'measures', 'deals won', 'value'],
  ['Deals lost', 'count', 'measures', 'deals lost', 'value'],
  ['Opportunities opened', 'count', 'measures', 'opportunities opened', 'value'],
  ['Open pipeline at the end', 'money', 'pipeline at the end', 'open pipeline', 'value'],
];

/** The figures people quote, from the answers of a pack; null where an answer does not know. */
export const figuresOf = (pack: Pick<Pack, 'answers' | 'leads' | 'spend' | 'currency'>): PublishedFigure[] => {
  const quoted = QUOTED.map(([name, unit, answer, row, at]) => figure(name, unit, rowOf(answerIn(pack, answer), row)?.[at]));
  const inCurrency = pack.spend.filter(({ currency }) => currency === pack.currency);
  return [
    ...quoted,
    { name: 'Leads', unit: 'count', value: pack.leads.length, currency: null },
    {
      name: 'Spend',
      unit: 'money',
      value: inCurrency.length === 0 ? null : inCurrency.reduce((sum, { minor }) => sum + minor, 0),
      currency: pack.currency,
    },
  ];
};
