/**
 * The forecast of one outcome, as every door gives it and every screen shows it.
 *
 * Values stand in the unit of the outcome's metric: whole minor units for money, counts, percent. `fine` are 200 even
 * quantiles of the value at the due date; a chance is a share of them. Null: not known, and `why` says so.
 */
import type { Unit } from '../../domain/strategy/metric.ts';
import type { Finding } from '../../kernel/answer.ts';
import type { Day } from '../../kernel/day.ts';
import type { OutcomeId, PriorityId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';

export type Fan = {
  readonly day: Day;
  readonly low: number;
  readonly lowHalf: number;
  readonly middle: number;
  readonly highHalf: number;
  readonly high: number;
};
export type MadePart = { readonly code: 'done' | 'open' | 'touched' | 'planned' | 'coming'; readonly text: string; readonly value: number };

/** Planned work on the strip under the fan. `sends` in days ahead of the as-of; `leads` what each is expected to bring. */
export type Bar = {
  readonly id: PriorityId;
  readonly title: string;
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
  /** It was planned for this outcome. */
  readonly serves: boolean;
  readonly sends: readonly { readonly channel: string; readonly first: number; readonly last: number; readonly leads: number }[];
  /** Why it moves nothing here, in words; null where it moves something. */
  readonly still: string | null;
};

/** `bar` null: work that nobody planned yet. */
export type Mover = { readonly bar: PriorityId | null; readonly move: Move | null; readonly text: string; readonly chance: number };
/** So many days later (earlier when below 0), or not at all. */
export type Move = { readonly shift: number } | 'dropped';

export type ForecastNumbersView = {
  readonly now: number | null;
  readonly trail: readonly { readonly day: Day; readonly value: number }[];
  readonly weeks: readonly Fan[];
  readonly fine: readonly number[];
  readonly mean: number;
  readonly chance: number;
  readonly made: readonly MadePart[];
  readonly bars: readonly Bar[];
  /** By channel: what one lead more brings by each day after it came. */
  readonly pulses: { readonly [channel: string]: readonly number[] };
  readonly movers: readonly Mover[];
  readonly coverage: { readonly open: number; readonly staged: number; readonly priced: number };
};

export type OutcomeForecast = {
  readonly outcome: OutcomeId;
  readonly name: string;
  readonly unit: Unit;
  readonly currency: Currency | null;
  readonly from: Day;
  readonly due: Day;
  readonly target: number;
  /** It adds up within its period; else it is a level, such as the open pipeline. */
  readonly adds: boolean;
  /** More is better. */
  readonly up: boolean;
  readonly asOf: Day;
  readonly loads: readonly number[];
  /** Work that begins after this day lands mostly after the due date; null where no lag is known or it lies behind. */
  readonly lastStart: Day | null;
  readonly numbers: ForecastNumbersView | null;
  /** Why there are no numbers, and what would be enough; null where there are. */
  readonly why: string | null;
  /** It is thin, and will be ripe: a refusal, not a fault. `over`: its due date has passed. */
  readonly state: 'forecast' | 'too-early' | 'over' | 'not-possible';
  readonly definition: string;
  readonly findings: readonly Finding[];
};
