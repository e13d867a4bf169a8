/** What taking a plan in asks of the domain, and which rows become history. */
import { openQuestions } from '../../domain/backlog/readiness.ts';
import type { Book, Command } from '../../domain/book.ts';
import type { Day } from '../../kernel/day.ts';
import type { ItemId, NoteId } from '../../kernel/ids.ts';
import type { PlannedRow, TrackerPlan } from './plan.ts';

export type Taking = {
  readonly commands: readonly Command[];
  readonly notes: readonly { readonly id: NoteId; readonly text: string }[];
};
type Making = { readonly today: Day; readonly newId: <P extends string>(prefix: P) => `${P}_${string}` };

/** One batch: new items at the end of the Backlog in the order of the file, then what changed of those that are here. */
export const takingOf = (plan: TrackerPlan, book: Book, { today, newId }: Making): Taking => {
  const notes: { readonly id: NoteId; readonly text: string }[] = [];
  const noted = (text: string): NoteId => {
    const known = notes.find((note) => note.text === text);
    if (known) return known.id;
    const id: NoteId = newId('n');
    notes.push({ id, text });
    return id;
  };
  const ids = new Map<string, ItemId>();
  const taken = plan.rows.filter((row) => row.fate === 'new' || row.fate === 'finished' || row.fate === 'updated');
  for (const row of taken) ids.set(row.id, row.item?.id ?? newId('w'));
  const readyOnly = book.practice.get('practice')?.readyToStart === true;
  const commands = taken.flatMap((row): Command[] => {
    const id = ids.get(row.id)!;
    const make: Command[] = row.item ? [] : [addOf(row, id, today), ...sourceOf(row, id, plan)];
    const may = row.item ? !readyOnly || openQuestions(book, row.item).length === 0 : !readyOnly;
    return [...make, ...describing(row, id), ...moving(row, id, plan, today, may, noted)];
  });
  const byKey = new Map(
    plan.rows.flatMap((row) => (row.entry.key === null ? [] : [[row.entry.key, ids.get(row.id) ?? row.item?.id] as const])),
  );
  const byTitle = new Map(plan.rows.map((row) => [row.entry.title, ids.get(row.id) ?? row.item?.id]));
  return { commands: [...commands, ...needing(taken, ids, byKey, byTitle)], notes };
};

const addOf = ({ entry, owner }: PlannedRow, id: ItemId, today: Day): Command => ({
  type: 'item/add',
  id,
  title: entry.title,
  priority: null,
  owner,
  sizeDays: entry.days,
  request: null,
  foundational: null,
  on: entry.created ?? today,
});

const sourceOf = ({ entry }: PlannedRow, id: ItemId, { source }: TrackerPlan): Command[] =>
  entry.key === null ? [] : [{ type: 'item/record-source', id, source: { system: source, key: entry.key, url: entry.url } }];

const describing = ({ entry, item, owner }: PlannedRow, id: ItemId): Command[] => [
  ...(item && entry.key !== null && entry.title !== item.title ? [{ type: 'item/retitle', id, title: entry.title } as const] : []),
  ...(item && owner !== null && owner !== item.owner ? [{ type: 'item/assign', id, owner } as const] : []),
  ...(item && entry.days !== null && entry.days !== item.sizeDays ? [{ type: 'item/size', id, sizeDays: entry.days } as const] : []),
  ...(entry.days === null && entry.shirt !== null ? [{ type: 'item/size-shirt', id, shirt: entry.shirt } as const] : []),
  ...(entry.labels.length > 0
    ? [{ type: 'item/label', id, labels: entry.labels.slice(0, 30).map((label) => label.slice(0, 60)) } as const]
    : []),
];

const moving = (
  { entry, item }: PlannedRow,
  id: ItemId,
  { source }: TrackerPlan,
  today: Day,
  mayStart: boolean,
  noted: (text: string) => NoteId,
): Command[] => {
  const { standing, started, done, status } = entry;
  if (item?.finishedOn) return [];
  if (standing === 'left-out') return item ? [{ type: 'item/drop', id, why: noted(`“${status || 'Archived'}” in ${source}`) }] : [];
  const over = noted(`Imported from ${source} as it stood there.`);
  const first = item?.startedOn ?? null;
  const begin = (on: Day): Command[] => (first === null ? [{ type: 'item/start', id, on, over }] : []);
  if (standing === 'done') {
    // A start that was only taken from the day of an import cannot lie after the end.
    const late = first !== null && first > done!;
    const from = started ?? (late ? done! : null);
    const told: Command[] =
      from !== null && (first === null || late) && (mayStart || late) ? [{ type: 'item/start', id, on: from, over }] : [];
    return [...told, { type: 'item/finish', id, on: done! }];
  }
  if (!mayStart || standing === 'open') return [];
  const on = started ?? (first === null ? today : first);
  if (standing === 'waiting')
    return [
      ...begin(on),
      ...(item?.waiting ? [] : [{ type: 'item/wait', id, on: today, why: noted(`“${status}” in ${source}`), over } as const]),
    ];
  return item?.waiting ? [{ type: 'item/resume', id, on: today, over }] : begin(on);
};

/** Dependencies among the rows themselves, by key or title; what would make a circle is left to people. */
const needing = (
  rows: readonly PlannedRow[],
  ids: ReadonlyMap<string, ItemId>,
  byKey: ReadonlyMap<string, ItemId | undefined>,
  byTitle: ReadonlyMap<string, ItemId | undefined>,
): Command[] => {
  const needs = new Map<ItemId, ItemId[]>();
  const reaches = (from: ItemId, to: ItemId): boolean => from === to || (needs.get(from) ?? []).some((next) => reaches(next, to));
  return rows.flatMap(({ entry, id: row, item }) =>
    entry.needs.flatMap((named): Command[] => {
      const id = ids.get(row)!;
      const other = byKey.get(named) ?? byTitle.get(named);
      if (!other || item?.needs.includes(other) || reaches(other, id)) return [];
      needs.set(id, [...(needs.get(id) ?? []), other]);
      return [{ type: 'item/depend', id, needs: other }];
    }),
  );
};

/** A piece of done work as a fact. */
export type HistoryRow = {
  readonly id: string;
  readonly item: string;
  readonly title: string;
  readonly person: string | null;
  readonly days: number | null;
  readonly added_on: Day | null;
  readonly started_on: Day | null;
  readonly done_on: Day;
  readonly type: string | null;
  readonly size: string | null;
  readonly points: number | null;
};

/** Done work that never stood in the Backlog. */
export const historyOf = (plan: TrackerPlan): HistoryRow[] =>
  plan.rows
    .filter((row) => row.fate === 'history')
    .map(({ entry, id }) => ({
      id,
      item: id,
      title: entry.title,
      person: entry.who || null,
      days: entry.days,
      added_on: entry.created,
      started_on: entry.started,
      done_on: entry.done!,
      type: entry.type || null,
      size: entry.shirt,
      points: entry.points,
    }));
