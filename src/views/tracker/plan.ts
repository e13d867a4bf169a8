/**
 * What an import of a tracker's export would do, row by row, before anything is written.
 *
 * Open work becomes items at the end of the Backlog. Done work that never stood in it is a fact: it becomes history. What
 * was done within the forecast's window, and has a key, comes in as a finished item, so that throughput counts it at once.
 * Work that is here already (same source and key) is brought up to date, never doubled.
 */
import type { Item } from '../../domain/backlog/item.ts';
import type { Book } from '../../domain/book.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { WINDOW } from '../delivery/throughput.ts';
import { orderOfDates, type DayOrder } from './dates.ts';
import { entryOf, type Entry, type Reader, type Trouble } from './entry.ts';
import { columnsOf, lacksOf, MEANINGS, recognised, type Columns, type Meaning, type System } from './systems.ts';
import type { TrackerTable } from './table.ts';
import { isOneOf, standingOf, STANDINGS, type Standing } from './words.ts';

/** What a person says beside the file; everything else is read from it. */
export type TrackerWish = {
  readonly system?: System;
  /** Under which name keys of this file are known; the tracker's name unless said. */
  readonly source?: string;
  readonly columns?: { readonly [header: string]: Meaning | 'nothing' };
  readonly statuses?: { readonly [status: string]: Standing };
  /** People of this company by the names of the file; empty: nobody. */
  readonly people?: { readonly [name: string]: PersonId | '' };
  readonly dayOrder?: DayOrder;
  /** Person-days of a story point; without it points are kept as history and size nothing. */
  readonly daysPerPoint?: number;
};

export type Fate = 'new' | 'finished' | 'updated' | 'same' | 'history' | 'left-out' | 'held';
export type PlannedRow = {
  readonly entry: Entry;
  readonly fate: Exclude<Fate, 'held'>;
  /** The item it is here; null for one that is not. */
  readonly item: Item | null;
  readonly owner: PersonId | null;
  /** Names the row where it has no key: its content and how many times it came before. */
  readonly id: string;
};

export type TrackerPlan = {
  readonly file: string;
  readonly system: System;
  readonly source: string;
  readonly columns: readonly {
    readonly header: string;
    readonly means: Meaning | null;
    readonly filled: number;
    readonly example: string;
  }[];
  readonly statuses: readonly { readonly status: string; readonly n: number; readonly means: Standing | null }[];
  readonly people: readonly { readonly name: string; readonly n: number; readonly person: PersonId | null }[];
  readonly dayOrder: DayOrder | null;
  /** Points were found, and nobody said what one means. */
  readonly pointsOpen: boolean;
  readonly rows: readonly PlannedRow[];
  readonly held: readonly Trouble[];
  readonly counts: { readonly [F in Fate]: number };
  readonly findings: readonly string[];
  /** What must be answered before anything is taken in. */
  readonly questions: readonly { readonly id: string; readonly text: string; readonly answerWith: string }[];
};

type Person = { readonly id: PersonId; readonly name: string; readonly email: string | null };
/** `today`: with it, work done of late becomes finished items; without it, all done work is history. */
export type TrackerGround = { readonly book: Book; readonly people: readonly Person[]; readonly today?: Day };

const fold = (name: string): string => name.trim().toLowerCase();

