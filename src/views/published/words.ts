/** Published numbers in words: titles that are findings, figures as people read them, and a frozen number opened. */
import type { PublishedFigure } from '../../domain/measurement/publication.ts';
import type { Figure } from '../../kernel/answer.ts';
import { count, days, dayWords, list, moneyFull, moneyShort, percent } from '../words/format.ts';
import { NOTHING, type Opened } from '../words/opened.ts';
import type { FigureLine } from './compare.ts';
import type { PeriodListed, PublishedFacts } from './published.ts';

/** A published figure as it is written; `full` writes money to the unit. */
export const figureShown = ({ value, unit, currency }: Pick<PublishedFigure, 'value' | 'unit' | 'currency'>, full = false): string => {
  if (value === null) return 'not known';
  if (unit === 'money') return (full ? moneyFull : moneyShort)({ minor: value, currency });
  return unit === 'share' ? percent(value) : unit === 'days' ? days(value) : count(value);
};

/** What has become of a figure: "€41 k less", "as published". */
export const changeShown = ({ unit, currency, was, now }: FigureLine, full = false): string => {
  if (was === now) return 'as published';
  if (was === null || now === null) return was === null ? 'was not known' : 'is not known now';
  return `${figureShown({ unit, currency, value: Math.abs(now - was) }, full)} ${now > was ? 'more' : 'less'}`;
};

/** Any figure of an answer, in a few words. */
export const plainFigure = (figure: Figure | null): string => {
  if (figure === null) return '–';
  if (typeof figure === 'number') return count(figure, Number.isInteger(figure) ? 0 : 3);
  if (typeof figure !== 'object') return String(figure);
  if ('minor' in figure && typeof figure.minor === 'number')
    return moneyFull({ minor: figure.minor, currency: typeof figure.currency === 'string' ? figure.currency : null });
  if ('value' in figure && typeof figure.value === 'number') return count(figure.value, 3);
  return Array.isArray(figure) ? list(figure.map((one: Figure) => plainFigure(one))) : JSON.stringify(figure);
};

/** The finding of the list: what is published, and what is over and is not. */
export const listTitle = (periods: readonly PeriodListed[], called: (period: string) => string): string => {
  const stands = periods.filter(({ editions }) => editions.some((e) => !e.withdrawn));
  const owed = periods.find(({ over, editions }) => over && !editions.some((e) => !e.withdrawn));
  if (stands.length === 0)
    return owed ? `Nothing is published yet; ${called(owed.period)} is over and could be.` : 'Nothing is published yet.';
  const last = stands[0]!;
  return owed && owed.to > last.to
    ? `${called(last.period)} is published; ${called(owed.period)} is over and is not.`
    : `${called(last.period)} is published and stays as it is.`;
};

/** The finding of an edition: what it says, and whether today's count agrees. */
export const editionTitle = ({ difference, figures }: PublishedFacts, called: string): string => {
  const lead = figures[0];
  const what = lead ? `${called}: ${figureShown(lead)} won, as published.` : `${called}, as published.`;
  const moved = difference.figures.find(({ was, now }) => was !== now);
  if (!difference.changed) return `${what} Counted today it is the same.`;
  if (!moved) return `${what} The figures stand; their parts read otherwise today.`;
  return `${what} Counted today, ${moved.name.toLowerCase()} would be ${changeShown(moved)}.`;
};

/** A published figure, opened: the frozen value, who froze it, and what it would be today with the causes. */
export const openedFigure = (facts: PublishedFacts, figure: PublishedFigure, called: string): Opened => {
  const line = facts.difference.figures.find(({ name }) => name === figure.name);
  const answer = facts.answers.find(
    ({ name }) => name === (figure.name.startsWith('Open pipeline') ? 'pipeline at the end' : 'measures'),
  )?.answer;
  const causes = [...new Set(facts.difference.deals.map(({ cause }) => cause.text))].slice(0, 3);
  return {
    ...NOTHING,
    what: `${figure.name}, ${called}`,
    value: figureShown(figure, true),
    tone: figure.value === null ? 'unknown' : 'plain',
    meaning: `Frozen on ${dayWords(facts.at.slice(0, 10))} by ${facts.by}, edition ${facts.edition}.`,
    sure: 'Published numbers are kept byte for byte; a later load, rule or merge does not change them.',
    coverage: answer?.coverage ?? null,
    changed:
      line === undefined || line.was === line.now
        ? 'Counted today it is the same.'
        : `Counted today it would be ${figureShown({ ...line, value: line.now }, true)}: ${changeShown(line, true)}. ${causes.join(' ')}`.trim(),
    how: answer?.definition ?? null,
    asOf: facts.asOf,
    loads: facts.loads,
  };
};
