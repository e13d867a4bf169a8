/** Sentences of the Backlog: its items, their order, its cycles, and how the company runs it. */
import type { CycleEvent } from '../../domain/backlog/cycle.ts';
import type { ItemEvent } from '../../domain/backlog/decide-item.ts';
import type { OrderEvent } from '../../domain/backlog/order.ts';
import { practiceOf, SHIRTS, type Column, type PracticeEvent } from '../../domain/backlog/practice.ts';
import type { CycleId, ItemId, NoteId } from '../../kernel/ids.ts';
import { count, days, dayWords, list, tally } from './format.ts';
import { thingTitle } from './names.ts';
import type { Sentences, Telling } from './telling.ts';

const item = (id: ItemId, text: string, quote: NoteId | null = null) => ({ text, quote, href: `/work/backlog/${id}` });
const cycle = (id: CycleId, text: string, quote: NoteId | null = null) => ({ text, quote, href: `/work/cycles/${id}` });
const practice = (text: string) => ({ text, quote: null, href: '/work/board?do=practice' });
const called = ({ book }: Telling, thing: 'priority' | 'item' | 'outcome' | 'cycle' | 'question', id: string): string =>
  `“${thingTitle(book, thing, id)}”`;
const COLUMN_WORDS: { readonly [C in Column]: string } = { started: 'in progress', waiting: 'waiting' };

