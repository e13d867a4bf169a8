/** Refusals about the rules by which the company measures, in words. */
import { dayWords, short } from './format.ts';
import { periodCalled } from './measurement.ts';
import { seatTitle } from './names.ts';
import type { RefusalTable, RefusalWords } from './refusal-table.ts';

const words = (text: string, todo: string): RefusalWords => ({ text, todo });

export const MEASUREMENT_REFUSALS: Pick<
  RefusalTable,
  | 'not-a-period'
  | 'period-not-over'
  | 'reason-needed'
  | 'edition-withdrawn'
  | 'half-life-out-of-range'
  | 'repeats-out-of-range'
  | 'rules-in-force'
  | 'signed-other-seat'
  | 'stages-out-of-range'
  | 'stage-twice'
  | 'stage-without-sign'
  | 'sign-in-two-stages'
  | 'no-such-proposal'
  | 'look-back-in-touch-rules'
  | 'margin-out-of-range'
  | 'term-out-of-range'
  | 'nothing-counts'
> = {
  'half-life-out-of-range': () =>
    words('The half-life is not between 1 and 3,650 whole days.', 'Give a number of days, or let it follow the measured cycle.'),
  'repeats-out-of-range': () =>
    words('The time between repeats is not between 0 minutes and a year.', 'Give whole minutes, hours or days.'),
  'signed-other-seat': ({ seat }, book) =>
    words(`You have signed this for ${seatTitle(book, seat)} already.`, 'Somebody else must sign for the other side.'),
  'stages-out-of-range': () => words('A funnel has two to twelve stages.', 'Add or take away stages.'),
  'stage-twice': ({ name }) => words(`“${short(name, 60)}” stands in the list twice.`, 'Give each stage a name of its own.'),
  'stage-without-sign': ({ name }) =>
    words(`Nothing shows when “${short(name, 60)}” is entered.`, 'Say by which stages of the CRM, or by what else, it is seen.'),
  'sign-in-two-stages': ({ found }) =>
    words(`“${short(found, 60)}” would mean two stages at once.`, 'Leave it with the one that it means.'),
  'rules-in-force': () => words('These are the rules in force.', 'Change one of them before you propose.'),
  'no-such-proposal': () =>
    words('This proposal does not stand any more.', 'Look at the one that stands now: somebody changed, adopted or withdrew it.'),
  'look-back-in-touch-rules': ({ version }) =>
    words(
      `The look-back is part of the touch rules (version ${version}), which were agreed.`,
      'Propose other touch rules: Data, Touch rules.',
    ),
  'margin-out-of-range': () =>
    words('A gross margin lies above 0 and at most at 100 per cent.', 'Write 72 for 72 %, or leave it out where it is not known.'),
  'term-out-of-range': () =>
    words(
      'The amount of a deal is earned over 1 to 120 whole months.',
      'Write 12 for a yearly contract, or leave it out where it is earned once.',
    ),
  'nothing-counts': () =>
    words('Nothing would count as cost.', 'Let imported spend, budget lines or effort count; otherwise every return would look free.'),
  'not-a-period': ({ found }) =>
    words(`“${short(found, 60)}” names no fiscal quarter or month.`, 'Write a quarter as 2026-Q2, a month as 2026-M04.'),
  'period-not-over': ({ period, until }, book) =>
    words(
      `${periodCalled(book, period)} runs until ${dayWords(until)}, so its numbers still move.`,
      'Publish it once it is over, or publish one of its months.',
    ),
  'reason-needed': () =>
    words('These numbers were published before.', 'Say why they are published again: the reason stands beside the new edition.'),
  'edition-withdrawn': ({ period, edition }, book) =>
    words(`Edition ${edition} of ${periodCalled(book, period)} was withdrawn.`, 'Look at the edition that stands, or publish a new one.'),
};
