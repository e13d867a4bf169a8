/** Reported outcomes that nobody has spoken about for a week. Silence is never green. */
import { may } from '../../domain/may.ts';
import { reportedValue, type Outcome } from '../../domain/strategy/outcome.ts';
import { daysBetween, type Day } from '../../kernel/day.ts';
import { tally } from '../words/format.ts';
import type { Decision, Looker } from './decision.ts';

/** After so many days without a check-in an outcome counts as silent. */
export const SILENT_DAYS = 7;

/** Days since anybody said anything about it: since it began, where nobody ever did. null where it is not due for one. */
export const silentDays = (o: Outcome, today: Day): number | null => {
  if (o.metric.kind !== 'reported' || o.retired || today < o.from || today > o.due) return null;
  return daysBetween(reportedValue(o, today)?.on ?? o.from, today);
};

const silent = (look: Looker): { readonly outcome: Outcome; readonly days: number }[] =>
  [...look.book.outcome.values()].flatMap((outcome) => {
    const days = silentDays(outcome, look.today);
    return days !== null && days > SILENT_DAYS ? [{ outcome, days }] : [];
  });

const told = (days: number): Pick<Decision, 'quote' | 'by' | 'when' | 'state'> => ({
  quote: null,
  by: null,
  when: `${tally(days, 'day')} silent`,
  state: days > 2 * SILENT_DAYS ? 'off' : 'risk',
});

/** Mine, and those that nobody owns where I may plan. */
export const toCheckIn = (look: Looker): Decision[] =>
  silent(look)
    .filter(({ outcome }) => outcome.owner === look.me && may(look.book, look.me, 'outcome/check-in'))
    .map(({ outcome, days }) => ({
      id: `check-in:${outcome.id}`,
      title: `Check in on “${outcome.name}”`,
      text: 'Say what the value is today. Silence is not green.',
      ...told(days),
      action: 'Check in',
      href: `/agree/outcomes/${outcome.id}`,
    }));

/** Those that nobody owns, where I could name somebody. */
export const toGiveAnOwner = (look: Looker): Decision[] =>
  silent(look)
    .filter(({ outcome }) => outcome.owner === null && may(look.book, look.me, 'outcome/hand-over'))
    .map(({ outcome, days }) => ({
      id: `owner:${outcome.id}`,
      title: `Name an owner for “${outcome.name}”`,
      text: 'Its value is reported by a person, and nobody is named.',
      ...told(days),
      action: 'Name one',
      href: `/agree/outcomes/${outcome.id}`,
    }));

/** Silent outcomes of others, where I may plan. */
export const waitingForCheckIns = (look: Looker): Decision[] =>
  silent(look)
    .filter(({ outcome }) => outcome.owner !== null && outcome.owner !== look.me && may(look.book, look.me, 'outcome/hand-over'))
    .map(({ outcome, days }) => ({
      id: `silent:${outcome.id}`,
      title: `A check-in on “${outcome.name}”`,
      text: `${look.nameOf(outcome.owner)} has not said how it stands. Silence is not green.`,
      ...told(days),
      action: 'See the outcome',
      href: `/agree/outcomes/${outcome.id}`,
    }));
