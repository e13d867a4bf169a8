/**
 * Resolve: works out who is who from the rows and from the decisions that stand, whole and set by set.
 *
 * The result is a pure function of the two, so taking a decision or a load back gives exactly what stood before it.
 * The rules stand at the head of each file in sql/, and in docs/decisions/0018-who-is-who.md.
 */
import type { Commit, Engine, Tx } from '../engine.ts';
import type { Entity } from '../import/mapping.ts';
import { lit, lits } from '../quote.ts';
import { DISPOSABLE, FREE_MAIL } from './free-mail.ts';
import type { Handle, Said } from './handle.ts';
import { makeLabels } from './labels.ts';
import { identitySql } from './statements.ts';

/** A decision more and decisions less than those that stand: for finding out what would change. */
export type Otherwise = { readonly also?: Said; readonly without?: string };

/** Tables that follow from rows and decisions; a question reads only these. */
export const PROJECTED = ['person_of', 'account_key', 'account_of', 'identity_proposal'] as const;

/**
 * Works everything out and puts it in the place of what stood, in one commit. Call after the commit of what changed the rows or
 * the decisions, on the same lone connection: rows of a transaction under way count as none to the planner, which then joins
 * everything with everything. What a crash leaves between the two commits is made up for by resolveIfDue.
 */
export const resolveIdentity = async (tx: Tx, commit: Commit): Promise<void> => {
  const [stamp] = await tx.read<{ stamp: string }>(`select (${STAMP}) as stamp`);
  await workOut(tx, {});
  await commit(async () => {
    for (const table of PROJECTED) {
      await tx.run(`delete from main.${table}`);
      await tx.run(`insert into main.${table} by name from i_${table.replace('identity_', '')}`);
    }
    await tx.run('delete from identity_state');
    await tx.run('insert into identity_state values ($stamp)', stamp);
  });
  await dropWork(tx);
};

/** Entities whose rows name a person or an account: a load of others changes no identity. */
const NAMES_SOMEBODY: ReadonlySet<Entity> = new Set<Entity>([
  'account',
  'contact',
  'lead',
  'opportunity',
  'opportunity_contact',
  'touch',
  'visitor_link',
]);

/** After a load of these entities: works everything out where they name anybody. */
export const resolveAfter = async (tx: Tx, commit: Commit, entities: readonly Entity[]): Promise<void> => {
  if (entities.some((entity) => NAMES_SOMEBODY.has(entity))) return resolveIdentity(tx, commit);
  const [was] = await tx.read('select 1 from identity_state');
  if (was) await commit(() => tx.run(`update identity_state set stamp = (${STAMP})`));
};

/** Works it out where the tables do not stand for the rows: a file of an older version, or a crash at the wrong moment. */
export const resolveIfDue = async (engine: Engine): Promise<void> => {
  const [row] = await engine.read<{ due: boolean }>(`select not exists (from identity_state where stamp = (${STAMP})) as due`);
  if (row?.due) await engine.alone(resolveIdentity);
};

/** What the tables follow from, as one text: which loads stand and which decisions. */
const STAMP = `select concat_ws('/', (select max(n) from load), (select count(*) from load where reverted_at is not null),
  (select count(*) from identity_decision), (select count(*) from identity_decision where revoked_at is not null))`;

/**
 * Works everything out as if other decisions stood, into temporary tables that stand before the kept ones on this connection.
 * Nothing is written; `identity_proposal` is left as it is.
 */
export const resolveAside = async (tx: Tx, otherwise: Otherwise): Promise<void> => {
  await workOut(tx, otherwise);
  for (const table of PROJECTED) await tx.run(`create or replace temp table ${table} as from i_${table.replace('identity_', '')}`);
  await dropWork(tx);
};

const workOut = async (tx: Tx, { also, without }: Otherwise): Promise<void> => {
  const not = without === undefined ? '' : ` and id <> ${lit(without)}`;
  await tx.run(`create temp table i_decision as select of, a_kind, a_src, a_id, b_kind, b_src, b_id, same from main.identity_decision where revoked_at is null${not}
    ${also ? `union all select ${lit(also.of)}, ${handleSql(also.a)}, ${handleSql(also.b)}, ${also.same}` : ''}`);
  await tx.run(`create temp table i_free as select unnest([${lits([...FREE_MAIL, ...DISPOSABLE])}]) as domain`);
  await tx.run(identitySql('handles'));
  await tx.run(`create temp table i_edge as select a, b, 'merged' as rule from i_said where same and a_kind <> 'visitor' and b_kind <> 'visitor'
    union all select l.n, c.n, 'converted lead' from i_lead l join i_contact c on c.key = l.src || chr(31) || l.contact_id where c.n <> l.n`);
  await makeLabels(tx, 'select a, b from i_edge', 'i_first');
  await tx.run(identitySql('people'));
  await makeLabels(tx, 'select a, b from i_edge', 'i_label');
  await tx.run(identitySql('persons'));
  await makeLabels(
    tx,
    `select v.n as a, u.n as b from visitor_link k join i_visitor v on v.key = k.src || chr(31) || k.visitor join i_visitor u on u.key = k.src || chr(31) || k.user_id where v.n <> u.n
     union select a, b from i_said where same and a_kind = 'visitor' and b_kind = 'visitor'`,
    'i_same',
  );
  await tx.run(identitySql('visitors'));
  await makeLabels(
    tx,
    `select a.n as a, b.n as b from i_decision d join i_account a on a.key = d.a_src || chr(31) || d.a_id join i_account b on b.key = d.b_src || chr(31) || d.b_id where d.of = 'account' and d.same and a.n <> b.n`,
    'i_one',
  );
  await tx.run(identitySql('accounts'));
  await tx.run(identitySql('speaks'));
  await tx.run(identitySql('proposals'));
};

const handleSql = ({ kind, src, id }: Handle): string => `${lit(kind)}, ${src === null ? 'null' : lit(src)}, ${lit(id)}`;

const dropWork = async (tx: Tx): Promise<void> => {
  const made = await tx.read<{ name: string; view: boolean }>(
    `select table_name as name, false as view from duckdb_tables() where temporary and starts_with(table_name, 'i_')
     union all select view_name, true from duckdb_views() where temporary and starts_with(view_name, 'i_')`,
  );
  for (const { name, view } of made.toSorted((a, b) => Number(b.view) - Number(a.view)))
    await tx.run(`drop ${view ? 'view' : 'table'} temp.${name}`);
};
