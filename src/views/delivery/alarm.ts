/** The horizon in words: how much is promised, how fast it goes, when the last of it is done, and how much nobody asks for any more. */
import { capital, count, inWords, monthLong, plural, tally } from '../words/format.ts';
import { openedPlain, type Opened } from '../words/opened.ts';
import type { Delivery, Horizon } from './delivery.ts';

export type Alarm = {
  /** A year or more: then it is an alarm. */
  readonly loud: boolean;
  /** "Five-year alarm"; "Horizon" where it is none. */
  readonly name: string;
  readonly promised: string;
  /** "1.4 a week" */
  readonly pace: string;
  readonly last: string;
  /** "80 %: July 2030 to November 2031" */
  readonly interval: string;
  /** Whole sentence; null where somebody asked for every item within a year. */
  readonly stale: string | null;
  readonly opens: { readonly promised: Opened; readonly pace: Opened; readonly last: Opened };
};

const BEYOND = 'more than fifty years from now';
const month = (day: string | null): string => (day === null ? BEYOND : monthLong(day));

/** "Five-year alarm" */
const nameOf = ({ years }: Horizon): string =>
  years === null ? 'Fifty-year alarm' : years < 1 ? 'Horizon' : `${capital(inWords(Math.round(years)))}-year alarm`;

/** What the band above the Backlog says; null where nothing carries a forecast or nothing is open. */
export const alarmOf = ({ horizon, ground }: Delivery): Alarm | null => {
  if (!horizon || ground.ruling.basis === 'none') return null;
  const { throughput, capacity, ruling, growth, grown } = ground;
  const measured = ruling.basis === 'throughput';
  const pace = measured
    ? `${count(throughput.perWeek ?? 0, 1)} a week`
    : `${tally(Math.round(capacity!.aWeek * 10) / 10, 'person-day')} a week`;
  const range = `80 %: ${month(horizon.low)} to ${month(horizon.high)}`;
  const rests = grown
    ? `Work found on the way: ${count(growth.discoveredLow * 100)} to ${count(growth.discoveredHigh * 100)} %; one item turns into ${count(growth.splitLow, 1)} to ${count(growth.splitHigh, 1)}.`
    : 'No growth of the work is stated, so none is counted.';
  return {
    loud: horizon.years === null || horizon.years >= 1,
    name: nameOf(horizon),
    promised: tally(horizon.items, 'item'),
    pace,
    last: month(horizon.last),
    interval: range,
    stale:
      horizon.stale.length === 0
        ? null
        : `${count(horizon.stale.length)} of them ${horizon.stale.length === 1 ? 'was' : 'were'} last asked for over a year ago.`,
    opens: {
      promised: openedPlain(
        'Items promised',
        tally(horizon.items, 'item'),
        'Every work item that is neither finished nor dropped counts once, whoever asked for it.',
        {
          missing: horizon.stale.length > 0 ? [`${plural(horizon.stale.length, 'item')} nobody asked for in a year`] : [],
        },
      ),
      pace: measured
        ? openedPlain(
            'Throughput, measured',
            pace,
            'Finished items over the last whole weeks; weeks in which nothing was finished count as 0.',
            {
              meaning: `Week by week, oldest first: ${throughput.weeks.join(', ')}.`,
              things: throughput.items,
              asOf: ground.today,
            },
          )
        : openedPlain(
            'Capacity, recorded',
            pace,
            'Person-days that the recorded people can give in a week: hours, working calendar, time off and focus taken into account.',
            {
              asOf: ground.today,
            },
          ),
      last: openedPlain(
        'The last promised item is finished',
        month(horizon.last),
        'Five hundred times the list is worked off at randomly drawn past weeks; in each trial the weeks are weighed anew, because twelve weeks do not know the pace exactly. Half of the trials are done by then.',
        { meaning: `${ruling.why} ${rests}`, sure: range, asOf: ground.today },
      ),
    },
  };
};
