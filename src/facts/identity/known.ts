/** Known: a person or an account as all sources together name it: what it is called, why, where it belongs, its touches and deals. */
import type { Engine } from '../engine.ts';
import type { Handle } from './handle.ts';

export type KnownHandle = Handle & {
  readonly name: string | null;
  readonly rule: string;
  readonly confidence: string;
  /** From which day on; null: always. */
  readonly knownOn: string | null;
  readonly speaks: boolean;
};
export type KnownDeal = {
  readonly src: string;
  readonly id: string;
  readonly name: string | null;
  readonly status: string | null;
  readonly minor: number | null;
  readonly currency: string | null;
};
export type KnownTouch = {
  readonly src: string;
  readonly id: string;
  readonly on: string | null;
  readonly channel: string | null;
  readonly campaign: string | null;
  readonly what: string | null;
};
export type Known = {
  readonly handles: readonly KnownHandle[];
  /** Of a person: its accounts; of an account: its people. */
  readonly others: readonly KnownHandle[];
  /** How many others there are in all. */
  readonly othersInAll: number;
  readonly deals: readonly KnownDeal[];
  /** The latest, at most 200; how many there are in all. */
  readonly touches: readonly KnownTouch[];
  readonly touchesInAll: number;
};

const MOST = 200;

/** Everything about whom the handle names; null where nobody is called that. */
export const knownAs = async (engine: Engine, handle: Handle): Promise<Known | null> => {
  const isAccount = handle.kind === 'account';
  const [found] = await engine.read<{ no: number }>(
    isAccount
      ? 'select account as no from account_key where src = $src and id = $id'
      : `select min(person)::integer as no from person_of where kind = '${handle.kind}' and src is not distinct from $src and id = $id having count(*) > 0`,
    { src: handle.src, id: handle.id },
  );
  if (!found) return null;
  const no = Math.trunc(found.no);
  const person = (where: string): string =>
    `select p.kind, p.src, p.id, coalesce(c.name, c.email) as name, p.rule, p.confidence, p.known_on as "knownOn", p.speaks
     from person_of p left join contact c on p.kind = 'contact' and c.src = p.src and c.id = p.id where ${where} order by p.speaks desc, p.kind, p.src, p.id limit ${MOST}`;
  const account = (where: string): string =>
    `select 'account' as kind, k.src, k.id, coalesce(a.name, a.domain) as name, k.rule, k.confidence, null::date as "knownOn", k.speaks
     from account_key k left join account a on a.src = k.src and a.id = k.id where ${where} order by k.speaks desc, k.src, k.id limit ${MOST}`;
  const members = isAccount ? `select person from account_of where account = ${no}` : `select ${no} as person`;
  const called = `called as (select kind, src, id from person_of where person in (${members}))`;
  const [handles, others, [inAll], deals, touches, [all]] = await Promise.all([
    engine.read<KnownHandle>(isAccount ? account(`k.account = ${no}`) : person(`p.person = ${no}`)),
    engine.read<KnownHandle>(
      isAccount
        ? person(`p.speaks and p.person in (${members})`)
            .replace('p.rule, p.confidence', 'o.rule, o.confidence')
            .replace('where', `join account_of o on o.person = p.person and o.account = ${no} where`)
        : account(`k.speaks and k.account in (select account from account_of where person = ${no})`)
            .replace('k.rule, k.confidence', 'o.rule, o.confidence')
            .replace('where', `join account_of o on o.account = k.account and o.person = ${no} where`),
    ),
    engine.read<{ n: number }>(
      isAccount
        ? `select count(*) as n from account_of where account = ${no}`
        : `select count(*) as n from account_of where person = ${no}`,
    ),
    engine.read<KnownDeal>(
      `select o.src, o.id, coalesce(nullif(trim(o.name), ''), o.id) as name, o.status, o.amount_minor as minor, o.currency from opportunity o
       where ${
         isAccount
           ? `(o.src, o.account_id) in (select (src, id) from account_key where account = ${no})`
           : `(o.src, o.id) in (select (oc.src, oc.opportunity_id) from opportunity_contact oc join person_of p on p.kind = 'contact' and p.src = oc.src and p.id = oc.contact_id where p.person = ${no})`
       } order by coalesce(o.closed_on, o.opened_on) desc nulls last, o.src, o.id limit ${MOST}`,
    ),
    engine.read<KnownTouch>(
      `with ${called}, ${TOUCHED(isAccount, no)} select src, id, touched_on as "on", channel, campaign, coalesce(what, kind) as what from met order by touched_on desc nulls last, src, id limit ${MOST}`,
    ),
    engine.read<{ n: number }>(`with ${called}, ${TOUCHED(isAccount, no)} select count(*) as n from met`),
  ]);
  return { handles, others, othersInAll: inAll!.n, deals, touches, touchesInAll: all!.n };
};

/** Touches of those called so, each once; of an account also those that name only it. */
const TOUCHED = (isAccount: boolean, no: number): string => `met as (
  select t.* from touch t semi join (from called where kind = 'contact') c on c.src = t.src and c.id = t.contact_id
  union all
  select t.* from touch t semi join (from called where kind = 'email') c on c.id = lower(trim(t.email)) where t.contact_id is null
  union all
  select t.* from touch t semi join (from called where kind = 'visitor') c on c.src = t.src and c.id = t.visitor where t.contact_id is null and not coalesce(contains(t.email, '@'), false)
  ${isAccount ? `union all select t.* from touch t semi join (from account_key where account = ${no}) k on k.src = t.src and k.id = t.account_id where t.contact_id is null and t.email is null and t.visitor is null` : ''})`;
