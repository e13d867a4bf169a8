/** What opens behind the numbers of capacity. */
import type { WorkingDay } from '../../domain/capacity/working.ts';
import type { Opened } from '../words/opened.ts';
import { openedPlain } from '../words/opened.ts';
import { moneyFull, percent } from '../words/format.ts';
import type { Meters } from './meters.ts';
import type { Currency } from '../../kernel/money.ts';
import { personDays } from './words.ts';

const HOW =
  'A person-day is eight hours. Weekly hours are spread over the weekdays of the working calendar; holidays and time off take their days away; the focus factor is what is left for planned work.';

/** How many person-days, and what was taken off. */
export const openedDays = (what: string, day: WorkingDay): Opened =>
  openedPlain(what, `${personDays(day.net)} person-days`, HOW, {
    missing: [
      `${personDays(day.gross)} days of paid time`,
      ...(day.holiday > 0 ? [`less ${personDays(day.holiday)} of holidays`] : []),
      ...(day.off > 0 ? [`less ${personDays(day.off)} of time off`] : []),
      ...(day.unfocused > 0 ? [`less ${personDays(day.unfocused)} that are not planned work`] : []),
    ],
  });

/** The planned days of the meter of people. */
export const openedPeople = ({ people }: Meters): Opened =>
  openedPlain(
    'Person-days planned for this quarter',
    personDays(people.planned),
    'The effort of the priorities of the quarter, without Won’t.',
    {
      meaning: people.days === null ? null : `of ${personDays(people.days)} person-days as recorded`,
      missing: [
        `Must ${personDays(people.must)}${people.mustShare === null ? '' : `, ${percent(people.mustShare)} of what there is`}`,
        `Should ${personDays(people.should)}`,
        `Could ${personDays(people.could)}`,
        ...(people.days === null ? ['Nobody’s hours are recorded, so nobody knows whether it fits.'] : []),
      ],
      more: [
        { text: 'The priorities', href: '/work/priorities' },
        { text: 'Who gives how much', href: '/plan/capacity' },
      ],
    },
  );

/** What the priorities are given, of what the lines plan. */
export const openedMoney = ({ money }: Meters, currency: Currency | null): Opened => {
  const say = (minor: number): string => moneyFull({ minor, currency });
  return openedPlain(
    'Money given to the priorities of this quarter',
    say(money.prioritiesMinor),
    'Set against the plan of all budget lines that stand, in the months of the quarter; other currencies by the rate on the first day of each month.',
    {
      missing: [
        money.planMinor === null ? 'No plan is recorded, or a rate is missing' : `${say(money.planMinor)} are planned on budget lines`,
        `${say(money.actualMinor)} are spent in the quarter on all lines, imported spend included`,
        `${say(money.committedMinor)} are committed on all lines, and open`,
        ...(money.elsewhereMinor > 0 ? [`${say(money.elsewhereMinor)} are planned for what runs on from other quarters`] : []),
        ...money.without.map((name) => `${name} is left out: a rate is missing`),
      ],
      more: [{ text: 'The budget', href: '/plan/budget' }],
    },
  );
};
