/** What is counted, in words and as the facts are asked for it. */
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

export const countedWords = (counted: Counted): string => {
  if (counted.what === 'hand') return counted.name;
  if (counted.what === 'touch') return counted.kind === '' ? 'people touched' : `people with “${counted.kind}”`;
  if (counted.what === 'stage') return `deals that reached ${counted.stage}`;
  return { lead: 'leads', opportunity: 'deals opened', won: 'deals won', revenue: 'revenue', spend: 'money spent' }[counted.what];
};

/** "replies, of messages sent"; "revenue for each lead". */
export const measureWords = ({ kind, of, outOf }: Measure): string =>
  kind === 'share' ? `${countedWords(of)}, of ${countedWords(outOf)}` : `${countedWords(of)} for each of ${countedWords(outOf)}`;

/** Whether a person tells it: then the whole measure is told, for one look is of one source. */
export const isByHand = ({ of, outOf }: Measure): boolean => of.what === 'hand' || outOf.what === 'hand';

export const isMoney = ({ what }: Counted): boolean => what === 'revenue' || what === 'spend';

/** Outcomes that come long after their case: their lag decides from when on too few is too few. */
export const isLate = ({ of }: Measure): boolean =>
  of.what === 'stage' || of.what === 'opportunity' || of.what === 'won' || of.what === 'revenue';
