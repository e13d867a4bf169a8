/**
 * Segment: a part of the audience, by a definition. What it means is decided here; who belongs to it is a fact and is
 * counted from the rows (facts/segments).
 *
 * A segment is of accounts or of contacts. A condition names a field or attribute of the account or of the contact. In a
 * segment of contacts, account fields are those of the contact's account; in a segment of accounts, a contact's condition
 * holds where some contact of the account meets it. Segments may overlap.
 */
import { isDay } from '../../kernel/day.ts';
import type { NoteId, SegmentId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, fresh, oneOf, stands, text, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import type { OutcomeBook } from '../strategy/outcome.ts';

export type Member = 'account' | 'contact';
/** How a value is tested. `over` and `under` compare numbers with numbers and days with days; `contains` looks for part of a text. */
export type Test = 'equals' | 'differs' | 'one-of' | 'none-of' | 'contains' | 'lacks' | 'over' | 'under' | 'blank' | 'filled';
export const TESTS: readonly Test[] = ['equals', 'differs', 'one-of', 'none-of', 'contains', 'lacks', 'over', 'under', 'blank', 'filled'];

/** One condition. Case does not tell texts apart; what is blank differs from everything. */
export type Condition = { readonly on: Member; readonly field: string; readonly test: Test; readonly values: readonly string[] };
/** Conditions joined: all of them, or any of them. Groups stand in groups, two deep. */
export type Group = { readonly join: 'all' | 'any'; readonly parts: readonly (Condition | Group)[] };

export type Definition = { readonly of: Member; readonly where: Group };

export type Segment = Definition & {
  readonly id: SegmentId;
  readonly name: string;
  readonly retired: { readonly why: NoteId } | null;
};

export type SegmentCommand =
  | ({ readonly type: 'segment/define'; readonly id: SegmentId; readonly name: string } & Definition)
  | ({ readonly type: 'segment/redefine'; readonly id: SegmentId } & Definition)
  | { readonly type: 'segment/reword'; readonly id: SegmentId; readonly name: string }
  | { readonly type: 'segment/retire'; readonly id: SegmentId; readonly why: NoteId };

export type SegmentEvent =
  | ({ readonly type: 'segment/defined'; readonly id: SegmentId; readonly name: string } & Definition)
  | ({ readonly type: 'segment/redefined'; readonly id: SegmentId } & Definition)
  | { readonly type: 'segment/reworded'; readonly id: SegmentId; readonly name: string }
  | { readonly type: 'segment/retired'; readonly id: SegmentId; readonly why: NoteId };

export type SegmentRefusal =
  | Basic
  | { readonly code: 'segment-name-taken'; readonly name: string; readonly segment: SegmentId }
  | { readonly code: 'segment-empty' | 'segment-too-large' | 'segment-too-deep' }
  | { readonly code: 'condition-values'; readonly field: string; readonly test: Test; readonly wants: string };

export type SegmentBook = OutcomeBook & { readonly segment: ReadonlyMap<SegmentId, Segment> };

const MOST_CONDITIONS = 40;
const MOST_VALUES = 200;

export const isGroup = (part: Condition | Group): part is Group => 'parts' in part;
/** Every condition of a group, from first to last. */
export const conditionsOf = (group: Group): readonly Condition[] =>
  group.parts.flatMap((part) => (isGroup(part) ? conditionsOf(part) : [part]));

const depth = (group: Group): number => 1 + Math.max(0, ...group.parts.map((part) => (isGroup(part) ? depth(part) : 0)));
const hollow = (group: Group): boolean => group.parts.length === 0 || group.parts.some((part) => isGroup(part) && hollow(part));

/** True for what `over` and `under` can compare: a number, or a day. */
export const isMeasurable = (value: string): boolean => isDay(value) || /^-?\d+(\.\d+)?$/.test(value);

const conditionHolds = ({ on, field, test, values }: Condition): Result<null, SegmentRefusal> => {
  const basic = all(oneOf('on', on, ['account', 'contact']), text('field', field, 120), oneOf('test', test, TESTS));
  if (!basic.ok) return basic;
  const wants = (what: string): Result<null, SegmentRefusal> => refuse({ code: 'condition-values', field, test, wants: what });
  if (test === 'blank' || test === 'filled') return values.length === 0 ? ok(null) : wants('no value');
  if (values.some((value) => value.trim() === '' || value.length > 300)) return wants('values of 1 to 300 characters');
  if (test === 'one-of' || test === 'none-of')
    return values.length > 0 && values.length <= MOST_VALUES ? ok(null) : wants('1 to 200 values');
  if (values.length !== 1) return wants('one value');
  if ((test === 'over' || test === 'under') && !isMeasurable(values[0]!)) return wants('a number such as 250, or a day such as 2026-01-31');
  return ok(null);
};

const definitionHolds = ({ of, where }: Definition): Result<null, SegmentRefusal> => {
  const basic = oneOf('of', of, ['account', 'contact']);
  if (!basic.ok) return basic;
  if (depth(where) > 3) return refuse({ code: 'segment-too-deep' });
  if (hollow(where)) return refuse({ code: 'segment-empty' });
  const conditions = conditionsOf(where);
  if (conditions.length > MOST_CONDITIONS) return refuse({ code: 'segment-too-large' });
  return conditions.map(conditionHolds).find((checked) => !checked.ok) ?? ok(null);
};

/** Field by field, so that nothing else slips into the journal; texts without spaces around them. */
const tidy = (group: Group): Group => ({
  join: group.join,
  parts: group.parts.map((part) =>
    isGroup(part)
      ? tidy(part)
      : { on: part.on, field: part.field.trim(), test: part.test, values: part.values.map((value) => value.trim()) },
  ),
});

const taken = (book: SegmentBook, name: string, self: SegmentId): Result<null, SegmentRefusal> => {
  const other = [...book.segment.values()].find((s) => s.id !== self && !s.retired && s.name.toLowerCase() === name.trim().toLowerCase());
  return other ? refuse({ code: 'segment-name-taken', name: name.trim(), segment: other.id }) : ok(null);
};

export const segment: Decider<SegmentId, Segment, SegmentCommand, SegmentEvent, SegmentRefusal, SegmentBook> = {
  keyOf: (message) => message.id,
  decide: {
    'segment/define': (s, { id, name, of, where }, _, book) => {
      const checked = all(fresh('segment', 's', id, s), text('name', name, 80));
      if (!checked.ok) return checked;
      const free = taken(book, name, id);
      if (!free.ok) return free;
      const holds = definitionHolds({ of, where });
      return holds.ok ? ok([{ type: 'segment/defined', id, name: name.trim(), of, where: tidy(where) }]) : holds;
    },
    'segment/redefine': (s, { id, of, where }) => {
      const checked = stands('segment', id, s);
      if (!checked.ok) return checked;
      const holds = definitionHolds({ of, where });
      if (!holds.ok) return holds;
      const next = { of, where: tidy(where) };
      const same = s!.of === of && JSON.stringify(s!.where) === JSON.stringify(next.where);
      return ok(same ? [] : [{ type: 'segment/redefined', id, ...next }]);
    },
    'segment/reword': (s, { id, name }, _, book) => {
      const checked = all(stands('segment', id, s), text('name', name, 80));
      if (!checked.ok) return checked;
      const free = taken(book, name, id);
      if (!free.ok) return free;
      return ok(s!.name === name.trim() ? [] : [{ type: 'segment/reworded', id, name: name.trim() }]);
    },
    'segment/retire': (s, { id, why }) => {
      const checked = stands('segment', id, s);
      return checked.ok ? ok([{ type: 'segment/retired', id, why }]) : checked;
    },
  },
  evolve: {
    'segment/defined': (_, { id, name, of, where }) => ({ id, name, of, where, retired: null }),
    'segment/redefined': (s, { of, where }) => ({ ...s!, of, where }),
    'segment/reworded': (s, { name }) => ({ ...s!, name }),
    'segment/retired': (s, { why }) => ({ ...s!, retired: { why } }),
  },
};
