/**
 * Campaigns of the story that are micro-campaigns judged by the files: brief and criteria once they are planned, frozen by a second
 * person, started on their first day. What they show is in the touches, leads and deals that are there anyway.
 */
import type { Command } from '../domain/book.ts';
import { workday } from './calendar.ts';
import { QUESTIONS } from '../domain/campaign/micro.ts';
import { dayFromNumber } from '../kernel/day.ts';
import type { NoteId } from '../kernel/ids.ts';
import type { PlannedItem } from './items.ts';
import { plannedOn } from './market.ts';
import type { Moment } from './moments.ts';
import { idOf } from './people.ts';
import { COUNTED_STORY, type CountedStory } from './story/counted-story.ts';
import type { World } from './world.ts';

export const countedMoments = (world: World, items: readonly PlannedItem[]): Moment[] =>
  COUNTED_STORY.flatMap((story) => told(world, items, story));

const told = ({ calendar, campaigns }: World, items: readonly PlannedItem[], story: CountedStory): Moment[] => {
  const { key, who, second, segment, variant, believe, criteria, answers } = story;
  const campaign = campaigns.find((one) => one.key === key);
  if (!campaign) return [];
  const { id, from, quarter } = campaign;
  // The first working day; its brief is written some days after it was planned, where there is time for it.
  const begin = workday(from) === from ? from : workday(from) + 3;
  const briefed = Math.max(plannedOn(campaign, items) + 3, begin - 6);
  if (briefed > begin - 1 || begin >= calendar.today) return [];
  const note = (what: string): NoteId => `n_micro-${key}-${what}`;
  const start: Command[] = [
    ...QUESTIONS.map((question): Command => ({ type: 'campaign/answer', id, question, answer: note(question) })),
    { type: 'campaign/start', id, commitment: `g_${key}-micro` },
  ];
  return [
    {
      day: briefed,
      who,
      commands: [
        {
          type: 'campaign/brief',
          id,
          hypothesis: note('believe'),
          segment,
          line: `b_${quarter.id.toLowerCase()}-${story.line}`,
          variants: [{ name: variant, weight: 1 }],
          randomised: false,
        },
        { type: 'campaign/write-criteria', id, criteria: { ...criteria, deadline: dayFromNumber(from + story.deadline) } },
        { type: 'campaign/propose-criteria', id, revision: 1, second: idOf(second) },
      ],
      notes: [{ id: note('believe'), text: believe }],
    },
    { day: begin - 1, who: second, commands: [{ type: 'campaign/freeze', id, revision: 1 }] },
    { day: begin, who, commands: start, notes: QUESTIONS.map((question) => ({ id: note(question), text: answers[question] })) },
  ];
};
