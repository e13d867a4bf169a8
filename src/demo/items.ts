/**
 * Work items: what came of each request and each priority, from the day it was accepted to the day it was done or dropped.
 * Work of the Blueprint is linked to its priority as soon as that is planned; what was asked for earlier waits without.
 */
import type { Command } from '../domain/book.ts';
import { dayFromNumber } from '../kernel/day.ts';
import type { ItemId, NoteId, PriorityId } from '../kernel/ids.ts';
import { told, type Quarter } from './calendar.ts';
import type { Moment, Written } from './moments.ts';
import { PLANNED, priorityId } from './priorities.ts';
import { idOf, PEOPLE, type Who } from './people.ts';
import { FOUNDATIONS } from './story/foundations.ts';
import type { Loose, Work } from './story/quarter-story.ts';
import { REQUESTS } from './story/requests.ts';
import { STORY } from './story/story.ts';
import type { World } from './world.ts';

/** An item with its days as day numbers. `started` and `finished` null: that has not been planned. */
export type PlannedItem = {
  readonly id: ItemId;
  readonly key: string;
  readonly quarter: Quarter;
  readonly work: Work | Loose;
  readonly priority: PriorityId | null;
  readonly added: number;
  readonly linked: number;
  readonly started: number | null;
  readonly finished: number | null;
  readonly dropped: readonly [number, string] | null;
};

/** Requests are accepted this many days after they were made. */
const ACCEPTED = 2;
const EARLIEST = 35;

export const itemsOf = ({ calendar: { quarters, start } }: World): PlannedItem[] =>
  quarters.flatMap((quarter) => {
    const { plans, loose } = STORY[quarter.index]!;
    const at = (day: number): number => quarter.first + day;
    const item = (work: Work | Loose, priority: PriorityId | null): PlannedItem => {
      const request = REQUESTS[work.key];
      const planned = at(-PLANNED + 1);
      const added = Math.max(start - EARLIEST, request ? at(request[1] + ACCEPTED) : priority ? planned : at(4));
      const linked = Math.max(added, planned);
      const started = work.span && Math.max(at(work.span[0]), linked + 1);
      return {
        id: `w_${work.key}`,
        key: work.key,
        quarter,
        work,
        priority,
        added,
        linked,
        started,
        finished: work.span && started && Math.max(started + 1, at(work.span[1])),
        dropped: 'dropped' in work && work.dropped ? [at(work.dropped[0]), work.dropped[1]] : null,
      };
    };
    return [...plans.flatMap((p) => p.work.map((w) => item(w, priorityId(quarter, p.key)))), ...loose.map((l) => item(l, null))];
  });

/** Every fifth sized item was sized only after it had been accepted. */
const SIZED_LATER = 5;

export const itemMoments = (items: readonly PlannedItem[]): Moment[] =>
  items.flatMap((item, n): Moment[] => {
    const { id, key, work, added, linked, started, finished, dropped, priority } = item;
    const sizedLater = work.days !== null && n % SIZED_LATER === 0;
    const doer = doerOf(work.by);
    return [
      addedMoment(item, sizedLater),
      ...(sizedLater
        ? [{ day: added + 1, who: 'ines' as const, commands: [{ type: 'item/size' as const, id, sizeDays: work.days }] }]
        : []),
      ...(priority && linked > added
        ? [{ day: linked, who: 'ines' as const, commands: [{ type: 'item/link' as const, id, priority }] }]
        : []),
      ...(started === null
        ? []
        : [{ day: started, who: doer, commands: [{ type: 'item/start' as const, id, on: dayFromNumber(started) }] }]),
      ...(finished === null ? [] : finishedMoments(item, finished, doer)),
      ...(dropped === null
        ? []
        : [
            {
              day: dropped[0],
              who: 'ines' as const,
              commands: [{ type: 'item/drop' as const, id, why: `n_drop-${key}` as const }],
              notes: [{ id: `n_drop-${key}` as const, text: dropped[1] }],
            },
          ]),
    ];
  });

const addedMoment = ({ id, key, work, quarter, added, linked, priority }: PlannedItem, sizedLater: boolean): Moment => {
  const request = REQUESTS[key];
  const words: NoteId = `n_asked-${key}`;
  const foundation = FOUNDATIONS[key];
  const why: NoteId = `n_foundation-${key}`;
  const add: Command = {
    type: 'item/add',
    id,
    title: told(work.title, quarter),
    priority: linked > added ? null : priority,
    owner: work.by && idOf(work.by),
    sizeDays: sizedLater ? null : work.days,
    request: request ? { by: idOf(request[0]), on: dayFromNumber(quarter.first + request[1]), words } : null,
    foundational: foundation === undefined ? null : why,
    on: dayFromNumber(added),
  };
  const notes: Written[] = [
    ...(request ? [{ id: words, text: request[2] }] : []),
    ...(foundation === undefined ? [] : [{ id: why, text: foundation }]),
  ];
  return { day: added, who: 'ines', commands: [add], notes };
};

/** Two pieces of work came back once. */
export const CAME_BACK: readonly string[] = ['waiting-page', 'tender-checklist'];

const finishedMoments = ({ id, key }: PlannedItem, finished: number, who: Who): Moment[] => {
  const finish = (day: number): Moment => ({ day, who, commands: [{ type: 'item/finish', id, on: dayFromNumber(day) }] });
  if (!CAME_BACK.includes(key)) return [finish(finished)];
  return [finish(finished - 6), { day: finished - 4, who, commands: [{ type: 'item/reopen', id }] }, finish(finished)];
};

/** Who says so: the owner where he is a marketer, else Ines. */
const doerOf = (by: Who | null): Who => (by !== null && PEOPLE[by].role === 'marketer' ? by : 'ines');
