/**
 * Condition: a segment's definition as SQL over one account or contact.
 *
 * Fields resolve against the catalogue of this company; names and values are bound, never written into the text.
 * Every test is true or false: what is blank meets no test but `blank`, `differs`, `none-of` and `lacks`. Case does not
 * tell texts apart. In a segment of accounts, a contact's condition holds where some contact of the account meets it.
 */
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Catalogue } from '../questions/catalogue.ts';
import { fold } from '../questions/fields.ts';
import { bind, renderTarget, type Sheet } from '../questions/render.ts';
import { columnsOf, type Target } from '../questions/target.ts';
import { isGroup, type Condition, type Definition, type Group, type Member, type Test } from './definition.ts';

/** A field that no file of this company brings. */
export type MissingField = { readonly on: Member; readonly field: string };

/** What a field name means in a table: as it is spelled, else whatever case, spaces and dashes say. */
export const fieldTarget = (catalogue: Catalogue, on: Member, said: string): Target | null => {
  const columns = columnsOf(catalogue, on);
  return (columns.find(({ name }) => name === said) ?? columns.find(({ name }) => fold(name) === fold(said)))?.target ?? null;
};

/** Members of the definition as a relation (src, id). Joins and letters stay inside it; values are bound on `sheet`. */
export const membersSql = (sheet: Sheet, catalogue: Catalogue, { of, where }: Definition): Result<string, MissingField> => {
  const inner = within(sheet);
  const condition = groupSql(inner, catalogue, of, where);
  if (!condition.ok) return condition;
  const letter = of === 'account' ? 'a' : 'p';
  return ok(`select ${letter}.src, ${letter}.id from ${of} ${letter} ${[...inner.joins.values()].join(' ')} where ${condition.value}`);
};

/** A sheet for a subquery: joins of its own, values bound with the rest. */
const within = ({ bound }: Sheet): Sheet => ({ joins: new Map(), letters: new Map(), bound });

const groupSql = (sheet: Sheet, catalogue: Catalogue, of: Member, { join, parts }: Group): Result<string, MissingField> => {
  const made: string[] = [];
  for (const part of parts) {
    const one = isGroup(part) ? groupSql(sheet, catalogue, of, part) : conditionSql(sheet, catalogue, of, part);
    if (!one.ok) return one;
    made.push(one.value);
  }
  // Nothing asked holds for everybody; the domain keeps no such segment, but one may be previewed while it is written.
  if (made.length === 0) return ok('true');
  return ok(`(${made.join(join === 'all' ? ' and ' : ' or ')})`);
};

const conditionSql = (sheet: Sheet, catalogue: Catalogue, of: Member, condition: Condition): Result<string, MissingField> => {
  const target = fieldTarget(catalogue, condition.on, condition.field);
  if (!target) return refuse({ on: condition.on, field: condition.field });
  if (of === 'account' && condition.on === 'contact') {
    const inner = within(sheet);
    const test = testSql(inner, renderTarget(inner, catalogue, { base: 'contact' }, target).text, condition);
    return ok(
      `exists (select 1 from contact p ${[...inner.joins.values()].join(' ')} where p.src = a.src and p.account_id = a.id and ${test})`,
    );
  }
  return ok(testSql(sheet, renderTarget(sheet, catalogue, { base: of }, target).text, condition));
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const testSql = (sheet: Sheet, text: string, { test, values }: Condition): string => {
  const value = (i = 0): string => bind(sheet, values[i] ?? '');
  const same = (i: number): string => {
    const v = value(i);
    return `(lower(${text}) = lower(${v}) or coalesce(try_cast(${text} as double) = try_cast(${v} as double), false))`;
  };
  const compared = (sign: '>' | '<'): string => {
    const kind = DAY.test(values[0] ?? '') ? 'date' : 'double';
    return `coalesce(try_cast(${text} as ${kind}) ${sign} try_cast(${value()} as ${kind}), false)`;
  };
  const any = (): string => `coalesce(${values.map((_, i) => same(i)).join(' or ')}, false)`;
  const has = (): string => `coalesce(contains(lower(${text}), lower(${value()})), false)`;
  const make: { readonly [T in Test]: () => string } = {
    equals: any,
    'one-of': any,
    differs: () => `not ${any()}`,
    'none-of': () => `not ${any()}`,
    contains: has,
    lacks: () => `not ${has()}`,
    over: () => compared('>'),
    under: () => compared('<'),
    blank: () => `(${text}) is null`,
    filled: () => `(${text}) is not null`,
  };
  return make[test]();
};