export const trackerPlan = (
  table: TrackerTable,
  wish: TrackerWish,
  { book, people, today }: TrackerGround,
  system = wish.system ?? recognised(table.headers),
): TrackerPlan => {
  const zone = book.company.get('company')?.zone ?? 'UTC';
  const columns = chosenColumns(columnsOf(system, table.headers), wish.columns ?? {}, table.headers);
  const headersOf = (...meanings: readonly Meaning[]): string[] => Object.keys(columns).filter((h) => meanings.includes(columns[h]!));
  const cells = (headers: readonly string[]): string[] => table.rows.flatMap((row) => headers.map((h) => row.cells[h] ?? ''));
  const told = orderOfDates(cells(headersOf('created', 'started', 'done', 'cancelled')));
  const dayOrder = wish.dayOrder ?? (told === 'day-first' || told === 'month-first' ? told : null);
  const reader: Reader = {
    columns,
    statuses: wish.statuses ?? {},
    order: dayOrder ?? 'day-first',
    zone,
    daysPerPoint: wish.daysPerPoint ?? null,
  };
  const source = (wish.source ?? system).trim() || system;
  const read = table.rows.map((row) => entryOf(row, reader));
  const entries = read.filter((one): one is Entry => 'title' in one);
  const { kept, held: twice } = onePerKey(entries);
  const broken = table.broken.map(({ line, text }): Trouble => ({
    line,
    column: '',
    found: '',
    text,
    todo: 'Mend the row and import the file again.',
  }));
  const held = [...read.filter((one): one is Trouble => 'todo' in one), ...twice, ...broken].toSorted((a, b) => a.line - b.line);
  const ownerOf = ownerFinder(people, book, wish.people ?? {});
  const here = itemsHere(book, source);
  const since = today === undefined ? null : addDays(today, -7 * WINDOW);
  const seen = new Map<string, number>();
  const rows = kept.map((entry): PlannedRow => {
    const item = here(entry, system);
    const owner = ownerOf(entry);
    const content = JSON.stringify([
      entry.title,
      entry.type,
      entry.status,
      entry.created,
      entry.started,
      entry.done,
      entry.points,
      entry.shirt,
    ]);
    const nth = seen.get(content) ?? 0;
    seen.set(content, nth + 1);
    return {
      entry,
      item,
      owner,
      fate: fateOf(entry, item, owner, since),
      id: entry.key ?? `${hashOf(content)}${nth === 0 ? '' : `-${nth + 1}`}`,
    };
  });
  const count = (fate: Fate): number => rows.filter((row) => row.fate === fate).length;
  const statuses = statusesOf(
    entries,
    read.length === entries.length ? [] : table.rows.map((r) => r.cells[headersOf('status')[0] ?? ''] ?? ''),
    reader.statuses,
  );
  const pointsOpen = wish.daysPerPoint === undefined && kept.some((e) => e.points !== null && e.days === null && e.standing !== 'done');
  return {
    file: table.file,
    system,
    source,
    columns: table.headers.map((header) => {
      const filled = table.rows.filter((row) => (row.cells[header] ?? '') !== '');
      return { header, means: columns[header] ?? null, filled: filled.length, example: filled[0]?.cells[header]?.slice(0, 60) ?? '' };
    }),
    statuses,
    people: peopleOf(kept, ownerOf),
    dayOrder,
    pointsOpen,
    rows,
    held,
    counts: {
      new: count('new'),
      finished: count('finished'),
      updated: count('updated'),
      same: count('same'),
      history: count('history'),
      'left-out': count('left-out'),
      held: held.length,
    },
    findings: findingsOf(system, kept, rows, pointsOpen, book),
    questions: questionsOf(columns, told === 'either' || told === 'mixed' ? wish.dayOrder : 'told', statuses),
  };
};

const chosenColumns = (found: Columns, said: NonNullable<TrackerWish['columns']>, headers: readonly string[]): Columns => {
  const columns: Record<string, Meaning> = {};
  for (const header of headers) {
    const means = said[header] ?? found[header];
    if (means && means !== 'nothing' && isOneOf(means, Object.keys(MEANINGS))) columns[header] = means;
  }
  for (const [header, means] of Object.entries(said))
    if (means !== 'nothing' && means !== 'labels')
      for (const other of headers) if (other !== header && columns[other] === means && said[other] === undefined) delete columns[other];
  return columns;
};

/** The same key twice with the same words is one row; with different ones nobody can say which holds, so all are held. */
const onePerKey = (entries: readonly Entry[]): { readonly kept: readonly Entry[]; readonly held: readonly Trouble[] } => {
  const groups = Map.groupBy(
    entries.filter((e) => e.key !== null),
    (e) => e.key!,
  );
  const plain = (e: Entry): string => JSON.stringify({ ...e, line: 0 });
  const differ = new Set([...groups].filter(([, group]) => group.some((e) => plain(e) !== plain(group[0]!))).map(([key]) => key));
  const taken = new Set<string>();
  const kept = entries.filter((e) => {
    if (e.key === null) return true;
    if (differ.has(e.key) || taken.has(e.key)) return false;
    taken.add(e.key);
    return true;
  });
  const held = entries
    .filter((e) => e.key !== null && differ.has(e.key))
    .map((e): Trouble => ({
      line: e.line,
      column: 'key',
      found: e.key!,
      text: `${e.key} stands in this file more than once, and not with the same words.`,
      todo: 'Leave one of the rows in the file.',
    }));
  return { kept, held };
};

/** The item a row is here: by source and key; a pasted line by the same title among open items. */
const itemsHere = (book: Book, source: string): ((entry: Entry, system: System) => Item | null) => {
  const items = [...book.item.values()];
  const byKey = new Map(items.flatMap((i) => (i.source?.system === source ? [[i.source.key, i] as const] : [])));
  const byTitle = new Map(items.filter((i) => !i.retired && !i.finishedOn).map((i) => [fold(i.title), i]));
  return ({ key, title }, system) => (key !== null ? byKey.get(key) : system === 'lines' ? byTitle.get(fold(title)) : undefined) ?? null;
};

const ownerFinder = (
  people: readonly Person[],
  book: Book,
  said: NonNullable<TrackerWish['people']>,
): ((entry: Entry) => PersonId | null) => {
  const members = book.company.get('company')?.members ?? {};
  const here = people.filter((p) => members[p.id] && !members[p.id]!.left);
  return ({ who, email }) => {
    if (who === '' && email === '') return null;
    if (Object.hasOwn(said, who)) return said[who] || null;
    const byMail = email !== '' ? here.find((p) => p.email !== null && fold(p.email) === fold(email)) : undefined;
    return (byMail ?? here.find((p) => fold(p.name) === fold(who) || (p.email !== null && fold(p.email) === fold(who))))?.id ?? null;
  };
};

