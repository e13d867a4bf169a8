/** What is counted, as the facts are asked for it. */
import type { Counted, Measure } from '../../domain/campaign/criteria.ts';

/** As the question `evidence` takes it: touch:reply, stage:Qualified, lead. `hand` is never asked for. */
export const spelled = (counted: Counted): string =>
  counted.what === 'touch'
    ? counted.kind === ''
      ? 'touch'
      : `touch:${counted.kind}`
    : counted.what === 'stage'
      ? `stage:${counted.stage}`
      : counted.what;

/** Whether a person tells it: then the whole measure is told, for one look is of one source. */
export const isByHand = ({ of, outOf }: Measure): boolean => of.what === 'hand' || outOf.what === 'hand';

export const isMoney = ({ what }: Counted): boolean => what === 'revenue' || what === 'spend';

/** Outcomes that come long after their case: their lag decides from when on too few is too few. */
export const isLate = ({ of }: Measure): boolean =>
  of.what === 'stage' || of.what === 'opportunity' || of.what === 'won' || of.what === 'revenue';

/** Days that somebody has to answer before silence counts: an answer or a lead that comes later still counts for more, never against. */
export const ANSWER_DAYS = 14;
