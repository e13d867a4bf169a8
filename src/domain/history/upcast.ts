/**
 * Old events, read with today's eyes.
 *
 * In the journal an event is its type, a version and its other fields. Each entry of LIFTS turns one version of one
 * event into the next, so that `evolve` only ever meets the newest shape. A lift that could not be written without
 * asking a person is not a new version: it is a new event.
 */
import { DECIDERS, type Event } from '../book.ts';

/** An event as it stands in the journal. */
export type Recorded = { readonly type: string; readonly v: number; readonly data: Readonly<Record<string, unknown>> };

type Lift = (data: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** Lifts by type, the first from version 1 to 2. Lines are added, never changed. */
const LIFTS: { readonly [type: string]: readonly Lift[] } = {};

/** Types that were written once and are no more. A journal may hold them, so the name must never mean something else. */
export const RETIRED: readonly string[] = [];

/** The version in which each type of event is written today. */
export const VERSIONS: { readonly [type: string]: number } = Object.fromEntries(
  Object.values(DECIDERS)
    .flatMap(({ evolve }) => Object.keys(evolve))
    .map((type) => [type, (LIFTS[type]?.length ?? 0) + 1]),
);

/** The version in which this type is written today. Throws on a type that this Lockstep does not know. */
export const currentVersion = (type: string): number => {
  if (!Object.hasOwn(VERSIONS, type)) throw new Error(`${type} was written by a newer Lockstep; this one does not know it`);
  return VERSIONS[type]!;
};

/** How an event is written down. */
export const recorded = ({ type, ...data }: Event): Recorded => ({ type, v: currentVersion(type), data });

/** The event that was written down, in today's shape. Throws where it is from a newer Lockstep: better shut than wrong. */
export const upcast = ({ type, v, data }: Recorded): Event => {
  const newest = currentVersion(type);
  if (v > newest) throw new Error(`${type} v${v} was written by a newer Lockstep; this one reads up to v${newest}`);
  const today = (LIFTS[type] ?? []).slice(v - 1).reduce<Readonly<Record<string, unknown>>>((shape, lift) => lift(shape), data);
  return { type, ...today } as Event;
};