/** What becomes of a row. What was dropped here stays dropped, whatever the tracker says. */
const fateOf = (entry: Entry, item: Item | null, owner: PersonId | null, since: Day | null): PlannedRow['fate'] => {
  if (!item && entry.standing === 'done' && entry.key !== null && since !== null && entry.done! >= since) return 'finished';
  if (!item) return entry.standing === 'left-out' ? 'left-out' : entry.standing === 'done' ? 'history' : 'new';
  if (item.retired) return 'same';
  return changes(entry, item, owner) ? 'updated' : 'same';
};

/** True where the tracker says something of an item that is not so here yet. */
const changes = (entry: Entry, item: Item, owner: PersonId | null): boolean =>
  (entry.key !== null && entry.title !== item.title) ||
  (owner !== null && owner !== item.owner) ||
  (entry.days !== null && entry.days !== item.sizeDays) ||
  (entry.days === null && entry.shirt !== null && entry.shirt !== item.shirt) ||
  (entry.labels.length > 0 && entry.labels.join() !== item.labels.join()) ||
  (entry.standing === 'left-out' && !item.finishedOn) ||
  (entry.standing === 'done' && !item.finishedOn) ||
  (entry.standing === 'started' && !item.finishedOn && (!item.startedOn || item.waiting !== null)) ||
  (entry.standing === 'waiting' && !item.finishedOn && !item.waiting);

const statusesOf = (entries: readonly Entry[], all: readonly string[], said: Reader['statuses']): TrackerPlan['statuses'] => {
  const counts = new Map<string, number>();
  for (const status of all.length > 0 ? all : entries.map((e) => e.status))
    if (status !== '') counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, n]) => ({ status, n, means: said[status] ?? standingOf(status) })).toSorted((a, b) => b.n - a.n);
};

const peopleOf = (entries: readonly Entry[], ownerOf: (entry: Entry) => PersonId | null): TrackerPlan['people'] => {
  const found = new Map<string, { n: number; person: PersonId | null }>();
  for (const entry of entries) {
    if (entry.who === '' || entry.standing === 'left-out') continue;
    const one = found.get(entry.who) ?? { n: 0, person: ownerOf(entry) };
    found.set(entry.who, { ...one, n: one.n + 1 });
  }
  return [...found].map(([name, { n, person }]) => ({ name, n, person })).toSorted((a, b) => b.n - a.n);
};

const findingsOf = (system: System, entries: readonly Entry[], rows: readonly PlannedRow[], pointsOpen: boolean, book: Book): string[] => {
  const lacks = lacksOf(system);
  const undated = rows.filter((r) => r.fate === 'new' && isOneOf(r.entry.standing, ['started', 'waiting']) && !r.entry.started).length;
  const dropped = rows.filter((r) => r.item?.retired).length;
  const unready = book.practice.get('practice')?.readyToStart === true && undated + rows.filter((r) => r.entry.started).length > 0;
  return [
    ...(lacks && entries.length > 0 ? [lacks] : []),
    ...(undated > 0
      ? [
          `Nothing says since when ${undated === 1 ? 'one item is' : `${undated} items are`} in progress: the day of the import is taken, so age counts from then.`,
        ]
      : []),
    ...(pointsOpen
      ? ['Story points are no person-days until somebody says what a point means; without it these items come in without a size.']
      : []),
    ...(dropped > 0
      ? [`${dropped === 1 ? 'One row was' : `${dropped} rows were`} dropped here and stay${dropped === 1 ? 's' : ''} so.`]
      : []),
    ...(unready ? ['Only ready items may start here, so work in progress comes in as open.'] : []),
  ];
};

const questionsOf = (
  columns: Columns,
  order: DayOrder | 'told' | undefined,
  statuses: TrackerPlan['statuses'],
): TrackerPlan['questions'] => [
  ...(Object.values(columns).some((m) => m === 'title' || m === 'type' || m === 'done')
    ? []
    : [{ id: 'title', text: 'Which column holds the title?', answerWith: '--columns "HEADER=title"' }]),
  ...(order === undefined
    ? [
        {
          id: 'day-order',
          text: 'Is 05/06/2024 the fifth of June or the sixth of May? The dates of this file do not tell.',
          answerWith: '--day-order day-first',
        },
      ]
    : []),
  ...statuses
    .filter(({ means }) => means === null)
    .map(({ status, n }) => ({
      id: `status:${status}`,
      text: `What does the status “${status}” mean (${n === 1 ? 'one row' : `${n} rows`})? ${Object.values(STANDINGS).join(', ')}.`,
      answerWith: `--statuses "${status}=started"`,
    })),
];

/** 64 bits of FNV-1a over the text, both ways round. */
const hashOf = (text: string): string => {
  const half = (basis: number): string => {
    let h = basis;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16_777_619) >>> 0;
    return h.toString(16).padStart(8, '0');
  };
  return `${half(2_166_136_261)}${half(0x9e37_79b9)}`;
};
