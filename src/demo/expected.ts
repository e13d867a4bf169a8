/**
 * Expectations: what marketing, sales and service promised each other. One was kept, one broken, two run (one of them
 * after its first words were declined), and one waits for the signature of whoever opens the demo.
 */
import type { Promised } from '../domain/agreements/expectation.ts';
import type { Command } from '../domain/book.ts';
import { dayFromNumber } from '../kernel/day.ts';
import type { ExpectationId } from '../kernel/ids.ts';
import { told, type Quarter } from './calendar.ts';
import type { Moment } from './moments.ts';
import { outcomeId } from './outcomes.ts';
import type { Who } from './people.ts';
import type { World } from './world.ts';

const HOLDERS = { marketing: 'ines', sales: 'diego', service: 'nadia' } as const satisfies Readonly<Record<string, Who>>;
type SeatHere = keyof typeof HOLDERS;

const lastDay = (quarter: Quarter): string => dayFromNumber(quarter.first + quarter.days - 1);
const promise = (quarter: Quarter, by: SeatHere, to: SeatHere, statement: string, about: readonly string[] = []): Promised => ({
  statement: told(statement, quarter),
  due: lastDay(quarter),
  promises: { seat: by, person: null },
  expects: { seat: to, person: null },
  about,
});
const propose = (day: number, who: Who, id: ExpectationId, promised: Promised): Moment => ({
  day,
  who,
  commands: [{ type: 'expectation/propose', id, ...promised }],
});
const sign = (day: number, id: ExpectationId, side: 'promises' | 'expects', seat: SeatHere, revision = 1): Moment => ({
  day,
  who: HOLDERS[seat],
  commands: [{ type: 'expectation/sign', id, revision, side }],
});
const end = (day: number, who: Who, command: Command, text: string): Moment => ({
  day,
  who,
  commands: [command],
  ...('why' in command && command.why && { notes: [{ id: command.why, text }] }),
});

export const expectationMoments = ({ calendar: { quarters, today } }: World): Moment[] => {
  const [, , , , , sixth, seventh, now] = quarters as [Quarter, Quarter, Quarter, Quarter, Quarter, Quarter, Quarter, Quarter];
  const twoCustomers = promise(now, 'service', 'marketing', 'Service names two customers a month who would tell others about us.', [
    outcomeId(now, 'expansion'),
  ]);
  return [
    propose(
      sixth.first + 2,
      'ines',
      'e_dock-calls',
      promise(sixth, 'sales', 'marketing', 'Sales calls everybody who came to a dock day within two working days.'),
    ),
    sign(sixth.first + 3, 'e_dock-calls', 'expects', 'marketing'),
    sign(sixth.first + 4, 'e_dock-calls', 'promises', 'sales'),
    end(
      seventh.first + 3,
      'ines',
      { type: 'expectation/keep', id: 'e_dock-calls', revision: 1, why: 'n_dock-calls-kept' },
      'Every guest of both days was called by the Thursday. Three became deals.',
    ),

    propose(
      seventh.first + 1,
      'diego',
      'e_named-accounts',
      promise(
        seventh,
        'marketing',
        'sales',
        'Marketing hands over forty shippers with a tender due, each with a name to call, by the end of {lastMonth}.',
      ),
    ),
    sign(seventh.first + 2, 'e_named-accounts', 'promises', 'marketing'),
    sign(seventh.first + 2, 'e_named-accounts', 'expects', 'sales'),
    end(
      now.first + 4,
      'diego',
      { type: 'expectation/break', id: 'e_named-accounts', revision: 1, why: 'n_named-accounts-broken' },
      'Thirty-one came, and nine of the people had left their company. Better a shorter list that is right.',
    ),

    propose(
      now.first - 3,
      'ines',
      'e_five-days',
      promise(now, 'marketing', 'sales', 'Marketing answers every request of sales within five working days: yes, no, or when.'),
    ),
    sign(now.first - 2, 'e_five-days', 'promises', 'marketing'),
    sign(now.first - 1, 'e_five-days', 'expects', 'sales'),

    propose(now.first + 5, 'ines', 'e_two-customers', { ...twoCustomers, statement: twoCustomers.statement.replace('two', 'five') }),
    {
      day: now.first + 7,
      who: 'nadia',
      commands: [{ type: 'expectation/decline', id: 'e_two-customers', revision: 1, side: 'promises', why: 'n_five-is-too-many' }],
      notes: [{ id: 'n_five-is-too-many', text: 'Five a month is every happy customer we have by summer. Two I can promise.' }],
    },
    { day: now.first + 8, who: 'ines', commands: [{ type: 'expectation/revise', id: 'e_two-customers', revision: 1, ...twoCustomers }] },
    sign(now.first + 8, 'e_two-customers', 'expects', 'marketing', 2),
    sign(now.first + 9, 'e_two-customers', 'promises', 'service', 2),

    propose(
      today - 4,
      'diego',
      'e_first-sentence',
      promise(now, 'sales', 'marketing', 'Sales writes into every new deal what made the buyer call us, in the buyer’s own words.', [
        outcomeId(now, 'opportunities'),
      ]),
    ),
    sign(today - 3, 'e_first-sentence', 'promises', 'sales'),
  ];
};