export const BACKLOG_EVENTS: Sentences<ItemEvent | OrderEvent | CycleEvent | PracticeEvent> = {
  'item/added': ({ id, ref, title }) => item(id, `added ${ref} “${title}”`),
  'item/retitled': ({ id, title }) => item(id, `retitled a work item to “${title}”`),
  'item/assigned': ({ id, owner }, t) => item(id, `gave ${called(t, 'item', id)} to ${t.nameOf(owner)}`),
  'item/given-to-team': ({ id, team }, t) =>
    item(id, team === null ? `took ${called(t, 'item', id)} from its team` : `gave ${called(t, 'item', id)} to a team`),
  'item/linked': ({ id, priority: to }, t) =>
    item(
      id,
      to === null ? `took ${called(t, 'item', id)} from its priority` : `tied ${called(t, 'item', id)} to ${called(t, 'priority', to)}`,
    ),
  'item/justified': ({ id, foundational }, t) => item(id, `wrote down why ${called(t, 'item', id)} is foundational`, foundational),
  'item/request-recorded': ({ id, request }, t) =>
    item(id, `wrote down that ${t.nameOf(request.by)} asked for ${called(t, 'item', id)}`, request.words),
  'item/source-recorded': ({ id, source }, t) => item(id, `noted that ${called(t, 'item', id)} is ${source.key} in ${source.system}`),
  'item/labelled': ({ id, labels }, t) =>
    item(id, labels.length === 0 ? `took the labels off ${called(t, 'item', id)}` : `labelled ${called(t, 'item', id)} ${list(labels)}`),
  'item/dropped': ({ id, why }, t) => item(id, `dropped ${called(t, 'item', id)}`, why),

  'item/restored': ({ id }, t) => item(id, `brought ${called(t, 'item', id)} back into the Backlog`),

  'item/sized': ({ id, sizeDays }, t) => item(id, `sized ${called(t, 'item', id)} at ${days(sizeDays)}`),
  'item/sized-by-skill': ({ id, bySkill }, t) =>
    item(id, `sized ${called(t, 'item', id)} at ${list(bySkill.map((s) => `${days(s.days)} of ${s.skill}`))}`),
  'item/shirt-sized': ({ id, shirt }, t) => item(id, `sized ${called(t, 'item', id)} ${shirt}`),
  'item/rice-scored': ({ id, rice }, t) =>
    item(
      id,
      rice === null
        ? `took back the RICE score of ${called(t, 'item', id)}`
        : `scored ${called(t, 'item', id)} for RICE: ${count(rice.reach)} reached, impact ${count(rice.impact, 2)}, ${count(rice.confidence)} % sure, ${count(rice.effortMonths, 2)} person-months`,
    ),
  'item/ice-scored': ({ id, ice }, t) =>
    item(
      id,
      ice === null
        ? `took back the ICE score of ${called(t, 'item', id)}`
        : `scored ${called(t, 'item', id)} for ICE: impact ${count(ice.impact, 1)}, confidence ${count(ice.confidence, 1)}, ${ice.variant} ${count(ice.last, 1)}`,
    ),
  'item/wsjf-scored': ({ id, wsjf }, t) =>
    item(
      id,
      wsjf === null
        ? `took back the WSJF score of ${called(t, 'item', id)}`
        : `scored ${called(t, 'item', id)} for WSJF: value ${count(wsjf.value, 1)}, time ${count(wsjf.urgency, 1)}, risk or opportunity ${count(wsjf.enablement, 1)}, job size ${count(wsjf.jobSize, 1)}`,
    ),
  'item/value-estimated': ({ id, outcome, percent }, t) =>
    item(
      id,
      percent === null
        ? `took back what ${called(t, 'item', id)} does for ${called(t, 'outcome', outcome)}`
        : `estimated that ${called(t, 'item', id)} closes ${count(percent, 1)} % of the gap of ${called(t, 'outcome', outcome)}`,
    ),

  'item/answered': ({ id, question, answer }, t) =>
    item(id, `answered ${called(t, 'question', question)} for ${called(t, 'item', id)}`, answer),
  'item/answer-withdrawn': ({ id, question }, t) =>
    item(id, `took back the answer to ${called(t, 'question', question)} for ${called(t, 'item', id)}`),
  'item/depends': ({ id, needs }, t) => item(id, `wrote down that ${called(t, 'item', id)} needs ${called(t, 'item', needs)} first`),
  'item/depends-no-more': ({ id, needs }, t) =>
    item(id, `wrote down that ${called(t, 'item', id)} no longer needs ${called(t, 'item', needs)}`),
  'item/enables': ({ id, outcomes, priorities }, t) => {
    const whom = [...outcomes.map((o) => called(t, 'outcome', o)), ...priorities.map((p) => called(t, 'priority', p))];
    return item(
      id,
      whom.length === 0
        ? `wrote down that ${called(t, 'item', id)} enables nothing`
        : `wrote down that ${called(t, 'item', id)} enables ${list(whom)}`,
    );
  },

  'item/started': ({ id, on }, t) => item(id, `started ${called(t, 'item', id)} on ${dayWords(on, t.today)}`),
  'item/waiting': ({ id, on, why }, t) => item(id, `let ${called(t, 'item', id)} wait from ${dayWords(on, t.today)}`, why),
  'item/resumed': ({ id, on }, t) => item(id, `went on with ${called(t, 'item', id)} on ${dayWords(on, t.today)}`),
  'item/finished': ({ id, on }, t) => item(id, `finished ${called(t, 'item', id)} on ${dayWords(on, t.today)}`),
  'item/reopened': ({ id }, t) => item(id, `opened ${called(t, 'item', id)} again`),
  'item/returned': ({ id }, t) => item(id, `put ${called(t, 'item', id)} back among the open items`),
  'item/limit-passed': ({ id, column, most, why }, t) =>
    item(id, `took ${called(t, 'item', id)} in over the limit of ${count(most)} ${COLUMN_WORDS[column]}`, why),

  'backlog/placed': ({ item: id, before }, t) =>
    item(
      id,
      before === null
        ? `put ${called(t, 'item', id)} at the end of the Backlog`
        : `put ${called(t, 'item', id)} before ${called(t, 'item', before)}`,
    ),
  'backlog/adopted': ({ items }) => ({
    text: `adopted a new order of ${tally(items.length, 'item')} of the Backlog`,
    quote: null,
    href: '/work/backlog',
  }),

  'cycle/planned': ({ id, from, to, days: n }, t) =>
    cycle(id, `planned a cycle of ${count(n)} working days, ${dayWords(from, t.today)} to ${dayWords(to, t.today)}`),
  'cycle/taken': ({ id, item: taken }, t) => cycle(id, `took ${called(t, 'item', taken)} into ${called(t, 'cycle', id)}`),
  'cycle/left': ({ id, item: left }, t) => cycle(id, `took ${called(t, 'item', left)} out of ${called(t, 'cycle', id)}`),
  'cycle/started': ({ id, on }, t) => cycle(id, `started ${called(t, 'cycle', id)} on ${dayWords(on, t.today)}`),
  'cycle/closed': ({ id, done, carried }, t) =>
    cycle(id, `closed ${called(t, 'cycle', id)} with ${tally(done.length, 'item')} done and ${count(carried.length)} carried over`),
  'cycle/dropped': ({ id, why }, t) => cycle(id, `dropped ${called(t, 'cycle', id)}`, why),

  'practice/ice-chosen': ({ ice }) => practice(`chose ICE by ${ice}`),
  'practice/question-added': ({ text }) => practice(`asks of every item: “${text}”`),
  'practice/question-dropped': ({ question }, t) => practice(`no longer asks ${questionTitle(t, question)}`),
  'practice/readiness-ruled': ({ readyToStart }) =>
    practice(readyToStart ? 'ruled that only ready items may start' : 'ruled that items may start before every question is answered'),
  'practice/limited': ({ column, most, team }) =>
    practice(
      `${most === null ? 'took the limit off' : 'limited'} what is ${COLUMN_WORDS[column]}${most === null ? '' : ` to ${count(most)}`}${team === null ? '' : ' for a team'}`,
    ),
  'practice/calibrated': ({ days: by, team }) =>
    practice(`calibrated sizes${team === null ? '' : ' of a team'}: ${list(SHIRTS.map((size) => `${size} is ${days(by[size])}`))}`),
};

const questionTitle = ({ book }: Telling, id: string): string => `“${practiceOf(book).questions.find((q) => q.id === id)?.text ?? id}”`;
