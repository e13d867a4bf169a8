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
import { tells, whatIsNew } from './new-names.ts';
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

/** Whether the tables stand for the rows and decisions as they are. */
export const identityStands = async (tx: Pick<Tx, 'read'>): Promise<boolean> => {
  const [row] = await tx.read<{ stands: boolean }>(`select exists (from identity_state where stamp = (${STAMP})) as stands`);
  return row!.stands;
};

/**
 * After load `n` of these entities landed or was taken back: what the change asks for, and no more. `stood`: whether the tables stood
 * for the rows before it; `sure`: what the rows said before can still be told (for a load taken back, noteNames was called).
 */
export const resolveAfter = async (tx: Tx, commit: Commit, { n, entities, stood, sure, takenBack = false }: Change): Promise<void> => {
  if (!stood || !sure || tells(entities)) return resolveIdentity(tx, commit);
  const add = await whatIsNew(tx, n, entities, takenBack);
  if (!add) return resolveIdentity(tx, commit);
  await commit(async () => {
    await add();
    await tx.run(`update identity_state set stamp = (${STAMP})`);
  });
  await dropWork(tx);
};
export type Change = {
  readonly n: number;
  readonly entities: readonly Entity[];
  readonly stood: boolean;
  readonly sure: boolean;
  readonly takenBack?: boolean;
};

/** Works it out where the tables do not stand for the rows: a file of an older version, or a crash at the wrong moment. */
export const resolveIfDue = async (engine: Engine): Promise<void> => {
  if (!(await identityStands(engine))) await engine.alone(resolveIdentity);
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
