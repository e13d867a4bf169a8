/** A definition while it is written: conditions and one level of groups, each with a key so that rows keep their place. */
import { isGroup, type Condition, type Definition, type Group, type Member, type Test } from '../../../domain/audience/segment.ts';
import type { AskableField, FieldKind } from '../../../views/audience/audience.ts';

export type Row = {
  readonly key: number;
  readonly on: Member;
  readonly field: string;
  readonly test: Test;
  readonly values: readonly string[];
};
export type Block = { readonly key: number; readonly join: Group['join']; readonly rows: readonly Row[] };
/** `join` stands between the blocks; within a block its own. */
export type Draft = { readonly of: Member; readonly join: Group['join']; readonly blocks: readonly Block[] };

let keys = 0;
const next = (): number => (keys += 1);

export const emptyRow = (on: Member): Row => ({ key: next(), on, field: '', test: 'equals', values: [''] });
export const emptyBlock = (on: Member): Block => ({ key: next(), join: 'all', rows: [emptyRow(on)] });
export const emptyDraft = (of: Member = 'account'): Draft => ({ of, join: 'all', blocks: [emptyBlock(of)] });

const rowOf = ({ on, field, test, values }: Condition): Row => ({ key: next(), on, field, test, values });
const flat = (group: Group): readonly Condition[] => group.parts.flatMap((p) => (isGroup(p) ? flat(p) : [p]));

/** A definition as blocks; null where it stands deeper than this editor shows (it came through the API). */
export const draftOf = ({ of, where }: Definition): Draft | null => {
  const groups = where.parts.filter(isGroup);
  if (groups.some((g) => g.parts.some(isGroup))) return null;
  if (groups.length === 0) return { of, join: 'all', blocks: [{ key: next(), join: where.join, rows: flat(where).map(rowOf) }] };
  return {
    of,
    join: where.join,
    blocks: where.parts.map((part) =>
      isGroup(part)
        ? { key: next(), join: part.join, rows: flat(part).map(rowOf) }
        : { key: next(), join: 'all' as const, rows: [rowOf(part)] },
    ),
  };
};

/** Values that the test wants: none, one, or several. */
const wanted = (test: Test, values: readonly string[]): readonly string[] =>
  test === 'blank' || test === 'filled'
    ? []
    : test === 'one-of' || test === 'none-of'
      ? values.filter((v) => v.trim() !== '')
      : values.slice(0, 1);

/** What is asked for: rows without a field are not conditions yet. */
export const definitionOf = ({ of, join, blocks }: Draft): Definition => {
  const groups = blocks
    .map((block): Group => ({
      join: block.join,
      parts: block.rows
        .filter(({ field }) => field !== '')
        .map(({ on, field, test, values }) => ({ on, field, test, values: wanted(test, values) })),
    }))
    .filter((g) => g.parts.length > 0);
  return { of, where: groups.length === 1 ? groups[0]! : { join, parts: groups } };
};

/** What is still missing; null where the definition can be counted. */
export const missingIn = (draft: Draft): string | null => {
  const rows = draft.blocks.flatMap((b) => b.rows).filter(({ field }) => field !== '');
  if (rows.length === 0) return 'Choose a field';
  const bare = rows.find(({ test, values }) => test !== 'blank' && test !== 'filled' && wanted(test, values).every((v) => v.trim() === ''));
  return bare ? `Say what ${bare.field} is compared with` : null;
};

/** Tests that make sense for a kind of field, the usual first. */
export const testsFor = (kind: FieldKind): readonly Test[] => {
  if (kind === 'number' || kind === 'money') return ['over', 'under', 'equals', 'differs', 'blank', 'filled'];
  if (kind === 'day') return ['over', 'under', 'equals', 'blank', 'filled'];
  if (kind === 'boolean') return ['equals', 'blank', 'filled'];
  return ['equals', 'differs', 'one-of', 'none-of', 'contains', 'lacks', 'blank', 'filled'];
};

export const kindIn = (fields: readonly AskableField[], on: Member, field: string): FieldKind =>
  fields.find((f) => f.on === on && f.field === field)?.kind ?? 'text';
