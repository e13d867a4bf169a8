/**
 * Output: what came of a workshop, as one batch of commands that lands whole or not at all.
 *
 * A collaborative workshop puts a Guidepoint forward and keeps its launches as work. A planning workshop makes a scenario of
 * what was sorted and, while the Blueprint is a draft, chooses it and asks for signatures; requests are accepted into it or
 * told why not; the Backlog gets the order of the table. Pure: the same room gives the same batch.
 */
import { addDays, type Day } from '../../kernel/day.ts';
import { quarterNamed } from '../../kernel/fiscal.ts';
import type { ItemId, NoteId, PriorityId, RequestId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { acceptedAsNew, acceptedInto } from '../backlog/accepting.ts';
import { requestsFor } from '../backlog/asked.ts';
import { isAgreed, newest, type BlueprintCommand } from '../blueprint/blueprint.ts';
import { lineOfPriority } from '../blueprint/draft.ts';
import type { Edit } from '../blueprint/edits.ts';
import type { Moscow } from '../blueprint/priority.ts';
import type { Seat } from '../company/company.ts';
import type { ItemCommand } from '../backlog/decide-item.ts';
import type { OrderCommand } from '../backlog/order.ts';
import type { ScenarioCommand } from '../blueprint/scenario.ts';
import type { RequestCommand } from '../intake/request.ts';
import { current, isLocked, type GuidepointCommand } from '../guidepoint/guidepoint.ts';
import { deckOf, sorted, termsOf, type Costed, type PlanCard } from './deck.ts';
import type { Room } from './room/room.ts';
import type { NotDone, PutTogether, Workshop, WorkshopBook, WorkshopCommand } from './workshop.ts';

/** What one batch may hold. */
type Command = GuidepointCommand | ItemCommand | RequestCommand | OrderCommand | BlueprintCommand | ScenarioCommand | WorkshopCommand;

export type Note = { readonly id: NoteId; readonly text: string };
export type Output = { readonly commands: readonly Command[]; readonly notes: readonly Note[] };

export type OutputRefusal =
  | { readonly code: 'nothing-to-put-together' }
  /** Cards that are in, and nobody has said how many person-days they take. */
  | { readonly code: 'cards-without-effort'; readonly titles: readonly string[] }
  /** Cards that are not done, and nobody has said why. */
  | { readonly code: 'cards-without-reason'; readonly titles: readonly string[] };

/** What is known besides the book and the room. */
export type Closing = {
  readonly workshop: Workshop;
  readonly room: Room;
  readonly book: WorkshopBook;
  readonly today: Day;
  /** Seats that are asked to sign; none where nothing is put forward yet. */
  readonly seats: readonly Seat[];
  /** A request's own words, in short; null where they were erased. */
  readonly titleOf: (request: RequestId) => string | null;
};

/** An id made of the workshop's and a card's, so that putting together again names the same things. */
const idOf = <P extends string>(prefix: P, w: Workshop, part: string): `${P}_${string}` =>
  `${prefix}_${`${w.id.slice(2)}-${part.replace(/^[a-z]_/, '')}`.slice(-60).replace(/^-+/, '')}`;

/** The words of a card of the plan. */
export const titleOf = (book: WorkshopBook, card: PlanCard, words: Closing['titleOf']): string =>
  card.kind === 'priority'
    ? book.priority.get(card.id)!.title
    : card.kind === 'item'
      ? book.item.get(card.id)!.title
      : (words(card.id) ?? book.request.get(card.id)!.ref);

/** What came of a workshop of either kind. */
export const outputOf = (closing: Closing): Result<Output, OutputRefusal> => {
  const said = guidepointOf(closing);
  const kept = keptOf(closing);
  const planned = planOf(closing);
  if (!planned.ok) return planned;
  const plan = planned.value;
  if (said.commands.length + kept.commands.length + plan.commands.length === 0) return refuse({ code: 'nothing-to-put-together' });
  const made: PutTogether = {
    guidepoint: said.period,
    scenario: plan.scenario,
    blueprint: plan.blueprint,
    ordered: [...plan.ordered, ...kept.items],
    accepted: plan.accepted,
    notDoing: plan.notDoing,
    kept: kept.kept,
  };
  return ok({
    commands: [...said.commands, ...kept.commands, ...plan.commands, { type: 'workshop/put-together', id: closing.workshop.id, ...made }],
    notes: plan.notes,
  });
};

/** The wording that stands on the table, put forward as the Guidepoint of the quarter. */
const guidepointOf = ({
  workshop: { period },
  room,
  book,
  seats,
}: Closing): { readonly commands: Command[]; readonly period: string | null } => {
  if (room.wording === null || seats.length === 0) return { commands: [], period: null };
  const { statement } = room.wording;
  const outcomes = room.wording.outcomes.filter((id) => book.outcome.has(id));
  const now = book.guidepoint.get(period);
  if (now && isLocked(now)) return { commands: [], period: null };
  const wording = { period, statement, outcomes, seats };
  return {
    period,
    commands: [now ? { type: 'guidepoint/reword', version: current(now).n, ...wording } : { type: 'guidepoint/propose', ...wording }],
  };
};

type Kept = { readonly commands: Command[]; readonly items: ItemId[]; readonly kept: PutTogether['kept'] };

/** Ideas and launches with a dot, most dots first; a launch becomes work at the end of the Backlog. */
const keptOf = ({ workshop: w, room, today }: Closing): Kept => {
  const kept = (['ideas', 'launch'] as const).flatMap((topic) => {
    const counts = new Map(w.votes[topic]?.counts.map(({ on, dots }) => [on, dots]));
    const words = [
      ...Object.values(room.groups).map(({ id, title }) => ({ id, title })),
      ...Object.values(room.cards).map(({ id, text }) => ({ id, title: text })),
    ];
    return words
      .flatMap(({ id, title }) => (title !== null && (counts.get(id) ?? 0) > 0 ? [{ topic, id, title, dots: counts.get(id)! }] : []))
      .toSorted((a, b) => b.dots - a.dots);
  });
  const launches = kept.filter(({ topic }) => topic === 'launch');
  const items = launches.map(({ id }) => idOf('w', w, id));
  const commands = launches.map(({ title }, n): Command => ({
    type: 'item/add',
    id: items[n]!,
    title: title.slice(0, 200),
    priority: null,
    owner: null,
    sizeDays: null,
    request: null,
    foundational: null,
    on: today,
  }));
  return { commands, items, kept: kept.map(({ topic, title, dots }) => ({ topic, title: title.slice(0, 500), dots })) };
};

type Planned = Output & Pick<PutTogether, 'scenario' | 'blueprint' | 'ordered' | 'accepted' | 'notDoing'>;
const NO_PLAN: Planned = { commands: [], notes: [], scenario: null, blueprint: null, ordered: [], accepted: [], notDoing: [] };

const IN: readonly Moscow[] = ['must', 'should', 'could'];

/** The table as a scenario, with what becomes of each request and each piece of work. */
const planOf = (closing: Closing): Result<Planned, OutputRefusal> => {
  const { workshop: w, room, book, seats, titleOf: words } = closing;
  const quarter = quarterNamed(book.company.get('company')!.fiscal, w.period);
  if (!quarter || !w.agenda.some(({ topic }) => topic === 'plan')) return ok(NO_PLAN);
  const deck = deckOf(book, w.period);
  const table = sorted(book, room, deck);
  const inside = IN.flatMap((moscow) => table[moscow].map((card) => ({ card, moscow, terms: termsOf(book, room, card) })));
  const title = (card: PlanCard): string => titleOf(book, card, words).slice(0, 200);
  const unsized = inside.filter(({ terms }) => terms.days === null && terms.under === null);
  if (unsized.length > 0) return refuse({ code: 'cards-without-effort', titles: unsized.map(({ card }) => title(card)) });
  const unexplained = table.wont.filter((card) => !room.reasons[card.id]?.text);
  if (unexplained.length > 0) return refuse({ code: 'cards-without-reason', titles: unexplained.map(title) });

  const agreed = isAgreed(book.blueprint.get(w.period));
  const why = (card: PlanCard): NoteId => idOf('n', w, card.id);
  const lines = inside.flatMap((one) => editOf(closing, one, title(one.card), quarter));
  const out = table.wont.flatMap((card): Edit[] => {
    if (card.kind !== 'priority') return [];
    return agreed
      ? [{ edit: 'out', priority: card.id, spentDays: 0, spentMinor: null, why: why(card) }]
      : book.priority.get(card.id)!.moscow === 'wont'
        ? []
        : [{ edit: 'alter', line: { ...lineOfPriority(book, book.priority.get(card.id)!), moscow: 'wont' } }];
  });
  const edits = [...lines, ...out];
  const scenario = edits.length > 0 ? idOf('v', w, 'plan') : null;
  const tried: Command[] =
    scenario === null ? [] : [{ type: 'scenario/try', id: scenario, period: w.period, name: w.title.slice(0, 80), edits }];
  // What is agreed changes by a signed change only: the scenario waits there to be asked for.
  const chosen: Command[] = scenario !== null && !agreed ? [{ type: 'scenario/choose', id: scenario }] : [];

  const taken = inside.map((one) => takenIn(closing, one, agreed ? null : priorityFor(w, one.card, one.terms), title(one.card)));
  const left = table.wont.map((card) => leftOut(closing, card, { why: why(card), title: title(card), after: quarter.to, agreed }));
  const ordered = orderOf(
    book,
    inside.map((one, n) => ({ card: one.card, made: taken[n]!.item })),
  );
  const propose: Command[] =
    seats.length > 0 && !agreed
      ? [{ type: 'blueprint/propose', period: w.period, after: newest(book.blueprint.get(w.period))?.n ?? 0, seats }]
      : [];
  const accepted = inside.flatMap(({ card }) => (card.kind === 'request' ? [card.id] : []));
  const adopt: Command[] = ordered.length > 0 ? [{ type: 'backlog/adopt', items: ordered }] : [];
  return ok({
    commands: [
      ...tried,
      ...chosen,
      ...taken.flatMap(({ commands }) => commands),
      ...left.flatMap(({ commands }) => commands),
      ...adopt,
      ...propose,
    ],
    notes: [...left.map(({ note }) => note), ...taken.flatMap(({ note }) => (note ? [note] : []))],
    scenario,
    blueprint: propose.length > 0 ? w.period : null,
    ordered,
    accepted,
    notDoing: left.map(({ notDone }) => notDone),
  });
};

type Inside = { readonly card: PlanCard; readonly moscow: Moscow; readonly terms: Costed };

/** The priority a card of work becomes part of: the one it was put under, or one of its own. */
const priorityFor = (w: Workshop, card: PlanCard, { under }: Costed): PriorityId =>
  card.kind === 'priority' ? card.id : (under ?? idOf('r', w, card.id));

const editOf = (
  { workshop: w, book }: Closing,
  { card, moscow, terms }: Inside,
  title: string,
  quarter: { readonly from: Day; readonly to: Day },
): Edit[] => {
  const said = { moscow, outcomes: terms.outcomes, effortDays: terms.days ?? 0, budgetMinor: terms.minor };
  if (card.kind === 'priority') {
    const was = lineOfPriority(book, book.priority.get(card.id)!);
    const line = { ...was, ...said };
    return JSON.stringify(line) === JSON.stringify(was) ? [] : [{ edit: 'alter', line }];
  }
  if (terms.under !== null) return [];
  const { from, to } = quarter;
  return [
    {
      edit: 'in',
      line: {
        id: priorityFor(w, card, terms),
        owner: null,
        title,
        ...said,
        from,
        to: addDays(to, -1),
        dependsOn: [],
        skills: [],
        milestones: [],
      },
    },
  ];
};

/** A request that is in becomes work; work that is in belongs to its priority. `priority` null: the scenario is not chosen yet. */
const takenIn = (
  { workshop: w, book, today, titleOf: words }: Closing,
  { card, terms }: Inside,
  priority: PriorityId | null,
  title: string,
): { readonly commands: Command[]; readonly item: ItemId | null; readonly note: Note | null } => {
  if (card.kind === 'priority') return { commands: [], item: null, note: null };
  if (card.kind === 'item')
    return { commands: priority === null ? [] : [{ type: 'item/link', id: card.id, priority }], item: card.id, note: null };
  const request = book.request.get(card.id)!;
  const note = { id: idOf('n', w, card.id), text: `Taken in at the workshop “${w.title}”.` };
  const accepting = { request, why: note.id, words: words(card.id) !== null };
  const id = idOf('w', w, card.id);
  const item = book.item.get(id);
  const work = { id, title, priority, sizeDays: terms.days, on: today };
  return { commands: item ? acceptedInto(accepting, item) : acceptedAsNew(accepting, work), item: id, note };
};

type Left = {
  readonly why: NoteId;
  readonly title: string;
  /** The first day after the quarter. */
  readonly after: Day;
  /** The Blueprint is agreed: its priorities go out by a signed change only, and until then nobody is told otherwise. */
  readonly agreed: boolean;
};

/** What is not done: on the list with its reason, and everybody who asked for it is told. */
const leftOut = (
  { workshop: w, room, book }: Closing,
  card: PlanCard,
  { why, title, after, agreed }: Left,
): { readonly commands: Command[]; readonly note: Note; readonly notDone: NotDone } => {
  const { text, later } = room.reasons[card.id]!;
  const accepted = (item: ItemId) => requestsFor(book, item).filter((r) => r.standing.state === 'accepted');
  // What was accepted comes back among those that wait before it is put off.
  const putOff = (request: RequestId, until: Day): Command[] => [
    { type: 'request/return', id: request, why: null },
    { type: 'request/defer', id: request, until, why },
  ];
  const told = ((): Command[] => {
    if (card.kind === 'request')
      return [later === null ? { type: 'request/decline', id: card.id, why } : { type: 'request/defer', id: card.id, until: later, why }];
    if (card.kind === 'item')
      return accepted(card.id).flatMap(({ id }): Command[] =>
        later === null ? [{ type: 'request/decline', id, why }] : putOff(id, later),
      );
    // The work of a priority stays where it is; whoever asked for it hears that it is not in this quarter.
    if (agreed) return [];
    const work = [...book.item.values()].filter((i) => i.priority === card.id && !i.retired && i.finishedOn === null);
    return work.flatMap((item) => accepted(item.id)).flatMap(({ id }) => putOff(id, after));
  })();
  const dropped: Command[] = card.kind === 'item' && later === null ? [{ type: 'item/drop', id: card.id, why }] : [];
  return {
    commands: [
      ...told,
      ...dropped,
      { type: 'blueprint/leave-out', period: w.period, priority: card.kind === 'priority' ? card.id : null, title, why },
    ],
    note: { id: why, text: text! },
    notDone: { what: card.id, title, why, later },
  };
};

/** The work of the table in its order: that of a priority in the order it had. */
const orderOf = (book: WorkshopBook, rows: readonly { readonly card: PlanCard; readonly made: ItemId | null }[]): ItemId[] => {
  const backlog = book.backlog.get('backlog')?.items ?? [];
  const open = (id: ItemId): boolean => {
    const item = book.item.get(id);
    return item !== undefined && !item.retired && item.finishedOn === null;
  };
  const all = rows.flatMap(({ card, made }) =>
    card.kind === 'priority' ? backlog.filter((id) => open(id) && book.item.get(id)!.priority === card.id) : made === null ? [] : [made],
  );
  return [...new Set(all)];
};
