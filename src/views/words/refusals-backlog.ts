/** Refusals of the Backlog in words: items, their order, its cycles, and how the company runs it. */
import type { Column } from '../../domain/backlog/practice.ts';
import { count, days, dayWords, list, plural, short } from './format.ts';
import { thingTitle } from './names.ts';
import type { RefusalTable, RefusalWords } from './refusal-table.ts';

const words = (text: string, todo: string): RefusalWords => ({ text, todo });
const quoted = (text: string): string => `“${short(text, 60)}”`;
const COLUMN_WORDS: { readonly [C in Column]: string } = { started: 'In progress', waiting: 'Waiting' };

export const BACKLOG_REFUSALS = {
  'finished-already': ({ on }) => words(`This work item was finished on ${dayWords(on)}.`, 'Reopen it first.'),
  'not-finished': () => words('This work item is not finished, so it cannot be reopened.', 'Nothing needs to be done.'),
  'not-dropped': () => words('This work item stands in the Backlog, so it need not be brought back.', 'Nothing needs to be done.'),
  'not-started': () => words('This work item has not been started, so it cannot wait for anything.', 'Start it first.'),
  'not-waiting': () => words('This work item is not waiting.', 'Nothing needs to be done.'),
  'not-ready': ({ questions }, book) =>
    words(
      `This work item is not ready to start: nobody has answered ${list(questions.map((q) => quoted(thingTitle(book, 'question', q))))}.`,
      'Answer what is open, or have the rule of the Backlog changed.',
    ),
  'column-full': ({ column, most, team }) =>
    words(
      `${COLUMN_WORDS[column]} holds its limit of ${plural(most, 'item')}${team === null ? '' : ' for this team'}.`,
      'Finish one or put one back first, or say why this one goes over the limit.',
    ),
  'unjustified-above-line': ({ item, days: all }, book) =>
    words(
      `${quoted(thingTitle(book, 'item', item))} serves no outcome, so it cannot stand among what the recorded ${days(all)} of this quarter carry.`,
      'Tie it to a priority that serves an outcome, or write why it is foundational and whom it helps later.',
    ),
  'before-itself': () => words('A work item cannot stand before itself.', 'Choose another place.'),
  'needs-in-circle': ({ path }, book) =>
    words(
      path.length < 2
        ? 'A work item cannot need itself.'
        : `That would be a circle: ${path.map((id) => quoted(thingTitle(book, 'item', id))).join(' needs ')}.`,
      'Take one of these dependencies away first.',
    ),
  'out-of-range': ({ field, least, most }) =>
    words(
      `The ${FIELDS[field] ?? field} does not lie between ${count(least, 2)} and ${count(most)}.`,
      `Give a number from ${count(least, 2)} to ${count(most)}.`,
    ),
  'sizes-not-ascending': () => words('A larger t-shirt size means fewer days than a smaller one.', 'Let S, M, L and XL grow.'),
  'not-a-question-id': ({ found }) =>
    words(`${quoted(found)} cannot name a question.`, 'Use up to 40 small letters, digits and dashes, such as legal-check.'),
  'cycle-open': ({ cycle }, book) =>
    words(`Another cycle of this team is running: ${thingTitle(book, 'cycle', cycle)}.`, 'Close it first, and say where the rest goes.'),
  'cycle-closed': ({ on }) => words(`This cycle was closed on ${dayWords(on)}.`, 'Plan a new one, or choose one that is open.'),
  'cycle-not-started': () => words('This cycle has not been started, so it cannot be closed.', 'Start it, or drop it with a reason.'),
  'in-another-cycle': ({ cycle }, book) =>
    words(`This work item is in another cycle: ${thingTitle(book, 'cycle', cycle)}.`, 'Take it out there first.'),
  'other-team': ({ cycle }, book) =>
    words(`The cycle ${thingTitle(book, 'cycle', cycle)} belongs to another team.`, 'Choose a cycle of the same team.'),
} satisfies Partial<RefusalTable>;

const FIELDS: { readonly [field: string]: string } = { effortMonths: 'effort in person-months', jobSize: 'job size', percent: 'share' };
