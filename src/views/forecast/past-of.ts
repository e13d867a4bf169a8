/** The record's rows as the model reads them: deals with their stages and earlier amounts, and leads. */
import { dayNumber, type Day } from '../../kernel/day.ts';
import { firstClose, writtenAtClose, type Past, type PastDeal, type PastLead } from '../../models/outcome-forecast/past.ts';

type Deal = Omit<PastDeal, 'stages' | 'amounts'> & { readonly key: string };
export type RecordRows = {
  readonly deals: readonly Deal[];
  readonly stages: readonly { readonly key: string; readonly stage: string; readonly day: number }[];
  readonly amounts: readonly { readonly key: string; readonly day: number; readonly was: number | null; readonly minor: number | null }[];
  readonly leads: readonly PastLead[];
};

/** The past until `last`, the last day the record speaks of. */
export const pastOf = ({ deals, stages, amounts, leads }: RecordRows, last: Day): Past => {
  const entries = Map.groupBy(stages, ({ key }) => key);
  const changes = Map.groupBy(amounts, ({ key }) => key);
  const all = deals.map(({ key, ...deal }): PastDeal => {
    const changed = changes.get(key) ?? [];
    return {
      ...deal,
      stages: (entries.get(key) ?? []).map(({ stage, day }) => [stage, day] as const),
      // Before its first change the amount was what that change says it was.
      amounts: changed.length === 0 ? [] : [[deal.opened, changed[0]!.was], ...changed.map(({ day, minor }) => [day, minor] as const)],
    };
  });
  return { since: firstClose(all) ?? dayNumber(last), deals: all, leads, amountsAtClose: writtenAtClose(all) };
};
