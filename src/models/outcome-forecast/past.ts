/**
 * Past: what the record says of deals and leads, and what of it was known at the end of an earlier day.
 *
 * Days are whole day numbers (kernel/day); amounts whole minor units, null where nobody wrote one. A deal still open has
 * `closed` null. `stages` are entries in order of day; empty where the record keeps none. `amounts` are what the amount
 * was from each day on (null: none), oldest first; empty where the record keeps only what it is now.
 * `namings` the same stages under other names: those of the files first, then by each signed set of definitions, in the order of
 *           their signatures; `namedFrom`, for each of these sets, the first day on which it was signed and in force. They hold all
 *           days: nothing reads them but knownBy
 * `since`   the first day on which the record would have seen a deal close: those that closed before are not in it
 *
 * knownBy   the past as it stood at the end of a day: opened, closed and entered by then, amounts as they stood then.
 *           Where the record keeps no earlier amounts, the present one is taken as the amount of then, unless amounts
 *           are written at the close (`amountsAtClose`): then what was open had none. Stages are named as the definitions of
 *           that day name them, signed by then; by the files where there were none.
 */
export type Entries = readonly (readonly [stage: string, day: number])[];
export type PastDeal = {
  readonly opened: number;
  readonly closed: number | null;
  readonly won: boolean;
  readonly minor: number | null;
  /** Deals with like amounts: the product, say. */
  readonly segment: string;
  readonly stages: Entries;
  readonly namings?: readonly Entries[];
  readonly amounts: readonly (readonly [day: number, minor: number | null])[];
  /** Day its lead came; null where no lead is linked. */
  readonly lead: number | null;
};

/** `opened`: the day it became an opportunity; null where it has not. */
export type PastLead = {
  readonly created: number;
  readonly opened: number | null;
  readonly channel: string;
  readonly campaign: string | null;
};

export type Past = {
  readonly since: number;
  readonly deals: readonly PastDeal[];
  readonly leads: readonly PastLead[];
  readonly amountsAtClose: boolean;
  readonly namedFrom?: readonly number[];
};

/** Which naming of the stages holds on a day: 0 that of the files, n that of the n-th set of definitions. */
export const namingOn = (namedFrom: readonly number[], day: number): number => namedFrom.findLastIndex((from) => from <= day) + 1;

export const knownBy = (past: Past, day: number): Past => ({
  ...past,
  deals: dealsBy(past, day),
  leads: past.leads.flatMap((lead) =>
    lead.created <= day ? [lead.opened !== null && lead.opened > day ? { ...lead, opened: null } : lead] : [],
  ),
});

const dealsBy = ({ deals, namedFrom = [], amountsAtClose }: Past, day: number): readonly PastDeal[] => {
  const naming = namingOn(namedFrom, day);
  return deals.flatMap((deal) => (deal.opened <= day ? [dealBy(deal, day, naming, amountsAtClose)] : []));
};

const dealBy = (deal: PastDeal, day: number, naming: number, amountsAtClose: boolean): PastDeal => {
  const over = deal.closed !== null && deal.closed <= day;
  return {
    ...deal,
    closed: over ? deal.closed : null,
    won: over && deal.won,
    minor: minorBy(deal, day, over, amountsAtClose),
    stages: (deal.namings?.[naming] ?? deal.stages).filter(([, on]) => on <= day),
    amounts: deal.amounts.filter(([on]) => on <= day),
  };
};

const minorBy = ({ minor, amounts }: PastDeal, day: number, over: boolean, amountsAtClose: boolean): number | null => {
  if (amounts.length > 0) return amounts.findLast(([on]) => on <= day)?.[1] ?? null;
  return over || !amountsAtClose ? minor : null;
};

/** The stage a deal stood in at the end of a day, by the entries dated until then; empty where none is known. */
export const stageOn = ({ stages }: Pick<PastDeal, 'stages'>, day: number): string => stages.findLast(([, on]) => on <= day)?.[0] ?? '';

/** True where nearly no open deal carries an amount while closed ones do: amounts are written at the close. */
export const writtenAtClose = (deals: readonly PastDeal[]): boolean => {
  const share = (those: readonly PastDeal[]): number => those.filter(({ minor }) => minor !== null).length / Math.max(1, those.length);
  const open = deals.filter(({ closed }) => closed === null);
  return open.length > 0 && share(open) < 0.1 && share(deals.filter(({ won }) => won)) > 0.5;
};

/** The first day on which a deal is known to have closed: earlier ones are not in the record. */
export const firstClose = (deals: readonly PastDeal[]): number | null =>
  deals.reduce<number | null>((least, { closed }) => (closed !== null && (least === null || closed < least) ? closed : least), null);
