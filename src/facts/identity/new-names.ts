/**
 * New names: after a change of rows that can only name somebody, whether the tables of identity still stand for them.
 *
 * Touches, deals and the people of deals say nothing about who is who; they name. While whom they name is known, and whom they no
 * longer name is known otherwise, identity is as it was, and finding that out costs what the load costs. A touch of somebody
 * nobody ever heard of adds one person, or, if more follows from it (a lead's id, a domain that an account or somebody else
 * has, a new account), calls for all to be worked out again. The result is always the one that working all out gives; numbers
 * of persons may differ.
 */
import type { Tx } from '../engine.ts';
import type { Entity } from '../import/mapping.ts';
import { count } from '../import/stage.ts';
import { sameKey } from '../loads/merge-sql.ts';
import { lits } from '../quote.ts';
import { DISPOSABLE, FREE_MAIL } from './free-mail.ts';

/** Entities whose rows name people or accounts and say nothing else about them. */
const NAMING: readonly Entity[] = ['touch', 'opportunity', 'opportunity_contact'];
/** Entities whose rows say who somebody is, or where he belongs. */
const TELLING: readonly Entity[] = ['account', 'contact', 'lead', 'visitor_link'];

export const tells = (entities: readonly Entity[]): boolean => entities.some((entity) => TELLING.includes(entity));
export const names = (entities: readonly Entity[]): Entity[] => NAMING.filter((entity) => entities.includes(entity));

/** Makes i_was: whom rows of load `n` name, before it is taken back. */
export const noteNames = async (tx: Tx, n: number, entities: readonly Entity[]): Promise<void> => {
  const rows = names(entities).flatMap((entity) => [
    namesOf(entity, `${entity} where load = ${n}`),
    namesOf(entity, `${entity}_row where load = ${n}`),
  ]);
  await tx.run(`create or replace temp table i_was as ${union(rows)}`);
};

/** Adds those who are new and stand alone; to be called within a commit. */
export type Add = () => Promise<void>;

/**
 * What is to be added to identity after load `n` landed (or, with i_was made by noteNames, was taken back). Null: more follows
 * from it, work it out whole.
 */
export const whatIsNew = async (tx: Tx, n: number, entities: readonly Entity[], takenBack: boolean): Promise<Add | null> => {
  const naming = names(entities);
  const now = naming.map((entity) =>
    namesOf(
      entity,
      takenBack ? `${entity} c where exists (from hit_${entity} h where ${sameKey(entity, 'c', 'h')})` : `${entity} where load = ${n}`,
    ),
  );
  await tx.run(`create or replace temp table i_now as ${union(now)}`);
  if (!takenBack) {
    const before = naming
      .filter((entity) => entity !== 'opportunity_contact')
      .flatMap((entity) => [
        namesOf(entity, `${entity}_row r where exists (from ${entity} c where c.load = ${n} and ${sameKey(entity, 'r', 'c')})`),
        ...(entity === 'touch'
          ? [
              namesOf(
                entity,
                `touch_row r where exists (from load_part l where l.load = ${n} and l.entity = 'touch' and l.src = r.src and l.part = r.part)`,
              ),
            ]
          : []),
      ]);
    await tx.run(`create or replace temp table i_was as ${union(before)}`);
  }
  return (await nobodyLost(tx)) && (await dealsOfKnown(tx)) ? addAlone(tx) : null;
};

const union = (selects: readonly string[]): string =>
  selects.length > 0
    ? selects.join(' union ')
    : `select null::varchar as kind, null::varchar as src, null::varchar as id, false as deal where false`;

/** Whom rows name: kind, source, id; deal: a deal names the account, which makes it one that stands. */
const namesOf = (entity: Entity, from: string): string => {
  const contact = `select 'contact' as kind, src, contact_id as id, false as deal from (select distinct src, contact_id from ${from}) where contact_id is not null`;
  const account = (deal: boolean): string =>
    `select 'account' as kind, src, account_id as id, ${deal} as deal from (select distinct src, account_id from ${from}) where account_id is not null`;
  if (entity === 'opportunity_contact') return contact;
  if (entity === 'opportunity') return account(true);
  return `${contact} union ${account(false)} union select 'email', null, lower(trim(email)), false from (select distinct email from ${from}) where contains(email, '@')`;
};

/** Of whom rows no longer speak: nothing follows from that where they have a record of their own, or another row names them. */
const nobodyLost = async (tx: Tx): Promise<boolean> => {
  await tx.run(`create or replace temp table i_lost as
    select * from (from i_was except from i_now) w
    where not exists (from contact c where w.kind = 'contact' and c.src = w.src and c.id = w.id)
      and not exists (from account a where w.kind = 'account' and a.src = w.src and a.id = w.id)
      and not exists (from person_of p where w.kind = 'email' and p.kind = 'email' and p.id = w.id and p.rule <> 'address only')`);
  if ((await count(tx, 'select count(*) as n from i_lost')) === 0) return true;
  return (
    (await count(
      tx,
      `select count(*) as n from i_lost l where deal
         or not exists (from touch t where l.kind = 'contact' and t.src = l.src and t.contact_id = l.id
           union all from touch t where l.kind = 'account' and t.src = l.src and t.account_id = l.id
           union all from touch t where l.kind = 'email' and lower(trim(t.email)) = l.id)`,
    )) === 0
  );
};

/** A deal makes the account it names one that stands: nothing new where that has a record of its own. */
const dealsOfKnown = async (tx: Tx): Promise<boolean> =>
  (await count(tx, 'select count(*) as n from i_now w where deal and not exists (from account a where a.src = w.src and a.id = w.id)')) ===
  0;

/** Who is new, where nothing follows from him: a contact that is no lead's id, an address of free mail without a tag. */
const addAlone = async (tx: Tx): Promise<Add | null> => {
  await tx.run(`create or replace temp table i_new as
    select * from i_now w
    where not exists (from person_of p where p.kind = w.kind and p.src is not distinct from w.src and p.id = w.id)
      and not exists (from account_key k where w.kind = 'account' and k.src = w.src and k.id = w.id)`);
  if ((await count(tx, 'select count(*) as n from i_new')) === 0) return () => Promise.resolve();
  const more = await count(
    tx,
    `select (select count(*) from i_new where kind = 'account')
      + (select count(*) from i_new t join lead l on t.kind = 'contact' and l.src = t.src and l.id = t.id)
      + (select count(*) from i_new where kind = 'email' and (contains(id, '+') or regexp_extract(id, '@([^@]+)$', 1) not in (${lits([...FREE_MAIL, ...DISPOSABLE])})))
      + (select count(*) from i_new t join (select regexp_replace(id, '\\+[^@]*@', '@') as bare from person_of where kind = 'email' and contains(id, '+')) p
          on t.kind = 'email' and p.bare = t.id) as n`,
  );
  if (more > 0) return null;
  return async () => {
    await tx.run(`insert into main.person_of by name
      select kind, src, id, ((select coalesce(max(person), 0) from main.person_of) + row_number() over (order by kind, src, id))::integer as person,
        if(kind = 'contact', 'own record', 'address only') as rule, 'certain' as confidence, null::date as known_on, true as speaks from i_new`);
  };
};
