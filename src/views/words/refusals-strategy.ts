/** Refusals about strategy and audience, in words. */
import type { Book } from '../../domain/book.ts';
import { formulaWords } from './formula.ts';
import { dayWords, short } from './format.ts';
import { thingTitle } from './names.ts';
import type { RefusalOf, RefusalWords } from './refusal-table.ts';

type Codes =
  | 'formula'
  | 'measured-not-reported'
  | 'unit-stays'
  | 'corridor-empty'
  | 'corridor-upside-down'
  | 'over-days-out-of-range'
  | 'not-due-yet'
  | 'due-already'
  | 'score-is-computed'
  | 'score-needs-words'
  | 'score-without-start'
  | 'score-out-of-range'
  | 'confidence-out-of-range'
  | 'segment-name-taken'
  | 'segment-empty'
  | 'segment-too-large'
  | 'segment-too-deep'
  | 'condition-values';
const words = (text: string, todo: string): RefusalWords => ({ text, todo });
const quoted = (text: string): string => `“${short(text, 60)}”`;
const outcome = (book: Book, id: string): string => quoted(thingTitle(book, 'outcome', id));

const TESTS: { readonly [test: string]: string } = {
  over: 'over',
  under: 'under',
  equals: 'is',
  differs: 'is not',
  contains: 'contains',
  lacks: 'does not contain',
};

export const STRATEGY_REFUSALS: { readonly [C in Codes]: (refusal: RefusalOf<C>, book: Book) => RefusalWords } = {
  formula: ({ problem }) => formulaWords(problem),
  'measured-not-reported': ({ id }, book) =>
    words(
      `${quoted(thingTitle(book, id.startsWith('k_') ? 'kpi' : 'outcome', id))} is computed, not reported.`,
      'Import what it is computed from; its value follows by itself.',
    ),
  'unit-stays': () =>
    words('What it is counted in cannot change: every value said so far would mean something else.', 'Retire this one and name a new one.'),
  'corridor-empty': () => words('A KPI without a bound is never unhealthy.', 'Give a lower bound, an upper bound, or both.'),
  'corridor-upside-down': () => words('The lower bound is not below the upper bound.', 'Lower the one or raise the other.'),
  'over-days-out-of-range': () => words('A KPI looks back over 1 to 1,100 whole days.', 'Give a number of days, such as 91 for a quarter.'),
  'not-due-yet': ({ id, due }, book) =>
    words(`${outcome(book, id)} is due on ${dayWords(due)}; a score looks back.`, 'Until then say how confident you are.'),
  'due-already': ({ id, due }, book) =>
    words(`${outcome(book, id)} was due on ${dayWords(due)}; confidence looks ahead.`, 'Score it instead, by how far it came.'),
  'score-is-computed': ({ id }, book) =>
    words(`The score of ${outcome(book, id)} follows from its final value.`, 'Leave the score out, or correct the final value.'),
  'score-needs-words': ({ id }, book) =>
    words(`The score of ${outcome(book, id)} cannot be computed, so it is a judgement.`, 'Say in your words how you came to it.'),
  'score-without-start': ({ id }, book) =>
    words(
      `The score of ${outcome(book, id)} cannot be computed: a final value or a baseline is missing.`,
      'Give the final value, or a score in words.',
    ),
  'score-out-of-range': () => words('A score lies between 0.0 and 1.0.', 'Give a number such as 0.6.'),
  'confidence-out-of-range': () => words('Confidence is a whole number from 0 to 100 percent.', 'Give a number such as 70.'),
  'segment-name-taken': ({ name }) => words(`There is a segment called ${quoted(name)} already.`, 'Give this one another name.'),
  'segment-empty': () => words('A segment without a condition would hold everybody.', 'Add a condition, also in every group.'),
  'segment-too-large': () => words('A segment has at most 40 conditions.', 'Name the values of one field together: “is one of”.'),
  'segment-too-deep': () =>
    words('Groups stand at most two deep in a segment.', 'Join the innermost conditions with the group around them.'),
  'condition-values': ({ field, test, wants }) =>
    words(
      `The condition on ${quoted(field)} (${TESTS[test] ?? test.replace('-', ' ')}) wants ${wants}.`,
      'Fill it in, or take the condition away.',
    ),
};
