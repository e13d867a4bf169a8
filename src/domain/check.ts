/**
 * Checks that every area makes of what it is asked, and the refusals they give.
 * A refusal names the field or the thing, so that a door can put it into words.
 */
import { isDay, type Day } from '../kernel/day.ts';
import { isId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';

export type Thing =
  | 'company'
  | 'member'
  | 'seat'
  | 'objective'
  | 'outcome'
  | 'direction'
  | 'kpi'
  | 'segment'
  | 'guidepoint'
  | 'change'
  | 'priority'
  | 'milestone'
  | 'blueprint'
  | 'lever'
  | 'line'
  | 'scenario'
  | 'item'
  | 'campaign'
  | 'request'
  | 'form'
  | 'team'
  | 'calendar'
  | 'absence'
  | 'budget'
  | 'commitment'
  | 'entry'
  | 'rate'
  | 'expectation'
  | 'logged'
  | 'publication'
  | 'question'
  | 'workshop'
  | 'cycle';

export type Basic =
  | { readonly code: 'not-there'; readonly thing: Thing; readonly id: string }
  | { readonly code: 'there-already'; readonly thing: Thing; readonly id: string }
  | { readonly code: 'not-an-id'; readonly thing: Thing; readonly id: string }
  | { readonly code: 'retired'; readonly thing: Thing; readonly id: string }
  | { readonly code: 'empty'; readonly field: string }
  | { readonly code: 'too-long'; readonly field: string; readonly most: number }
  | { readonly code: 'not-a-day'; readonly field: string; readonly found: string }
  | { readonly code: 'ends-before-it-starts'; readonly from: Day; readonly to: Day }
  | { readonly code: 'not-a-number'; readonly field: string }
  | { readonly code: 'not-one-of'; readonly field: string; readonly found: string; readonly choices: readonly string[] };

type Check = Result<null, Basic>;
const fine: Check = ok(null);

/** The first refusal among the checks, or all is well. */
export const all = (...checks: readonly Check[]): Check => checks.find((c) => !c.ok) ?? fine;

/** A text that says something and is not longer than `most` characters. */
export const text = (field: string, value: string, most = 200): Check =>
  value.trim() === '' ? refuse({ code: 'empty', field }) : value.length > most ? refuse({ code: 'too-long', field, most }) : fine;

/** A date that exists. */
export const day = (field: string, value: string): Check => (isDay(value) ? fine : refuse({ code: 'not-a-day', field, found: value }));

/** Two dates that exist, the first not after the second. */
export const span = (from: string, to: string): Check =>
  all(day('from', from), day('to', to), from <= to ? fine : refuse({ code: 'ends-before-it-starts', from, to }));

/** A finite number, `least` or more. */
export const amount = (field: string, value: number, least = 0): Check =>
  Number.isFinite(value) && value >= least ? fine : refuse({ code: 'not-a-number', field });

/** Whole minor units, 0 or more; null where nothing is recorded. */
export const minor = (field: string, value: number | null): Check =>
  value === null || (Number.isSafeInteger(value) && value >= 0) ? fine : refuse({ code: 'not-a-number', field });

/** One of a closed list. */
export const oneOf = (field: string, found: string, choices: readonly string[]): Check =>
  choices.includes(found) ? fine : refuse({ code: 'not-one-of', field, found, choices });

/** An id of the right form for a thing that does not stand yet. */
export const fresh = (thing: Thing, prefix: string, id: string, now: unknown): Check =>
  !isId(prefix, id) ? refuse({ code: 'not-an-id', thing, id }) : now !== undefined ? refuse({ code: 'there-already', thing, id }) : fine;

/** A thing that stands and has not been retired. */
export const stands = (thing: Thing, id: string, now: { readonly retired?: unknown } | undefined): Check =>
  now === undefined ? refuse({ code: 'not-there', thing, id }) : now.retired ? refuse({ code: 'retired', thing, id }) : fine;
