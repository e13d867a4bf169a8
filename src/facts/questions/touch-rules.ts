/**
 * Touch rules as the facts must know them: projected from the journal, read with the head of an answer, or tried by the
 * server before anybody adopts them.
 *
 * What a rule does not ask for costs nothing: its part of the statement is not written at all.
 */
import type { Params as Bound } from '../engine.ts';

export type TouchRules = {
  readonly lookBackDays: number;
  readonly leaveOut: { readonly channels: readonly string[]; readonly kinds: readonly string[] };
  readonly repeats: { readonly keep: 'all' | 'first' | 'last'; readonly minutes: number };
  readonly direct: readonly string[];
  readonly halfLifeDays: number | null;
  readonly sourced: 'lead-source' | 'first-touch' | 'before-sales';
  readonly sales: { readonly channels: readonly string[]; readonly kinds: readonly string[] };
};
/** Version 0: nobody has agreed on any. `trial`: rules that are only looked at. */
export type RulesInForce = TouchRules & { readonly version: number; readonly trial: boolean };

/** What holds where the server has projected none. */
export const FIRST_RULES: TouchRules = {
  lookBackDays: 365,
  leaveOut: { channels: [], kinds: [] },
  repeats: { keep: 'all', minutes: 0 },
  direct: ['direct', 'direct traffic', '(direct)', '(none)'],
  halfLifeDays: null,
  sourced: 'first-touch',
  sales: { channels: ['sales', 'outbound', 'outbound sales', 'cold call'], kinds: ['sales call', 'sales e-mail', 'sales meeting'] },
};

/** SQL: true where a column holds one of a bound list of names; false where it is empty. */
const among = (column: string, list: string): string =>
  `coalesce(list_contains(from_json($${list}::json, '["varchar"]'), lower(trim(${column}))), false)`;

/** Conditions on touch `t` (or any relation with channel and kind under that letter). */
export const leftOutSql = ({ leaveOut }: TouchRules, t: string): string =>
  [
    ...(leaveOut.channels.length > 0 ? [among(`${t}.channel`, 'left_channels')] : []),
    ...(leaveOut.kinds.length > 0 ? [among(`${t}.kind`, 'left_kinds')] : []),
  ].join(' or ') || 'false';
export const directSql = (t: string): string => among(`${t}.channel`, 'direct_channels');
/** What sales does itself, by channel or kind. */
export const salesSql = (t: string): string => `(${among(`${t}.channel`, 'sales_channels')} or ${among(`${t}.kind`, 'sales_kinds')})`;
/** A lead's source that is sales' own. */
export const salesSourceSql = (column: string): string => among(column, 'sales_channels');

const folded = (names: readonly string[]): string => JSON.stringify(names.map((name) => name.trim().toLowerCase()));

/** Every parameter that statements with touch rules in them may name. */
export const rulesBound = ({ lookBackDays, leaveOut, repeats, direct, sales }: TouchRules): Bound => ({
  look_back_days: lookBackDays,
  left_channels: folded(leaveOut.channels),
  left_kinds: folded(leaveOut.kinds),
  repeat_minutes: repeats.minutes,
  direct_channels: folded(direct),
  sales_channels: folded(sales.channels),
  sales_kinds: folded(sales.kinds),
});
