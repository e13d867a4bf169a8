/** The record's rows as the model reads them: deals with their stages and earlier amounts, and leads. */
import { dayNumber, type Day } from '../../kernel/day.ts';
import { firstClose, writtenAtClose, type Entries, type Past, type PastDeal, type PastLead } from '../../models/outcome-forecast/past.ts';

type Deal = Omit<PastDeal, 'stages' | 'namings' | 'amounts'> & { readonly key: string };
type Entry = { readonly key: string; readonly stage: string; readonly day: number };
export type RecordRows = {
  readonly deals: readonly Deal[];
  readonly stages: readonly Entry[];
  /** The same by each signed set of definitions, in the order of their signatures. */
  readonly defined: readonly { readonly from: Day; readonly stages: readonly Entry[] }[];
  readonly amounts: readonly { readonly key: string; readonly day: number; readonly was: number | null; readonly minor: number | null }[];
  readonly leads: readonly PastLead[];
};

/** The past until `last`, the last day the record speaks of. */
export const pastOf = ({ deals, stages, defined, amounts, leads }: RecordRows, last: Day): Past => {
  const namings = [stages, ...defined.map((one) => one.stages)].map((rows) => Map.groupBy(rows, ({ key }) => key));
  const changes = Map.groupBy(amounts, ({ key }) => key);
  const all = deals.map(({ key, ...deal }): PastDeal => {
    const changed = changes.get(key) ?? [];
    const named = namings.map((entries): Entries => (entries.get(key) ?? []).map(({ stage, day }) => [stage, day]));
    return {
      ...deal,
      stages: named[0]!,
      ...(defined.length > 0 && { namings: named }),
      // Before its first change the amount was what that change says it was.
      amounts: changed.length === 0 ? [] : [[deal.opened, changed[0]!.was], ...changed.map(({ day, minor }) => [day, minor] as const)],
    };
  });
  return {
    since: firstClose(all) ?? dayNumber(last),
    deals: all,
    leads,
    amountsAtClose: writtenAtClose(all),
    ...(defined.length > 0 && { namedFrom: defined.map(({ from }) => dayNumber(from)) }),
  };
};
