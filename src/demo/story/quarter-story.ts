/**
 * The shape in which a quarter is told: what was agreed, planned, worked on and sent out.
 * Days count from the quarter's first (0); negative ones lie before it. Money is whole euro, effort person-days.
 */
import type { Moscow } from '../../domain/blueprint/priority.ts';
import type { Channel } from '../channels.ts';
import type { Who } from '../people.ts';

/** What a priority may serve: the quarter's outcomes by their short names. */
export type Serves = 'opportunities' | 'pipeline' | 'revenue' | 'expansion' | 'nordics';

/** `span` is start and finish of the work; null where nobody has begun. `days` null: nobody has sized it. */
export type Work = {
  readonly key: string;
  readonly title: string;
  readonly days: number | null;
  readonly by: Who | null;
  readonly span: readonly [number, number] | null;
};

/** Work outside the Blueprint. `dropped`: the day and the reason, as told to the requester. */
export type Loose = Work & { readonly dropped: readonly [number, string] | null };

export type Plan = {
  readonly key: string;
  readonly title: string;
  readonly moscow: Moscow;
  readonly serves: readonly Serves[];
  readonly days: number;
  readonly euro: number;
  readonly span: readonly [number, number];
  readonly by: Who;
  readonly work: readonly Work[];
};

/** `span` end null: it runs on to this day and beyond. `about` is what its touches name; `work` the item it belongs to. */
export type Sent = {
  readonly key: string;
  readonly name: string;
  readonly channel: Channel;
  readonly work: string | null;
  readonly span: readonly [number, number | null];
  readonly euro: number;
  readonly about: string;
};

export type QuarterStory = {
  readonly statement: string;
  readonly plans: readonly Plan[];
  readonly loose: readonly Loose[];
  readonly sent: readonly Sent[];
};

/** What was asked for, by the key of the work that came of it: who, on which day of that work's quarter, in which words. */
export type Requests = { readonly [work: string]: readonly [who: Who, day: number, words: string] };

type Constructor<T, Fields extends readonly (keyof T)[]> = (...given: { [I in keyof Fields]: T[Fields[I]] }) => T;

export const plan: Constructor<Plan, ['key', 'title', 'moscow', 'serves', 'days', 'euro', 'span', 'by', 'work']> = (
  key,
  title,
  moscow,
  serves,
  days,
  euro,
  span,
  by,
  work,
) => ({ key, title, moscow, serves, days, euro, span, by, work });

export const work: Constructor<Work, ['key', 'title', 'days', 'by', 'span']> = (key, title, days, by, span) => ({
  key,
  title,
  days,
  by,
  span,
});

export const loose = (
  key: string,
  title: string,
  days: number | null,
  by: Who | null,
  fate: Work['span'] | { readonly dropped: readonly [number, string] } = null,
): Loose =>
  fate !== null && 'dropped' in fate
    ? { key, title, days, by, span: null, dropped: fate.dropped }
    : { key, title, days, by, span: fate, dropped: null };

export const sent: Constructor<Sent, ['key', 'name', 'channel', 'work', 'span', 'euro', 'about']> = (
  key,
  name,
  channel,
  item,
  span,
  euro,
  about,
) => ({
  key,
  name,
  channel,
  work: item,
  span,
  euro,
  about,
});
