/** One row of a tracker's export, read: what it says of a work item, or why it cannot be taken. */
import type { Shirt } from '../../domain/backlog/practice.ts';
import type { Day } from '../../kernel/day.ts';
import { dayOfCell, type DayOrder } from './dates.ts';
import { estimateDays, numberOf, shirtOf } from './numbers.ts';
import type { Columns, Meaning } from './systems.ts';
import { JOIN, type TrackerRow } from './table.ts';
import { standingOf, type Standing } from './words.ts';

export type Entry = {
  readonly line: number;
  /** Key in the tracker; null where the file has none. */
  readonly key: string | null;
  readonly title: string;
  readonly status: string;
  readonly standing: Standing;
  readonly created: Day | null;
  readonly started: Day | null;
  readonly done: Day | null;
  /** Owner as the file names him: name, else e-mail. */
  readonly who: string;
  readonly email: string;
  /** Person-days; null where nothing says so. */
  readonly days: number | null;
  readonly points: number | null;
  readonly shirt: Shirt | null;
  readonly labels: readonly string[];
  readonly type: string;
  readonly url: string | null;
  readonly needs: readonly string[];
};
/** A cell that keeps its row out, and what to do about it. */
export type Trouble = {
  readonly line: number;
  readonly column: string;
  readonly found: string;
  readonly text: string;
  readonly todo: string;
};

export type Reader = {
  readonly columns: Columns;
  readonly statuses: { readonly [status: string]: Standing };
  readonly order: DayOrder;
  readonly zone: string;
  readonly daysPerPoint: number | null;
};

const NONE = /^(|n\/?a|none|null|-|—|no estimate|not set)$/i;
const MOST_TITLE = 200;

/** Splits what a tracker joins: labels by comma, semicolon or line, with Trello’s colour in brackets taken off. */
const parts = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[,;\n]/)
      .map((part) => part.replace(/ \((?:green|yellow|orange|red|purple|blue|sky|lime|pink|black)(?:_\w+)?\)$/, '').trim())
      .filter((part) => part !== ''),
  ),
];

/** What the row says, or why it cannot be taken. */
export const entryOf = (row: TrackerRow, reader: Reader): Entry | Trouble => {
  const { columns, order, zone } = reader;
  const cellOf = (meaning: Meaning): { readonly header: string; readonly cell: string } => {
    const header = Object.keys(columns).find((name) => columns[name] === meaning) ?? '';
    const cell = row.cells[header] ?? '';
    return { header, cell: NONE.test(cell) ? '' : cell };
  };
  const all = (meaning: Meaning): string =>
    Object.keys(columns)
      .filter((header) => columns[header] === meaning)
      .map((header) => row.cells[header] ?? '')
      .join(JOIN);
  const one = (meaning: Meaning): string => cellOf(meaning).cell.split(JOIN)[0]!.trim();
  const bad = (column: string, found: string, text: string, todo: string): Trouble => ({ line: row.line, column, found, text, todo });

  const days: { [M in 'created' | 'started' | 'done' | 'cancelled']?: Day } = {};
  for (const meaning of ['created', 'started', 'done', 'cancelled'] as const) {
    const { header, cell } = cellOf(meaning);
    if (cell === '') continue;
    const day = dayOfCell(cell.split(JOIN)[0]!, order, zone);
    if (!day) return bad(header, cell, 'This is no date.', 'Mend the cell, or say that the column means nothing here.');
    days[meaning] = day;
  }
  const type = one('type');
  const status = one('status');
  const title = one('title') || (columns && !Object.values(columns).includes('title') ? type || 'Work item' : '');
  if (title === '') return bad(cellOf('title').header || 'title', '', 'It has no title.', 'Give it a title, or leave the row out.');
  const standing = standingFrom(status, days, one('archived'), reader.statuses);
  if (standing === 'done' && !days.done)
    return bad(
      cellOf('done').header || cellOf('status').header,
      status,
      'It is done, but nothing says on which day.',
      'Export the day it was done; without one it cannot count as throughput.',
    );
  if (days.started && days.done && days.done < days.started)
    return bad(cellOf('done').header, days.done, `It was done before it was started on ${days.started}.`, 'Mend one of the two dates.');
  const points = numberOf(one('points'));
  const estimate = estimateDays(one('seconds'));
  const email = one('email');
  return {
    line: row.line,
    key: one('key') || null,
    title: title.slice(0, MOST_TITLE),
    status,
    standing,
    created: days.created ?? null,
    started: days.started ?? null,
    done: standing === 'done' ? days.done! : null,
    who: one('assignee').split(',')[0]!.trim() || email,
    email,
    days: estimate ?? (points !== null && reader.daysPerPoint !== null ? Math.round(points * reader.daysPerPoint * 100) / 100 : null),
    points,
    shirt: shirtOf(one('shirt')) ?? shirtOf(one('points')),
    labels: parts(all('labels')),
    type,
    url: /^https?:\/\//.test(one('url')) ? one('url') : null,
    needs: parts(all('needs')),
  };
};

/** A day of completion tells more than a status; archived and cancelled tell most. Without a status, dates tell. */
const standingFrom = (
  status: string,
  { started, done, cancelled }: { readonly started?: Day; readonly done?: Day; readonly cancelled?: Day },
  archived: string,
  statuses: Reader['statuses'],
): Standing => {
  const said = status === '' ? null : (statuses[status] ?? standingOf(status));
  if (cancelled) return 'left-out';
  if (said === 'left-out') return 'left-out';
  if (said === 'done' || (done && (said === null || !Object.hasOwn(statuses, status)))) return 'done';
  if (archived !== '' && !/^(false|no|0)$/i.test(archived)) return 'left-out';
  return said ?? (started ? 'started' : 'open');
};
