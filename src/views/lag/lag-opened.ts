/** The numbers of a lag, opened: what each is, how sure, from how many, how computed. */
import type { Answer, Estimate } from '../../kernel/answer.ts';
import { count, percent } from '../words/format.ts';
import { NOTHING, type Opened } from '../words/opened.ts';
import { evidenceWords, standsWords, type LagRow, type LagView } from './lag-view.ts';

const inWordsOf = (share: number): string => {
  if (share <= 0.005 || share >= 0.995) return '';
  const one = Math.round(1 / share);
  return share > 0.45 && share < 0.55 ? 'About half. ' : one >= 2 ? `About one in ${count(one)}. ` : '';
};

export const openedEver = (answer: Answer, view: LagView, row: LagRow): Opened =>
  opened(answer, view, row, `${row.key}: share that ever becomes ${view.words.camePlural}`, row.ever, percent, {
    meaning: `${row.ever ? inWordsOf(row.ever.value) : ''}The others never do.${row.rising ? ' The curve is still rising at the end of what was watched, so this share is a guess of the family that fits.' : ''}`,
  });

export const openedHalf = (answer: Answer, view: LagView, row: LagRow): Opened =>
  opened(answer, view, row, `${row.key}: half by`, row.half, (n) => `${count(n)} days`, {
    meaning: `Half of the ${view.words.units} that ever become ${view.words.camePlural} have done so by this day.`,
  });

const opened = (
  answer: Answer,
  view: LagView,
  row: LagRow,
  what: string,
  estimate: Estimate | null,
  write: (n: number) => string,
  more: Partial<Opened>,
): Opened =>
  estimate === null
    ? { ...NOTHING, what, value: 'not known', tone: 'unknown', missing: ['Nothing came yet, so nothing can be said of those that come.'] }
    : {
        ...NOTHING,
        what,
        value: write(estimate.value),
        tone: row.refused || row.rising ? 'early' : 'plain',
        interval: { ...estimate, target: null, name: '80 % interval', write },
        sure: `${standsWords(row)} Rests on ${evidenceWords(row, view.words)}.`,
        how: answer.definition,
        asOf: answer.asOf,
        loads: answer.loads,
        missing: answer.coverage.missing.map(({ why, n }) => `${count(n)}: ${why}`),
        ...more,
      };
