/**
 * Members: how many belong to a definition, and the first of them, with the fields it asks about. Who was merged is one, shown by
 * the row whose name he goes by.
 */
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Engine } from '../engine.ts';
import { readCatalogue, type Catalogue } from '../questions/catalogue.ts';
import { newSheet, renderTarget, type Sheet } from '../questions/render.ts';
import { rowsOf } from '../questions/statement.ts';
import { fieldTarget, membersSql, type MissingField } from './condition.ts';
import { countOnce, onceSql } from './once.ts';
import { isGroup, type Condition, type Definition, type Group, type Member } from './definition.ts';

export type MemberRow = {
  readonly id: string;
  readonly name: string | null;
  /** The account of a contact; of an account its domain. */
  readonly beside: string | null;
  /** Values of the asked fields, in the order of `columns`; null where blank. */
  readonly values: readonly (string | null)[];
};
export type Members = {
  readonly size: number;
  /** How many accounts or people there are in all. */
  readonly of: number;
  readonly columns: readonly string[];
  readonly rows: readonly MemberRow[];
  /** For each asked field of the members' own table: how many rows say nothing in it. */
  readonly blank: readonly { readonly field: string; readonly n: number }[];
};

const conditions = (group: Group): readonly Condition[] => group.parts.flatMap((part) => (isGroup(part) ? conditions(part) : [part]));

/** Counts and lists; `missing` where a field is in no file. Nothing is written. */
export const readMembers = async (engine: Engine, definition: Definition, most: number): Promise<Result<Members, MissingField>> => {
  const catalogue = await readCatalogue(engine);
  const sheet = newSheet();
  const members = membersSql(sheet, catalogue, definition);
  if (!members.ok) return refuse(members.refusal);
  const { of } = definition;
  const asked = [...new Map(conditions(definition.where).map((c) => [`${c.on}.${c.field}`, c])).values()]
    .filter(({ on }) => on === of || of === 'contact')
    .slice(0, 8);
  const letter = of === 'account' ? 'a' : 'p';
  const values = asked.map(({ on, field }) => valueSql(sheet, catalogue, of, on, field));
  const [counted, rows] = await Promise.all([
    rowsOf<{ readonly size: number; readonly of: number }>(
      engine,
      `select ${countOnce(of, members.value)} as size, ${countOnce(of, `select src, id from ${of}`)} as "of"`,
      usedIn(sheet, members.value),
    ),
    listed(engine, sheet, of, letter, members.value, values, most),
  ]);
  const blank = await blanks(engine, catalogue, of, asked);
  return ok({
    size: counted[0]!.size,
    of: counted[0]!.of,
    columns: asked.map(({ on, field }) => (on === of ? field : `${on}.${field}`)),
    rows,
    blank,
  });
};

const valueSql = (sheet: Sheet, catalogue: Catalogue, of: Member, on: Member, field: string): string =>
  renderTarget(sheet, catalogue, { base: of }, fieldTarget(catalogue, on, field)!).text;

/** Only what a statement names may be bound to it. */
const usedIn = ({ bound }: Sheet, sql: string): Record<string, string> =>
  Object.fromEntries(Object.entries(bound).filter(([name]) => new RegExp(`\\$${name}\\b`).test(sql)));

const listed = async (
  engine: Engine,
  sheet: Sheet,
  of: Member,
  letter: string,
  members: string,
  values: readonly string[],
  most: number,
): Promise<MemberRow[]> => {
  const joins = new Map(sheet.joins);
  if (of === 'contact' && !joins.has('account')) joins.set('account', 'left join account a on a.src = p.src and a.id = p.account_id');
  const beside = of === 'account' ? 'a.domain' : 'coalesce(a.name, p.account_id)';
  const sql = `select ${letter}.id, ${letter}.name, ${beside} as beside, [${values.join(', ')}]::varchar[] as vals
    from ${of} ${letter} ${[...joins.values()].join(' ')}
    join (select src, id from (${onceSql(of, members)}) qualify row_number() over (partition by one order by speaks desc, src, id) = 1) m_ on m_.src = ${letter}.src and m_.id = ${letter}.id
    order by ${letter}.name nulls last, ${letter}.src, ${letter}.id limit ${Math.trunc(most)}`;
  const rows = await rowsOf<{
    readonly id: string;
    readonly name: string | null;
    readonly beside: string | null;
    readonly vals: (string | null)[];
  }>(engine, sql, usedIn(sheet, sql));
  return rows.map(({ id, name, beside: near, vals }) => ({ id, name, beside: near, values: vals }));
};

const blanks = async (engine: Engine, catalogue: Catalogue, of: Member, asked: readonly Condition[]): Promise<Members['blank']> => {
  const own = asked.filter(({ on }) => on === of);
  if (own.length === 0) return [];
  const sheet = newSheet();
  const counts = own.map(({ on, field }, i) => `count(*) filter (${valueSql(sheet, catalogue, of, on, field)} is null) as n${i}`);
  const sql = `select ${counts.join(', ')} from ${of} ${of === 'account' ? 'a' : 'p'} ${[...sheet.joins.values()].join(' ')}`;
  const [row] = await rowsOf<Record<string, number>>(engine, sql, usedIn(sheet, sql));
  return own.map(({ field }, i) => ({ field, n: Number(row![`n${i}`]) }));
};
