/**
 * A question to the facts: its name, what may be said with it, and how it fetches.
 *
 * A question only counts and sums (SQL in the engine); what a rate, an interval or a sentence is
 * made of them stands in views/answers, which names the same shapes for itself: the two rooms do
 * not see each other, and the server, where they meet, is where the compiler compares them.
 */
import type { Day } from '../../kernel/day.ts';
import type { Fiscal } from '../../kernel/fiscal.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Result } from '../../kernel/result.ts';
import type { Engine, SqlRow } from '../engine.ts';
import type { StageVersion } from './stage-rules.ts';
import type { RulesInForce } from './touch-rules.ts';

/**
 * text    one text           texts   several texts (a comma-separated list at the CLI)
 * day     YYYY-MM-DD         whole   a whole number ≥ 0      wholes  several of them
 * choice  one of `choices`
 */
export type Param = {
  readonly name: string;
  readonly kind: 'text' | 'texts' | 'day' | 'whole' | 'wholes' | 'choice';
  readonly summary: string;
  readonly required?: true;
  readonly choices?: readonly string[];
};
export type ParamValue = string | number | readonly string[] | readonly number[];
export type Params = { readonly [name: string]: ParamValue | undefined };

/** What every answer must say of itself, read once before the question runs. */
export type Head = {
  readonly question: string;
  /** Name of the company; empty where the server has not projected one. */
  readonly company: string;
  readonly zone: string;
  /** True where nobody said a zone and UTC was taken. */
  readonly zoneAssumed: boolean;
  /** The currency sums are in; null where the files never said one (or several, and none is the company's). */
  readonly currency: Currency | null;
  /** True where any amount is known at all. */
  readonly hasAmounts: boolean;
  readonly fiscal: Fiscal;
  readonly lookBackDays: number;
  readonly rules: RulesInForce;
  /** Signed stage definitions by the days from which they hold; empty where none is signed. */
  readonly stageVersions: readonly StageVersion[];
  /** Last local day the answer may know about, and who said so. */
  readonly asOf: Day;
  readonly asOfBy: 'asked' | 'today' | 'data';
  /** Last day any row is dated, not later than today; null where nothing is dated. */
  readonly lastDay: Day | null;
  readonly loads: readonly number[];
  /** True where journeys stand worked out and right (journey/store.ts): the same answers, sooner. */
  readonly kept: boolean;
};

/**
 * A cut or filter as it was understood: what was said and what it means in words. `isDay`: a period of
 * a day, so its rows are cohorts in order of time. `splits`: a row may come once per outcome of its priority.
 * `link`: a link of the thread, whose broken ends have no id. `overlaps`: a row stands under each segment it belongs to.
 */
export type Said = {
  readonly said: string;
  readonly means: string;
  readonly isDay?: true;
  readonly splits?: true;
  readonly link?: true;
  readonly overlaps?: true;
};

/** What came out of the engine: named tables of plain rows. */
export type Raw = Head & {
  readonly params: Params;
  readonly cuts: readonly Said[];
  readonly where: readonly Said[];
  /** Present where stages were counted: the version they were counted by, null where they stand in the order of the files. */
  readonly stages?: StagesUsed;
  readonly tables: { readonly [name: string]: readonly SqlRow[] };
};

/** By which stage definitions it was counted. `qualified`: the stage that makes a deal a qualified opportunity, where that was asked. */
export type StagesUsed = { readonly version: StageVersion | null; readonly qualified?: string };

/** Why a question was not answered, with what may be said instead. */
export type AskRefusal = {
  readonly code:
    | 'unknown-question'
    | 'unknown-parameter'
    | 'bad-parameter'
    | 'missing-parameter'
    | 'unknown-cut'
    | 'ambiguous-cut'
    | 'unfit-cut'
    | 'unknown-milestone'
    | 'unknown-deal'
    | 'unknown-field';
  readonly text: string;
  readonly parameter?: string;
  readonly found?: string;
  readonly choices?: readonly string[];
};
export type Asked<T> = Result<T, AskRefusal>;

/** What a question's own run gives; the head is put around it by `ask`. */
export type Found = Pick<Raw, 'tables'> & Partial<Pick<Raw, 'cuts' | 'where' | 'params' | 'stages'>>;

export type Question = {
  readonly name: string;
  /** One line for `ask --list`. */
  readonly summary: string;
  readonly params: readonly Param[];
  readonly run: (engine: Engine, params: Params, head: Head) => Promise<Asked<Found>>;
};
