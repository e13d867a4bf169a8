/**
 * Decisions about who is who: a person's word about two handles, dated, taken back by nobody's edit but by another word.
 *
 * A word said twice is said once; the opposite word takes the one before back, and both stay in the ledger. After each the
 * identities are worked out anew.
 */
import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Engine, Tx } from '../engine.ts';
import type { ImportRefusal } from '../import/refusal.ts';
import type { Doing } from '../loads/doing.ts';
import { handleText, sameSpelling, type Handle, type Of, type Said } from './handle.ts';
import { resolveIdentity } from './resolve.ts';

/** One line of the ledger. `aName`, `bName`: what the files call the two, null where they say none. `by` is a person of the company; `revoked*` are null while it stands. */
export type Decision = Said & {
  readonly id: string;
  readonly aName: string | null;
  readonly bName: string | null;
  readonly why: string | null;
  readonly by: string;
  readonly at: string;
  readonly revokedBy: string | null;
  readonly revokedAt: string | null;
};

const KINDS: { readonly [O in Of]: readonly [readonly Handle['kind'][], readonly Handle['kind'][]] } = {
  person: [
    ['contact', 'email', 'visitor'],
    ['contact', 'email', 'visitor'],
  ],
  account: [['account'], ['account']],
  member: [['contact', 'email', 'visitor', 'domain'], ['account']],
};

/**
 * Says something of two handles. Gives the id of the decision that now stands. With `more`, identities are worked out later by
 * whoever says so last, and whether any row names the two is not asked: a word without rows has no effect.
 */
export const decideIdentity = (
  engine: Engine,
  said: Said & { readonly why: string | null },
  { by, at, more }: Doing,
): Promise<Result<{ readonly id: string }, ImportRefusal>> =>
  thenResolve(engine, more === true, async (tx): Promise<Result<{ readonly id: string }, ImportRefusal>> => {
    const [a, b] = [sameSpelling(said.a), sameSpelling(said.b)];
    const [kindsA, kindsB] = KINDS[said.of];
    if (!kindsA.includes(a.kind) || !kindsB.includes(b.kind))
      return refuse({
        code: 'unfit-handles',
        text: `A ${a.kind} and a ${b.kind} cannot be ${WORDS[said.of]}.`,
        todo: 'Name two that can.',
      });
    if (handleText(a) === handleText(b))
      return refuse({ code: 'unfit-handles', text: 'Both are the same.', todo: 'Name two different ones.' });
    for (const handle of more ? [] : [a, b]) if (!(await isNamed(tx, handle))) return refuse(noSuchHandle(handle));
    const [stands] = await standingBetween(tx, said.of, a, b);
    if (stands?.same === said.same) return ok({ id: stands.id });
    if (stands) await end(tx, stands.id, { by, at });
    const id = `j_${createHash('sha256')
      .update([said.of, handleText(a), handleText(b), said.same, at, by].join('\n'))
      .digest('hex')
      .slice(0, 12)}`;
    await tx.run(
      `insert into identity_decision (id, of, a_kind, a_src, a_id, b_kind, b_src, b_id, same, why, decided_by, decided_at)
       values ($id, $of, $a_kind, $a_src, $a_id, $b_kind, $b_src, $b_id, $same, $why, $by, $at::timestamp)`,
      { id, of: said.of, ...bound('a', a), ...bound('b', b), same: said.same, why: said.why, by, at: at.replace(/Z$/, '') },
    );
    return ok({ id });
  });

/** Takes a decision back: every number is as it was without it. */
export const revokeDecision = (engine: Engine, id: string, doing: Doing): Promise<Result<null, ImportRefusal>> =>
  thenResolve(engine, doing.more === true, async (tx): Promise<Result<null, ImportRefusal>> => {
    const [known] = await tx.read<{ revoked_by: string | null; revoked_at: string | null }>(
      'select revoked_by, revoked_at from identity_decision where id = $id',
      { id },
    );
    if (!known)
      return refuse({ code: 'no-such-decision', text: `There is no decision "${id}".`, todo: 'See the list of what was decided.' });
    if (known.revoked_at)
      return refuse({
        code: 'already-taken-back',
        text: `That was taken back already, by ${known.revoked_by} on ${known.revoked_at.slice(0, 10)}.`,
        todo: 'Nothing is left to do.',
      });
    await end(tx, id, doing);
    return ok(null);
  });

