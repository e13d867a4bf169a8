/** Taking back what was decided about the Backlog: its items, their order, its cycles, and how the company runs it. */
import type { ItemId } from '../kernel/ids.ts';
import type { Item } from './backlog/item.ts';
import { practiceOf } from './backlog/practice.ts';
import type { Book, Command, Event } from './book.ts';

type Of<T extends Event['type']> = Extract<Event, { readonly type: T }>;
type About = Extract<Event['type'], `${'item' | 'backlog' | 'cycle' | 'practice'}/${string}`>;
type Inverses = { readonly [T in About]?: (event: Of<T>, before: Book) => Command | null };

const was = (book: Book, id: ItemId, make: (item: Item) => Command | null): Command | null => {
  const item = book.item.get(id);
  return item ? make(item) : null;
};
/** The size it had; null where it had none, since a size is never taken away. */
const resize = ({ id }: { readonly id: ItemId }, before: Book): Command | null =>
  was(before, id, ({ shirt, bySkill, sizeDays }) => {
    if (shirt) return { type: 'item/size-shirt', id, shirt };
    if (bySkill.length > 0) return { type: 'item/size-by-skill', id, bySkill };
    return sizeDays === null ? null : { type: 'item/size', id, sizeDays };
  });

export const BACKLOG_INVERSES: Inverses = {
  'item/retitled': ({ id }, b) => was(b, id, ({ title }) => ({ type: 'item/retitle', id, title })),
  'item/assigned': ({ id }, b) => was(b, id, ({ owner }) => owner && { type: 'item/assign', id, owner }),
  'item/given-to-team': ({ id }, b) => was(b, id, ({ team }) => ({ type: 'item/give-to-team', id, team })),
  'item/linked': ({ id }, b) => was(b, id, ({ priority }) => ({ type: 'item/link', id, priority })),
  'item/labelled': ({ id }, b) => was(b, id, ({ labels }) => ({ type: 'item/label', id, labels })),
  'item/sized': resize,
  'item/sized-by-skill': resize,
  'item/shirt-sized': resize,
  'item/rice-scored': ({ id }, b) => was(b, id, ({ scores }) => ({ type: 'item/score-rice', id, rice: scores.rice })),
  'item/ice-scored': ({ id }, b) => was(b, id, ({ scores }) => ({ type: 'item/score-ice', id, ice: scores.ice })),
  'item/wsjf-scored': ({ id }, b) => was(b, id, ({ scores }) => ({ type: 'item/score-wsjf', id, wsjf: scores.wsjf })),
  'item/value-estimated': ({ id, outcome }, b) =>
    was(b, id, ({ values }) => ({
      type: 'item/estimate-value',
      id,
      outcome,
      percent: values.find((v) => v.outcome === outcome)?.percent ?? null,
    })),
  'item/answered': ({ id, question }, b) =>
    was(b, id, ({ answers }) =>
      Object.hasOwn(answers, question)
        ? { type: 'item/answer', id, question, answer: answers[question]! }
        : { type: 'item/withdraw-answer', id, question },
    ),
  'item/answer-withdrawn': ({ id, question }, b) =>
    was(b, id, ({ answers }) => ({ type: 'item/answer', id, question, answer: answers[question]! })),
  'item/depends': ({ id, needs }) => ({ type: 'item/undepend', id, needs }),
  'item/depends-no-more': ({ id, needs }) => ({ type: 'item/depend', id, needs }),
  'item/enables': ({ id }, b) => was(b, id, ({ enables }) => ({ type: 'item/enable', id, ...enables })),
  'item/started': ({ id }, b) =>
    was(b, id, ({ startedOn }) => (startedOn === null ? { type: 'item/put-back', id } : { type: 'item/start', id, on: startedOn })),
  'item/waiting': ({ id, on }, b) =>
    was(b, id, ({ waiting }) => (waiting ? { type: 'item/wait', id, ...waiting } : { type: 'item/resume', id, on })),
  'item/resumed': ({ id }, b) => was(b, id, ({ waiting }) => waiting && { type: 'item/wait', id, ...waiting }),
  'item/finished': ({ id }) => ({ type: 'item/reopen', id }),
  'item/reopened': ({ id }, b) =>
    was(b, id, ({ finishedOn }) => (finishedOn === null ? null : { type: 'item/finish', id, on: finishedOn })),
  // Where it waited, starting again would leave that out.
  'item/returned': ({ id }, b) =>
    was(b, id, ({ startedOn, waiting }) => (startedOn === null || waiting ? null : { type: 'item/start', id, on: startedOn })),
  'item/dropped': ({ id }) => ({ type: 'item/restore', id }),
  'item/restored': ({ id }, b) => was(b, id, ({ retired }) => retired && { type: 'item/drop', id, why: retired.why }),

  'backlog/placed': ({ item }, b) => {
    const order = b.backlog.get('backlog')?.items ?? [];
    const at = order.indexOf(item);
    // Nothing is placed before what was dropped; the next one that stands is as good.
    const before = order.slice(at + 1).find((id) => !b.item.get(id)?.retired) ?? null;
    return at < 0 ? null : { type: 'backlog/place', item, before };
  },
  'backlog/adopted': ({ items }, b) => {
    const named = new Set(items);
    return { type: 'backlog/adopt', items: (b.backlog.get('backlog')?.items ?? []).filter((id) => named.has(id)) };
  },

  'cycle/taken': ({ id, item }) => ({ type: 'cycle/leave', id, item }),
  'cycle/left': ({ id, item }) => ({ type: 'cycle/take', id, item }),

  'practice/ice-chosen': (_, b) => ({ type: 'practice/choose-ice', ice: practiceOf(b).ice }),
  'practice/question-added': ({ question }) => ({ type: 'practice/drop-question', question }),
  'practice/question-dropped': ({ question }, b) => {
    const { questions } = practiceOf(b);
    const last = questions.at(-1);
    // Asked again it stands last; where it stood between others it would not be as before.
    return last?.id === question ? { type: 'practice/add-question', question, text: last.text } : null;
  },
  'practice/calibrated': ({ team }, b) => {
    const days = practiceOf(b).calibrations.find((c) => c.team === team)?.days;
    return days ? { type: 'practice/calibrate', team, days } : null;
  },
  'practice/readiness-ruled': ({ readyToStart }) => ({ type: 'practice/rule-readiness', readyToStart: !readyToStart }),
  'practice/limited': ({ team, column }, b) => ({
    type: 'practice/limit',
    team,
    column,
    most: practiceOf(b).limits.find((l) => l.team === team && l.column === column)?.most ?? null,
  }),
};
