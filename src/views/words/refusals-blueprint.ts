/** Refusals about priorities and Blueprints, in words. What does not fit is said with what is missing. */
import type { Shortfall } from '../../domain/blueprint/gate.ts';
import type { Book } from '../../domain/book.ts';
import { capital, count, days, dayWords, list, moneyFull, plural, quarterWords, short } from './format.ts';
import { seatTitle, thingTitle } from './names.ts';
import type { RefusalTable, RefusalWords } from './refusal-table.ts';

const say = (text: string, todo: string): RefusalWords => ({ text, todo });
const named = (book: Book, id: string): string => `“${short(thingTitle(book, 'priority', id), 60)}”`;
const over = (needed: number, have: number): string => days(Math.round((needed - have) * 1000) / 1000);

/** One reason why a plan does not fit, as half a sentence: "12 days over what is recorded". */
export const shortfallWords = (s: Shortfall, book: Book): string => {
  switch (s.over) {
    case 'people':
      return s.skill === null
        ? `${over(s.needed, s.have)} are missing: ${days(s.needed)} are planned, ${days(s.have)} are recorded`
        : `${over(s.needed, s.have)} of ${s.skill} are missing: ${days(s.needed)} are planned, ${days(s.have)} are recorded`;
    case 'money': {
      const money = (minor: number) => moneyFull({ minor, currency: book.company.get('company')?.currency ?? null });
      return `${money(s.neededMinor - s.haveMinor)} are missing: ${money(s.neededMinor)} are planned, ${money(s.haveMinor)} are recorded`;
    }
    case 'must':
      return `Must is ${over(s.needed, s.have)} over ${count(s.percent)} % of the recorded days`;
    case 'unrecorded':
      return s.what === 'people' ? 'nobody has recorded how many days people have' : 'nobody has recorded how much money there is';
    case 'time':
      return `“${short(s.title, 60)}” does not lie within the quarter`;
    case 'order':
      return s.ends === null
        ? `“${short(s.title, 60)}” waits for ${named(book, s.needs)}, which is not in the plan`
        : `“${short(s.title, 60)}” starts on ${dayWords(s.starts)}, before ${named(book, s.needs)} ends on ${dayWords(s.ends)}`;
  }
};

/** What can be done about a shortfall. */
const remedy = (shorts: readonly Shortfall[]): string => {
  if (shorts.some((s) => s.over === 'unrecorded'))
    return 'Record people’s hours and the budget lines first: only what is recorded can be promised.';
  if (shorts.every((s) => s.over === 'time' || s.over === 'order'))
    return 'Move its dates, or record that it is extended, deferred or cut.';
  return 'Record what is cut, deferred, extended or added, with its reason.';
};

export const BLUEPRINT_REFUSALS: Pick<
  RefusalTable,
  | 'shares-out-of-range'
  | 'depends-in-a-circle'
  | 'skills-over-effort'
  | 'signed-already'
  | 'blueprint-change-decided'
  | 'blueprint-agreed'
  | 'blueprint-open'
  | 'nothing-planned'
  | 'blueprint-moved'
  | 'over-capacity'
  | 'wont-without-why'
  | 'not-in-plan'
  | 'lever-already'
  | 'edited-twice'
  | 'spent-over-planned'
  | 'not-a-later-quarter'
  | 'agreed-in-blueprint'
  | 'scenario-chosen'
> = {
  'shares-out-of-range': () =>
    say('The shares of Must and Could are not whole percents that fit into 100 together.', 'Give two whole numbers, such as 60 and 20.'),
  'depends-in-a-circle': ({ through }, book) =>
    say(`It would wait for itself: ${list(through.map((id) => named(book, id)))}.`, 'Take one of these dependencies away.'),
  'skills-over-effort': ({ skillDays, effortDays }) =>
    say(`By skill it is ${days(skillDays)}, more than its effort of ${days(effortDays)}.`, 'Lower the days by skill, or raise the effort.'),
  'signed-already': ({ seat }, book) => say(`${capital(seatTitle(book, seat))} has signed this already.`, 'Nothing needs to be done.'),
  'blueprint-change-decided': ({ state }) =>
    say(`This change was ${state} already.`, 'Ask for another change if something else is needed.'),
  'blueprint-agreed': ({ period }) =>
    say(`The Blueprint for ${quarterWords(period)} is agreed and frozen.`, 'Propose a change: what comes in, and what goes out for it.'),
  'blueprint-open': ({ period }) =>
    say(`The Blueprint for ${quarterWords(period)} is not agreed yet.`, 'Change the draft itself, then put it forward.'),
  'nothing-planned': ({ period }) => say(`No priority is planned for ${quarterWords(period)}.`, 'Plan at least one that is not a Won’t.'),
  'blueprint-moved': ({ period }) =>
    say(
      `The draft for ${quarterWords(period)} has moved since this version was put forward.`,
      'Put it forward anew, so that what is signed is what stands.',
    ),
  'over-capacity': ({ short: shorts }, book) =>
    say(`It does not fit: ${shorts.map((s) => shortfallWords(s, book)).join('; ')}.`, remedy(shorts)),
  'wont-without-why': ({ priorities }, book) =>
    say(
      `${capital(plural(priorities.length, 'Won’t', 'Won’ts'))} ${priorities.length === 1 ? 'has' : 'have'} no reason yet: ${list(priorities.map((id) => named(book, id)))}.`,
      'Write on the not-doing list why, so that those who asked can be told.',
    ),
  'not-in-plan': ({ priority }, book) =>
    say(`The priority ${named(book, priority)} is not in this plan.`, 'Look again, then choose one that is.'),
  'lever-already': ({ priority }, book) => say(`A lever was pulled for ${named(book, priority)} already.`, 'Take that one back first.'),
  'edited-twice': ({ priority }, book) => say(`The priority ${named(book, priority)} is named twice.`, 'Say one thing about it.'),
  'spent-over-planned': ({ priority }, book) =>
    say(`That is more than was planned for ${named(book, priority)}.`, 'Give at most its planned days and money.'),
  'not-a-later-quarter': ({ found }) =>
    say(`${quarterWords(found)} is not later than this quarter.`, 'Choose a quarter that is still to come.'),
  'agreed-in-blueprint': ({ period, priority }, book) =>
    say(
      priority === null
        ? `The Blueprint for ${quarterWords(period)} is agreed; nothing is added to it on the side.`
        : `${named(book, priority)} stands in the Blueprint for ${quarterWords(period)}, which is agreed and frozen.`,
      'Propose a change of that Blueprint: in, therefore out.',
    ),
  'scenario-chosen': () => say('This scenario was chosen and is the draft now.', 'Change the draft, or try another scenario.'),
};
