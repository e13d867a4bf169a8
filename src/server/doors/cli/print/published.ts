/** Frozen numbers as text: the periods with their editions, and one edition with what it would be today. */
import { changeShown, editionTitle, figureShown, listTitle } from '../../../../views/published/words.ts';
import { count, list, quarterWords, tally } from '../../../../views/words/format.ts';
import type { Output } from '../../../operations/operation.ts';
import { table, wrapped } from './table.ts';

const day = (at: string): string => at.slice(0, 10);

export const publicationsText = ({ periods }: Output<'publications'>): string =>
  [
    listTitle(periods, quarterWords),
    '',
    table(
      [{ title: 'period' }, { title: 'from' }, { title: 'until' }, { title: 'published', most: 80 }, { title: 'signatures', right: true }],
      periods.map(({ period, from, to, over, editions }) => {
        const last = editions.findLast(({ withdrawn }) => !withdrawn);
        const said = last ? `edition ${last.n}, ${day(last.at)}, by ${last.by}` : over ? 'no' : 'not over yet';
        return [period, from, to, said, last ? count(last.signed) : ''];
      }),
    ),
  ].join('\n');

export const publicationText = (facts: Output<'publication'>): string => {
  const { period, edition, figures, difference, signed, withdrawn, why } = facts;
  const moved = new Map(difference.figures.filter(({ was, now }) => was !== now).map((line) => [line.name, line]));
  return [
    wrapped(editionTitle(facts, quarterWords(period))),
    '',
    table(
      [{ title: 'figure' }, { title: 'published', right: true }, { title: 'counted today would be', most: 60 }],
      figures.map((figure) => {
        const line = moved.get(figure.name);
        return [figure.name, figureShown(figure), line ? changeShown(line) : 'the same'];
      }),
    ),
    '',
    `Edition ${edition}, as of ${facts.asOf}, published ${day(facts.at)} by ${facts.by}${why ? `: ${why}` : ''}.`,
    signed.length > 0 ? `Signed by ${list(signed.map(({ by, seat }) => `${by} (${seat})`))}.` : 'Signed by nobody yet.',
    ...(withdrawn ? [`Withdrawn ${day(withdrawn.at)} by ${withdrawn.by}${withdrawn.why ? `: ${withdrawn.why}` : ''}.`] : []),
    `${tally(facts.answers.length, 'answer')} frozen with it; --json gives them. sha256 ${facts.sha256}`,
  ].join('\n');
};
