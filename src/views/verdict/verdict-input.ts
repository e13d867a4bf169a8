/** What the rule is given about a campaign: plain data, the same in server and browser. */
import type { Criteria, Look as Told, Variant } from '../../domain/campaign/criteria.ts';
import type { Day } from '../../kernel/day.ts';
import type { Currency } from '../../kernel/money.ts';
import type { LagFit } from '../../models/lag/fit.ts';
import type { NamedOn } from './name-changes.ts';
import type { CountedFacts } from './series.ts';

export type VerdictInput = {
  readonly criteria: Criteria;
  readonly variants: readonly Variant[];
  readonly randomised: boolean;
  readonly told: readonly Told[];
  /** Of the measure and of each guardrail; null where people tell it. */
  readonly measured: CountedFacts | null;
  readonly guarded: readonly (CountedFacts | null)[];
  /** How long the outcome takes; null where it does not come late or nobody knows. */
  readonly lag: LagSaid | null;
  /** Names added or taken away after the start; left out of what was kept before they were told. */
  readonly renamed?: readonly NamedOn[];
  readonly currency: Currency | null;
  readonly today: Day;
};

/** The lag from the kind of case to the kind of outcome, as `lag-curve` answers it. */
export type LagSaid = {
  readonly fit: LagFit;
  readonly half: number;
  readonly n: number;
  readonly came: number;
  readonly from: string;
  readonly to: string;
};
