/** Costs: what counts as cost and what was recorded on budget lines, as the facts join with them. */
import type { Day } from '../../kernel/day.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Tx } from '../engine.ts';
import { lit } from '../quote.ts';

export type CostFacts = {
  readonly version: number;
  readonly spend: boolean;
  readonly lines: boolean;
  readonly dayMinor: number | null;
  readonly salesMonthMinor: number | null;
  readonly currency: Currency;
  /** Gross margin as a share of revenue. */
  readonly margin: number | null;
  readonly termMonths: number | null;
};
export type LineEntry = {
  readonly lineId: string;
  readonly line: string;
  readonly on: Day;
  readonly minor: number;
  readonly currency: Currency;
  readonly campaignId: string | null;
  readonly priorityId: string | null;
};

/** Replaces both. */
export const projectCosts = async (tx: Tx, costs: CostFacts | null, entries: readonly LineEntry[]): Promise<void> => {
  await tx.run('delete from cost_rule');
  await tx.run('delete from line_entry');
  if (costs) {
    const { version, spend, lines, dayMinor, salesMonthMinor, currency, margin, termMonths } = costs;
    await tx.run(
      `insert into cost_rule values (true, ${version}, ${spend}, ${lines}, ${dayMinor}, ${salesMonthMinor}, ${lit(currency)}, ${margin}, ${termMonths})`,
    );
  }
  const text = (value: string | null): string => (value === null ? 'null' : lit(value));
  for (let i = 0; i < entries.length; i += CHUNK)
    await tx.run(
      `insert into line_entry values ${entries
        .slice(i, i + CHUNK)
        .map(
          (e) =>
            `(${lit(e.lineId)}, ${lit(e.line)}, date ${lit(e.on)}, ${e.minor}, ${lit(e.currency)}, ${text(e.campaignId)}, ${text(e.priorityId)})`,
        )
        .join(', ')}`,
    );
};

const CHUNK = 500;
