/** Refusals about workshops, in words. */
import { dayWords, short } from './format.ts';
import type { RefusalTable, RefusalWords } from './refusal-table.ts';
import { TOPIC_WORDS } from './workshop.ts';

const words = (text: string, todo: string): RefusalWords => ({ text, todo });

/** Codes that only this area has; what it shares with others is said for all. */
type Said =
  | 'agenda-length'
  | 'not-an-instant'
  | 'workshop-gone-by'
  | 'links-end-before'
  | 'quarter-gone-by'
  | 'prework-day'
  | 'too-many-people'
  | 'not-invited'
  | 'guest-leads'
  | 'not-the-facilitator'
  | 'workshop-not-open'
  | 'workshop-open'
  | 'workshop-over'
  | 'timer-not-running'
  | 'timer-runs'
  | 'put-together-already'
  | 'no-such-step'
  | 'step-begun'
  | 'not-on-the-agenda'
  | 'shown-already'
  | 'not-shown-yet'
  | 'votes-shown'
  | 'prework-not-asked'
  | 'prework-shown'
  | 'not-your-own';

export const WORKSHOP_REFUSALS: Pick<RefusalTable, Said> = {
  'agenda-length': ({ most }) => words(`An agenda has one to ${most} steps.`, 'Add a step, or join some.'),
  'not-an-instant': ({ found }) => words(`“${short(found, 40)}” is no moment in time.`, 'Write it as 2026-06-09T08:00:00Z.'),
  'workshop-gone-by': ({ on }) => words(`The day of it, ${dayWords(on)}, has gone by.`, 'Let it start today or later.'),
  'links-end-before': ({ until, on }) =>
    words(`The links would end on ${dayWords(until)}, before the workshop on ${dayWords(on)}.`, 'Let them last until its day or longer.'),
  'quarter-gone-by': ({ period }) => words(`The quarter ${period} is over.`, 'Plan for the one that runs, or a later one.'),
  'prework-day': ({ until, from, to }) =>
    words(
      `What is asked before the workshop cannot be sent by ${dayWords(until)}.`,
      from === to ? `Ask for it by ${dayWords(to)}.` : `Name a day from ${dayWords(from)} to ${dayWords(to)}, the day of the workshop.`,
    ),
  'too-many-people': ({ most }) =>
    words(`At most ${most} people are asked into one workshop.`, 'Ask fewer; what came of it is there for everybody to read.'),
  'not-invited': () => words('This person is not asked into this workshop.', 'Invite the person first.'),
  'guest-leads': () =>
    words(
      'Whoever leads a workshop has an account here and may decide.',
      'Hand it over to an owner, marketer or stakeholder of the company.',
    ),
  'not-the-facilitator': () => words('Somebody else leads this workshop.', 'Ask the facilitator, or have the workshop handed over to you.'),
  'workshop-not-open': () => words('The workshop is not open.', 'Its facilitator opens it when people have come.'),
  'workshop-open': () => words('The workshop is open: its preparation is over.', 'Change what is left in the room itself.'),
  'workshop-over': () => words('This workshop is over.', 'Its minutes stay; plan another one.'),
  'timer-not-running': () => words('No timer is running.', 'Start a step of the agenda first.'),
  'timer-runs': () => words('The timer is running.', 'Pause it first.'),
  'put-together-already': () =>
    words('What came of it was put together already.', 'Change the Guidepoint, Blueprint or Backlog themselves.'),
  'no-such-step': ({ steps }) => words(`The agenda has ${steps} steps.`, 'Name one of them, counted from 0.'),
  'step-begun': ({ title }) =>
    words(`“${short(title, 60)}” was begun: it stays where and as it is.`, 'Change the steps that are still to come.'),
  'not-on-the-agenda': ({ topic }) => words(`${TOPIC_WORDS[topic]} is not on the agenda.`, 'Choose a topic of this workshop.'),
  'shown-already': ({ topic }) => words(`The cards of ${TOPIC_WORDS[topic]} were shown already.`, 'Go on with the next step.'),
  'not-shown-yet': ({ topic }) => words(`The cards of ${TOPIC_WORDS[topic]} are still hidden.`, 'Show them first.'),
  'votes-shown': ({ topic }) => words(`The votes on ${TOPIC_WORDS[topic]} were shown already.`, 'They stand as they were counted.'),
  'prework-not-asked': () => words('Nothing was asked before this workshop.', 'Ask for it first.'),
  'prework-shown': () => words('What was written before the workshop has been shown already.', 'Say it in the room.'),
  'not-your-own': () => words('Everybody sends his own.', 'Ask the person to send it, or remind him.'),
};
