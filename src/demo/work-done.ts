/** Work done: the time sheets of the team, half days by item reference, day and person. */
import { dayFromNumber, weekday } from '../kernel/day.ts';
import type { ItemId } from '../kernel/ids.ts';
import { itemsOf } from './items.ts';
import type { DemoBatch } from './moments.ts';
import { PEOPLE } from './people.ts';
import type { Row } from './row.ts';
import type { World } from './world.ts';

/** An item takes between 0.75 and 1.35 of its size. Sizes nobody wrote down are taken as this many days. */
const UNSIZED = 9;

export function* workRows(world: World, batches: readonly DemoBatch[]): Generator<Row> {
  const refs = refsOf(batches);
  const { today } = world.calendar;
  for (const { id, key, work, started, finished } of itemsOf(world)) {
    const ref = refs.get(id);
    if (ref === undefined || started === null || finished === null) continue;
    const r = world.root.fork(`work ${key}`);
    const halves = Math.max(1, Math.round((work.days ?? UNSIZED) * (0.75 + 0.6 * r.next()) * 2));
    const days = workingDays(started, finished);
    const person = PEOPLE[work.by ?? 'ines'].name;
    const each = Math.ceil(halves / days.length);
    let left = halves;
    for (let n = 0; left > 0 && n < days.length; n++) {
      const share = Math.min(left, each);
      const day = days[Math.floor((n * days.length) / Math.ceil(halves / each))];
      if (day === undefined) break;
      left -= share;
      if (day < today)
        yield {
          id: `h-${key}-${n + 1}`,
          item: ref,
          person,
          days: share / 2,
          done_on: dayFromNumber(day),
          started_on: dayFromNumber(started),
        };
    }
  }
}

const workingDays = (from: number, to: number): number[] => {
  const days = Array.from({ length: to - from + 1 }, (_, n) => from + n).filter((day) => weekday(dayFromNumber(day)) <= 5);
  return days.length > 0 ? days : [from];
};

/** References count items in the order in which they were added: W-1, W-2 … */
const refsOf = (batches: readonly DemoBatch[]): Map<ItemId, string> => {
  const added = batches.flatMap(({ commands }) => commands.filter((c) => c.type === 'item/add'));
  return new Map(added.map(({ id }, n) => [id, `W-${n + 1}`]));
};
