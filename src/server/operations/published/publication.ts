/** One published edition, and the difference to what the same questions say today, line by line with its causes. */
import { identitySince, type IdentityChange } from '../../../facts/questions/identity-since.ts';
import { changedDeals } from '../../../facts/questions/period-ledger.ts';
import { standing, type Edition } from '../../../domain/measurement/publication.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import { causeless, type Since } from '../../../views/published/causes.ts';
import { compared, dealsThatDiffer } from '../../../views/published/compare.ts';
import { decidedSince } from '../../../views/published/decided.ts';
import type { Pack } from '../../../views/published/pack.ts';
import { problem } from '../../house/problems.ts';
import { canonical } from '../care/canonical.ts';
import { readerOf, type Reader } from '../ask/reader.ts';
import { factsOf } from '../facts/facts-of.ts';
import type { Run } from '../operation.ts';
import { namesFor } from './names.ts';
import { packOf } from './pack.ts';
import { seenBy } from './seen.ts';

export const publication: Run<'publication'> = async (world, { company, period, edition: n }, caller) => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const { book, nameOf, noteOf } = reader.value.context;
  const published = book.publication.get(period);
  const edition = n === undefined ? (standing(published) ?? published?.editions.at(-1)) : published?.editions.find((e) => e.n === n);
  if (!edition)
    return problem(
      'no-such-publication',
      `The numbers of ${period} were not published${n === undefined ? '' : ` as edition ${n}`}.`,
      'lockstep publications names what was.',
    );
  const json = met.value.room.store.pack(edition.sha256);
  if (json === null)
    return problem(
      'pack-missing',
      `The numbers of ${period}, edition ${edition.n}, are not in this folder.`,
      'Restore a backup made after they were published.',
    );
  const was = seenBy(reader.value.role, JSON.parse(json) as Pack);
  // Through canonical JSON, as the frozen one came: equal things are equal texts.
  const today = JSON.parse(canonical(await packOf(reader.value, { id: was.period, from: was.from, to: was.to }, was.asOf))) as Pack;
  const now = seenBy(reader.value.role, today);
  const since = await sinceOf(reader.value, met.value, edition, was, now);
  const difference = compared(was, now, since);
  return ok({
    period,
    edition: edition.n,
    from: was.from,
    to: was.to,
    asOf: was.asOf,
    sha256: edition.sha256,
    at: edition.at,
    by: nameOf(edition.by),
    why: edition.why && noteOf(edition.why),
    signed: edition.signed.map(({ seat, by, at }) => ({ seat, by: nameOf(by), at })),
    withdrawn: edition.withdrawn && { by: nameOf(edition.withdrawn.by), at: edition.withdrawn.at, why: noteOf(edition.withdrawn.why) },
    loads: was.loads,
    figures: edition.figures,
    answers: was.answers,
    difference,
    names: await namesFor(reader.value, difference),
  });
};

type Met = Extract<Awaited<ReturnType<typeof factsOf>>, { readonly ok: true }>['value'];

const sinceOf = async ({ engine, context }: Reader, { facts, room }: Met, edition: Edition, was: Pack, now: Pack): Promise<Since> => {
  const lastLoad = was.loads.at(-1) ?? 0;
  const keys = dealsThatDiffer(was, now);
  const [deals, loads, identity] = await Promise.all([
    changedDeals(engine, keys, lastLoad),
    facts.loads(),
    identitySince(engine, edition.at),
  ]);
  return {
    ...causeless(edition.at),
    lastLoad,
    loads: loads.map(({ n, file, loadedAt, revertedAt }) => ({ n, file, loadedAt, revertedAt })),
    deals: new Map(deals.map((deal) => [deal.key, deal])),
    identity: identity.map((change) => ({ at: change.at, text: identityWords(change, context.nameOf(change.by as PersonId)) })),
    decided: decidedSince(room.entries(), edition.at, {
      book: context.book,
      nameOf: (p) => (p === null ? 'nobody' : context.nameOf(p)),
      today: context.today,
    }),
  };
};

const identityWords = ({ of, same, revoked }: IdentityChange, who: string): string => {
  const what = { person: 'two contacts', account: 'two accounts', member: 'a contact and an account' }[of];
  if (revoked) return `${who} took back that ${what} ${same ? 'belong together' : 'are apart'}`;
  return same ? `${who} said that ${what} belong together` : `${who} said that ${what} are apart`;
};