const thenResolve = <T>(
  engine: Engine,
  later: boolean,
  work: (tx: Tx) => Promise<Result<T, ImportRefusal>>,
): Promise<Result<T, ImportRefusal>> =>
  engine.alone(async (tx, commit) => {
    const done = await commit(() => work(tx));
    if (done.ok && !later) await resolveIdentity(tx, commit);
    return done;
  });

/** SQL of the name of one side of decision d, as its own source has it. */
const nameSql = (side: 'a' | 'b'): string =>
  `case d.${side}_kind when 'contact' then (select any_value(coalesce(c.name, c.email)) from contact c where c.src = d.${side}_src and c.id = d.${side}_id)
    when 'account' then (select any_value(coalesce(k.name, k.domain)) from account k where k.src = d.${side}_src and k.id = d.${side}_id) end`;

/** The ledger, the latest first. */
export const decisionsListed = async (engine: Pick<Engine, 'read'>): Promise<Decision[]> => {
  const lines = await engine.read<Line>(
    `select d.id, d.of, d.a_kind, d.a_src, d.a_id, d.b_kind, d.b_src, d.b_id, d.same, ${nameSql('a')} as "aName", ${nameSql('b')} as "bName", d.why,
       d.decided_by as "by", d.decided_at as "at", d.revoked_by as "revokedBy", d.revoked_at as "revokedAt"
     from identity_decision d order by d.decided_at desc, d.id`,
  );
  return lines.map(({ a_kind, a_src, a_id, b_kind, b_src, b_id, ...line }) => ({
    ...line,
    a: { kind: a_kind, src: a_src, id: a_id },
    b: { kind: b_kind, src: b_src, id: b_id },
  }));
};

type Line = Omit<Decision, 'a' | 'b'> & {
  readonly a_kind: Handle['kind'];
  readonly a_src: string | null;
  readonly a_id: string;
  readonly b_kind: Handle['kind'];
  readonly b_src: string | null;
  readonly b_id: string;
};

const WORDS: { readonly [O in Of]: string } = { person: 'one person', account: 'one account', member: 'a person and an account' };

const bound = (side: 'a' | 'b', { kind, src, id }: Handle): { readonly [name: string]: string | null } => ({
  [`${side}_kind`]: kind,
  [`${side}_src`]: src,
  [`${side}_id`]: id,
});

const noSuchHandle = ({ kind, src, id }: Handle): ImportRefusal => ({
  code: 'no-such-handle',
  text: `No row names the ${kind} "${id}"${src === null ? '' : ` of ${src}`}.`,
  todo: 'See the list of names that wait, or search for it.',
});

/** True where some row names it. */
export const isNamed = async (tx: Pick<Tx, 'read'>, { kind, src, id }: Handle): Promise<boolean> => {
  const sql =
    kind === 'account'
      ? 'select 1 from account_key where src = $src and id = $id'
      : kind === 'domain'
        ? `select 1 from person_of where kind = 'email' and ends_with(id, '@' || $id) limit 1`
        : kind === 'visitor'
          ? 'select 1 from touch where src = $src and visitor = $id union all select 1 from visitor_link where src = $src and $id in (visitor, user_id) limit 1'
          : `select 1 from person_of where kind = '${kind}' and src is not distinct from $src and id = $id`;
  return (await tx.read(sql, kind === 'domain' ? { id } : { src, id })).length > 0;
};

/** The decision that stands between two handles, in either order. */
const standingBetween = (tx: Tx, of: Of, a: Handle, b: Handle): Promise<{ readonly id: string; readonly same: boolean }[]> => {
  const is = (side: 'a' | 'b', as: 'a' | 'b'): string =>
    `${side}_kind = $${as}_kind and ${side}_src is not distinct from $${as}_src and ${side}_id = $${as}_id`;
  return tx.read(
    `select id, same from identity_decision where revoked_at is null and of = $of and ((${is('a', 'a')} and ${is('b', 'b')}) or (${is('a', 'b')} and ${is('b', 'a')}))`,
    { of, ...bound('a', a), ...bound('b', b) },
  );
};

const end = async (tx: Tx, id: string, { by, at }: Pick<Doing, 'by' | 'at'>): Promise<void> => {
  await tx.run('update identity_decision set revoked_by = $by, revoked_at = $at::timestamp where id = $id', {
    id,
    by,
    at: at.replace(/Z$/, ''),
  });
};
