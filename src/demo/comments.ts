/** Comments: what people of Lademar said about things in the last days. Rows, not decisions. */
import type { Instant } from '../kernel/zone.ts';
import type { PersonId } from '../kernel/ids.ts';
import { workday } from './calendar.ts';
import { instantAt } from './moments.ts';
import { outcomeId } from './outcomes.ts';
import { idOf, type Who } from './people.ts';
import { priorityId } from './priorities.ts';
import type { World } from './world.ts';

export type DemoComment = {
  readonly id: string;
  readonly thing: string;
  readonly text: string;
  readonly by: PersonId;
  readonly at: Instant;
};

export const demoComments = ({ calendar: { quarters, today } }: World): DemoComment[] => {
  const now = quarters.at(-1)!;
  const said: readonly (readonly [Who, number, string, string])[] = [
    ['sanne', 12, priorityId(now, 'dock-days'), 'Rotterdam was full by noon. Could we have the afternoon for customers only next time?'],
    ['ana', 11, priorityId(now, 'dock-days'), 'Yes: in Hamburg the second half is for customers. I will put it on the invitation.'],
    [
      'petra',
      8,
      priorityId(now, 'yard-expansion'),
      'The yard module for cold stores comes two weeks later. Best not to promise it in the letter.',
    ],
    ['diego', 6, outcomeId(now, 'opportunities'), 'Two of the new ones are the same company under two names. I have told Wes.'],
    ['ines', 3, 'e_first-sentence', 'This is the sentence I have wanted for a year. Thank you, Diego.'],
    ['maren', 9, 'l_nordics-now', 'The launch money is next quarter’s, not this one’s. So it stands in the budget.'],
  ];
  return said.flatMap(([who, before, thing, text], n): DemoComment[] => {
    const day = workday(today - before);
    return day > now.first ? [{ id: `z_demo-${n + 1}`, thing, text, by: idOf(who), at: instantAt(day, 9 * 60 + n * 23) }] : [];
  });
};
