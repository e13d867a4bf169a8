/**
 * Taking a decision back: the commands that undo what happened, where there are such. Moves, sizes, links, words and
 * assignments have an inverse; signatures, verdicts, endings and everything that somebody else has already answered
 * to have none. The inverse is a decision like any other: it is asked, checked, and stands in the journal.
 */
import type { CampaignId } from '../kernel/ids.ts';
import { DECIDERS, fold, kindOf, type Book, type Command, type Event } from './book.ts';
import type { Campaign } from './campaign/campaign.ts';
import { isPutForward } from './campaign/micro.ts';
import type { AnyDecider, Entry } from './decider.ts';
import { BACKLOG_INVERSES } from './inverse-backlog.ts';
import { INTAKE_INVERSES } from './inverse-intake.ts';

type Of<T extends Event['type']> = Extract<Event, { readonly type: T }>;
type Inverses = { readonly [T in Event['type']]?: (event: Of<T>, before: Book) => Command | null };

/** What was put forward before a change is not put forward again by undoing it. */
const framed = ({ id }: { readonly id: CampaignId }, b: Book): Campaign | null => {
  const c = b.campaign.get(id);
  return c && !isPutForward(c.micro) ? c : null;
};
const same = <T>(value: T | null | undefined, make: (value: T) => Command | null): Command | null => (value == null ? null : make(value));

const INVERSES: Inverses = {
  'objective/reworded': ({ id }, b) => same(b.objective.get(id), (o) => ({ type: 'objective/reword', id, statement: o.statement })),
  'objective/due-moved': ({ id }, b) => same(b.objective.get(id), (o) => ({ type: 'objective/move-due', id, due: o.due })),
  'objective/handed-over': ({ id }, b) => same(b.objective.get(id)?.owner, (owner) => ({ type: 'objective/hand-over', id, owner })),
  'outcome/reworded': ({ id }, b) => same(b.outcome.get(id), (o) => ({ type: 'outcome/reword', id, name: o.name })),
  'outcome/handed-over': ({ id }, b) => same(b.outcome.get(id)?.owner, (owner) => ({ type: 'outcome/hand-over', id, owner })),
  'outcome/linked': ({ id }, b) => same(b.outcome.get(id), (o) => ({ type: 'outcome/link', id, objective: o.objective })),

  'priority/reworded': ({ id }, b) => same(b.priority.get(id), (p) => ({ type: 'priority/reword', id, title: p.title })),
  'priority/classed': ({ id }, b) => same(b.priority.get(id), (p) => ({ type: 'priority/class', id, moscow: p.moscow })),
  'priority/serves': ({ id }, b) => same(b.priority.get(id), (p) => ({ type: 'priority/serve', id, outcomes: p.outcomes })),
  'priority/resized': ({ id }, b) =>
    same(b.priority.get(id), ({ effortDays, budgetMinor }) => ({ type: 'priority/resize', id, effortDays, budgetMinor })),
  'priority/rescheduled': ({ id }, b) => same(b.priority.get(id), ({ from, to }) => ({ type: 'priority/reschedule', id, from, to })),
  'priority/handed-over': ({ id }, b) => same(b.priority.get(id)?.owner, (owner) => ({ type: 'priority/hand-over', id, owner })),

  ...INTAKE_INVERSES,
  ...BACKLOG_INVERSES,

  'assumption/growth-stated': (_, b) =>
    same(b.assumption.get('assumption')?.growth, ({ discoveredLow, discoveredHigh, splitLow, splitHigh }) => ({
      type: 'assumption/growth',
      discoveredLow,
      discoveredHigh,
      splitLow,
      splitHigh,
    })),

  'campaign/renamed': (e, b) => same(framed(e, b), ({ id, name }) => ({ type: 'campaign/rename', id, name })),
  'campaign/rescheduled': (e, b) => same(framed(e, b), ({ id, from, to }) => ({ type: 'campaign/reschedule', id, from, to })),
  'campaign/rebudgeted': (e, b) => same(framed(e, b), ({ id, budgetMinor }) => ({ type: 'campaign/rebudget', id, budgetMinor })),
  'campaign/rechannelled': (e, b) => same(framed(e, b), ({ id, channel }) => ({ type: 'campaign/rechannel', id, channel })),
  'campaign/linked': ({ id }, b) => same(b.campaign.get(id), (c) => ({ type: 'campaign/link', id, item: c.item })),
  'campaign/handed-over': ({ id }, b) => same(b.campaign.get(id)?.owner, (owner) => ({ type: 'campaign/hand-over', id, owner })),
  // After the start of a micro-campaign a name leaves its trace, and taking it back leaves another.
  'campaign/alias-added': (e, b) =>
    same(framed(e, b), ({ id, micro }) => (micro?.started ? null : { type: 'campaign/remove-alias', id, alias: e.alias })),
  'campaign/alias-removed': (e, b) =>
    same(framed(e, b), ({ id, micro }) => (micro?.started ? null : { type: 'campaign/add-alias', id, alias: e.alias })),

  'campaign/answered': ({ id, question }, b) => {
    const before = b.campaign.get(id)?.micro?.answers[question];
    return before ? { type: 'campaign/answer', id, question, answer: before } : { type: 'campaign/withdraw-answer', id, question };
  },
  'campaign/answer-withdrawn': ({ id, question }, b) =>
    same(b.campaign.get(id)?.micro?.answers[question], (answer) => ({ type: 'campaign/answer', id, question, answer })),

  'duty/given': ({ of, person, duty }) => ({ type: 'duty/take-back', of, person, duty }),
  'duty/taken-back': ({ of, person, duty }) => ({ type: 'duty/give', of, person, duty }),
  'duty/scheme-chosen': ({ of }, b) => same(b.duty.get(of), (d) => ({ type: 'duty/choose-scheme', of, scheme: d.scheme })),
};

/** The command that takes this one event back, given the book it happened to; null where nothing does. */
export const inverseOf = (event: Event, before: Book): Command | null =>
  (INVERSES[event.type] as ((event: Event, before: Book) => Command | null) | undefined)?.(event, before) ?? null;

/** What takes a whole batch back, last first; null where one of its events cannot be taken back. */
export const inverseOfBatch = (entries: readonly Entry<Event>[], before: Book): readonly Command[] | null => {
  const commands: Command[] = [];
  let book = before;
  for (const entry of entries) {
    // A limit that was passed for a reason changes nothing by itself; what passed it stands beside it.
    if (entry.event.type === 'item/limit-passed') continue;
    const inverse = inverseOf(entry.event, book);
    if (!inverse) return null;
    commands.unshift(inverse);
    book = fold([entry], book);
  }
  return commands.length > 0 ? commands : null;
};

/**
 * True while the things that a batch changed stand as it left them: what somebody changed since is his, not ours to
 * take back. The order of the Backlog is left out, since one may put an item back whatever else has moved.
 */
export const standsAsLeft = (entries: readonly Entry<Event>[], after: Book, now: Book): boolean =>
  entries.every(({ event }) => {
    const kind = kindOf(event);
    if (kind === 'backlog') return true;
    const decider: AnyDecider = DECIDERS[kind];
    const key = decider.keyOf(event as never);
    const thing = (book: Book): unknown => (book[kind] as ReadonlyMap<string, unknown>).get(key);
    return thing(after) === thing(now) || JSON.stringify(thing(after)) === JSON.stringify(thing(now));
  });
