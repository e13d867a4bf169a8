/** Audience: what accounts and contacts can be asked about, the size of each segment, and how they overlap. */
import type { Engine } from '../engine.ts';
import { readCatalogue, type Catalogue } from '../questions/catalogue.ts';
import { readColumns } from '../questions/columns.ts';
import type { Kind } from '../questions/fields.ts';
import { newSheet, renderTarget } from '../questions/render.ts';
import { rowsOf } from '../questions/statement.ts';
import { columnsOf } from '../questions/target.ts';
import { belongsSql } from './belongs.ts';
import { membersSql, type MissingField } from './condition.ts';
import { countOnce, onceSql } from './once.ts';
import type { Member, Segment } from './definition.ts';

export type AskableField = {
  readonly on: Member;
  readonly field: string;
  /** As the file spells the column; null where it is the field's own name. */
  readonly header: string | null;
  readonly kind: Kind;
  readonly rows: number;
  readonly filled: number;
  /** The most frequent values. */
  readonly top: readonly string[];
};
export type SegmentSize = {
  readonly id: string;
  /** null where a field is in no file. */
  readonly size: number | null;
  readonly of: number;
  readonly missing: MissingField | null;
  readonly deals: number | null;
};
export type Audience = {
  readonly accounts: number;
  readonly contacts: number;
  readonly segments: readonly SegmentSize[];
  /** Accounts that stand in more than one segment, by account or through a contact; and in none. */
  readonly inSeveral: number;
  readonly inNone: number;
  readonly fields: readonly AskableField[];
};

const MEMBERS: readonly Member[] = ['account', 'contact'];

export const readAudience = async (engine: Engine, segments: readonly Segment[]): Promise<Audience> => {
  const catalogue = await readCatalogue(engine);
  const [accounts, contacts] = await Promise.all(MEMBERS.map((table) => rowCount(engine, table)));
  const of = { account: accounts!, contact: contacts! };
  const sizes = await Promise.all(segments.map((segment) => sizeOf(engine, catalogue, segment, of[segment.of])));
  const standing = segments.filter((_, i) => sizes[i]!.size !== null);
  const sheet = newSheet();
  const { sql } = belongsSql(sheet, catalogue, 'account', standing);
  const [spread] = await rowsOf<{ readonly several: number; readonly some: number }>(
    engine,
    `with b as materialized (${sql})
      select count(*) filter (n > 1) as several, count(*) as some from (
        select o.one, count(distinct b.segment_id) as n from b join (${onceSql('account', 'select distinct src, id from b')}) o on o.src = b.src and o.id = b.id group by o.one)`,
    sheet.bound,
  );
  return {
    accounts: of.account,
    contacts: of.contact,
    segments: sizes,
    inSeveral: spread!.several,
    inNone: of.account - spread!.some,
    fields: await fieldsOf(engine, catalogue),
  };
};

const rowCount = async (engine: Engine, table: Member): Promise<number> =>
  (await rowsOf<{ readonly n: number }>(engine, `select ${countOnce(table, `select src, id from ${table}`)} as n`))[0]!.n;

const sizeOf = async (engine: Engine, catalogue: Catalogue, segment: Segment, of: number): Promise<SegmentSize> => {
  const sheet = newSheet();
  const members = membersSql(sheet, catalogue, segment);
  if (!members.ok) return { id: segment.id, size: null, of, missing: members.refusal, deals: null };
  const deals = newSheet();
  const [counted, dealt] = await Promise.all([
    rowsOf<{ readonly n: number }>(engine, `select ${countOnce(segment.of, members.value)} as n`, sheet.bound),
    rowsOf<{ readonly n: number }>(
      engine,
      `select count(distinct (src, id)) as n from (${belongsSql(deals, catalogue, 'opportunity', [segment]).sql})`,
      deals.bound,
    ),
  ]);
  return { id: segment.id, size: counted[0]!.n, of, missing: null, deals: dealt[0]!.n };
};

const TOP = 12;

/** Fields that some file spoke about or some row fills, with their frequent values. */
const fieldsOf = async (engine: Engine, catalogue: Catalogue): Promise<AskableField[]> => {
  const columns = (await readColumns(engine, catalogue)).filter((c): c is typeof c & { entity: Member } =>
    MEMBERS.includes(c.entity as Member),
  );
  return Promise.all(
    columns
      .filter(({ name }) => name !== 'id' && name !== 'account_id')
      .map(async ({ entity, name, header, rows, filled }) => {
        const target = columnsOf(catalogue, entity).find((hit) => hit.name === name)!.target;
        const kind: Kind = target.at === 'field' ? target.field.kind : target.at === 'attribute' ? target.kind : 'text';
        return {
          on: entity,
          field: name,
          header,
          kind,
          rows,
          filled,
          top: await topOf(engine, catalogue, entity, name),
        };
      }),
  );
};

const topOf = async (engine: Engine, catalogue: Catalogue, entity: Member, name: string): Promise<string[]> => {
  const sheet = newSheet();
  const target = columnsOf(catalogue, entity).find((hit) => hit.name === name)!.target;
  const { text } = renderTarget(sheet, catalogue, { base: entity }, target);
  const rows = await rowsOf<{ readonly value: string }>(
    engine,
    `select ${text} as value from ${entity} ${entity === 'account' ? 'a' : 'p'} ${[...sheet.joins.values()].join(' ')}
      where (${text}) is not null group by 1 having count(*) > 1 order by count(*) desc, 1 limit ${TOP}`,
    sheet.bound,
  );
  return rows.map(({ value }) => value);
};
