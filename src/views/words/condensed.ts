/** A log as a person reads it: an order that was put in one go is one line, not thirty. */
import type { Event } from '../../domain/book.ts';
import type { Entry } from '../../domain/decider.ts';

export type Condensed = { readonly entry: Entry<Event>; /** How many events the line stands for. */ readonly n: number };

/** Runs of places given in the Backlog at one moment by one person become one line; a new item standing at the end is not told twice. */
export const condensed = (entries: readonly Entry<Event>[]): Condensed[] => {
  const lines: { entry: Entry<Event>; n: number }[] = [];
  for (const entry of entries) {
    const { event, stamp } = entry;
    const last = lines.at(-1);
    const same = last?.entry.stamp.at === stamp.at && last.entry.stamp.by === stamp.by;
    if (event.type === 'backlog/placed' && same && last.entry.event.type === 'backlog/placed') last.n += 1;
    else if (
      event.type === 'item/added' &&
      same &&
      last.entry.event.type === 'backlog/placed' &&
      last.n === 1 &&
      last.entry.event.item === event.id
    )
      lines[lines.length - 1] = { entry, n: 1 };
    else lines.push({ entry, n: 1 });
  }
  return lines;
};
