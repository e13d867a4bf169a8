/** What may be asked about an expectation, and what then happens. The meaning stands in expectation.ts. */
import type { PersonId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, day, fresh, oneOf, text } from '../check.ts';
import type { Ctx, Decider } from '../decider.ts';
import { subjectIn } from './about.ts';
import {
  isAgreed,
  latest,
  otherSide,
  SIDES,
  speaksFor,
  type Ended,
  type Expectation,
  type ExpectationBook,
  type ExpectationCommand,
  type ExpectationEvent,
  type ExpectationRefusal,
  type Party,
  type Promised,
  type Revision,
  type Side,
} from './expectation.ts';

type Refused = Result<null, ExpectationRefusal>;
const fine: Refused = ok(null);

/** What may be agreed: words, a day, two sides that can speak, things that exist. */
const promiseHolds = (book: ExpectationBook, p: Promised): Refused => {
  const checked = all(text('statement', p.statement, 1000), day('due', p.due));
  if (!checked.ok) return checked;
  for (const side of SIDES) {
    const party = partyHolds(book, side, p[side]);
    if (!party.ok) return party;
  }
  if (sameParty(p.promises, p.expects)) return refuse({ code: 'sides-are-one' });
  if (new Set(p.about).size < p.about.length) return refuse({ code: 'said-twice' });
  const nothing = p.about.find((id) => subjectIn(book, id) === null);
  return nothing === undefined ? fine : refuse({ code: 'nothing-has-id', id: nothing });
};
const partyHolds = (book: ExpectationBook, side: Side, { seat, person }: Party): Refused => {
  const company = book.company.get('company');
  if (seat === null && person === null) return refuse({ code: 'side-without-anybody', side });
  if (seat !== null && !company?.seats.some((s) => s.id === seat)) return refuse({ code: 'not-there', thing: 'seat', id: seat });
  if (person === null) return fine;
  const member = company?.members[person];
  if (!member) return refuse({ code: 'not-there', thing: 'member', id: person });
  return member.left ? refuse({ code: 'has-left', person }) : fine;
};
/** The same person cannot stand on both sides, and one seat cannot promise itself something. */
const sameParty = (a: Party, b: Party): boolean => (a.person !== null || b.person !== null ? a.person === b.person : a.seat === b.seat);

/** It stands, has not ended, and `revision` is the one to answer. */
const open = (e: Expectation | undefined, id: string, revision?: number): Refused => {
  if (!e) return refuse({ code: 'not-there', thing: 'expectation', id });
  if (e.ended) return refuse({ code: 'expectation-ended', how: e.ended.how });
  const { n } = latest(e);
  return revision === undefined || revision === n ? fine : refuse({ code: 'revision-moved-on', current: n });
};
const speaks = (book: ExpectationBook, e: Expectation, side: Side, who: PersonId): Refused =>
  speaksFor(book, latest(e)[side], who) ? fine : refuse({ code: 'not-your-side', side });
const asWritten = ({ statement, due, promises, expects, about }: Promised): Promised => ({
  statement: statement.trim(),
  due,
  promises: { seat: promises.seat, person: promises.person },
  expects: { seat: expects.seat, person: expects.person },
  about,
});
/** How an agreed expectation ends: asked by somebody who speaks for one of these sides. */
const ending = (
  e: Expectation | undefined,
  { id, revision }: { readonly id: string; readonly revision: number },
  { by }: Ctx,
  book: ExpectationBook,
  sides: readonly Side[],
): Refused => {
  const stands = open(e, id, revision);
  if (!stands.ok) return stands;
  if (!isAgreed(latest(e!))) return refuse({ code: 'not-agreed-yet' });
  return sides.some((side) => speaksFor(book, latest(e!)[side], by)) ? fine : refuse({ code: 'not-your-side', side: sides[0]! });
};

export const expectation: Decider<
  Expectation['id'],
  Expectation,
  ExpectationCommand,
  ExpectationEvent,
  ExpectationRefusal,
  ExpectationBook
> = {
  keyOf: (message) => message.id,
  decide: {
    'expectation/propose': (e, c, _, book) => {
      const checked = all(fresh('expectation', 'e', c.id, e));
      if (!checked.ok) return checked;
      const holds = promiseHolds(book, c);
      return holds.ok ? ok([{ type: 'expectation/proposed', id: c.id, ...asWritten(c) }]) : holds;
    },
    'expectation/revise': (e, c, { by }, book) => {
      const stands = open(e, c.id, c.revision);
      if (!stands.ok) return stands;
      const concerned = latest(e!).proposedBy === by || SIDES.some((side) => speaksFor(book, latest(e!)[side], by));
      if (!concerned) return refuse({ code: 'not-your-side', side: 'promises' });
      const holds = promiseHolds(book, c);
      if (!holds.ok) return holds;
      const said = asWritten(c);
      if (JSON.stringify(said) === JSON.stringify(asWritten(latest(e!)))) return refuse({ code: 'nothing-changed' });
      return ok([{ type: 'expectation/revised', id: c.id, revision: c.revision + 1, ...said }]);
    },
    'expectation/sign': (e, { id, revision, side }, { by }, book) => {
      const known = oneOf('side', side, SIDES);
      if (!known.ok) return known;
      const stands = open(e, id, revision);
      if (!stands.ok) return stands;
      const mine = speaks(book, e!, side, by);
      if (!mine.ok) return mine;
      const { signatures } = latest(e!);
      if (signatures[side]) return signatures[side].by === by ? ok([]) : refuse({ code: 'side-signed', side });
      if (signatures[otherSide(side)]?.by === by) return refuse({ code: 'signed-other-side', side: otherSide(side) });
      return ok([{ type: 'expectation/signed', id, revision, side }]);
    },
    'expectation/decline': (e, { id, revision, side, why }, { by }, book) => {
      const known = oneOf('side', side, SIDES);
      if (!known.ok) return known;
      const stands = open(e, id, revision);
      if (!stands.ok) return stands;
      if (isAgreed(latest(e!))) return refuse({ code: 'agreed-already' });
      const mine = speaks(book, e!, side, by);
      if (!mine.ok) return mine;
      if (latest(e!).signatures[side]) return refuse({ code: 'side-signed', side });
      return ok([{ type: 'expectation/declined', id, revision, side, why }]);
    },
    'expectation/keep': (e, c, ctx, book) => {
      const may = ending(e, c, ctx, book, ['expects']);
      return may.ok ? ok([{ type: 'expectation/kept', id: c.id, revision: c.revision, why: c.why }]) : may;
    },
    'expectation/break': (e, c, ctx, book) => {
      const may = ending(e, c, ctx, book, ['expects', 'promises']);
      return may.ok ? ok([{ type: 'expectation/broken', id: c.id, revision: c.revision, why: c.why }]) : may;
    },
    'expectation/release': (e, c, ctx, book) => {
      const may = ending(e, c, ctx, book, ['expects']);
      return may.ok ? ok([{ type: 'expectation/released', id: c.id, revision: c.revision, why: c.why }]) : may;
    },
    'expectation/withdraw': (e, { id, why }, { by }) => {
      const stands = open(e, id);
      if (!stands.ok) return stands;
      if (e!.revisions.some(isAgreed)) return refuse({ code: 'agreed-already' });
      return latest(e!).proposedBy === by ? ok([{ type: 'expectation/withdrawn', id, why }]) : refuse({ code: 'not-the-proposer' });
    },
  },
  evolve: {
    'expectation/proposed': (_, { type: _type, id, ...promise }, { by, at }) => ({
      id,
      revisions: [revision(1, promise, by, at)],
      ended: null,
    }),
    'expectation/revised': (e, { type: _type, id: _id, revision: n, ...promise }, { by, at }) => ({
      ...e!,
      revisions: [...e!.revisions, revision(n, promise, by, at)],
    }),
    'expectation/signed': (e, { side }, { by, at }) =>
      onLatest(e!, (r) => ({ ...r, signatures: { ...r.signatures, [side]: { by, at } }, declined: without(r.declined, side) })),
    'expectation/declined': (e, { side, why }, { by, at }) =>
      onLatest(e!, (r) => ({ ...r, declined: { ...r.declined, [side]: { by, at, why } } })),
    'expectation/kept': (e, { why }, { by, at }) => ended(e!, { how: 'kept', by, at, why }),
    'expectation/broken': (e, { why }, { by, at }) => ended(e!, { how: 'broken', by, at, why }),
    'expectation/released': (e, { why }, { by, at }) => ended(e!, { how: 'released', by, at, why }),
    'expectation/withdrawn': (e, { why }, { by, at }) => ended(e!, { how: 'withdrawn', by, at, why }),
  },
};

const revision = (n: number, promise: Promised, proposedBy: PersonId, proposedAt: string): Revision => ({
  n,
  ...promise,
  proposedBy,
  proposedAt,
  signatures: {},
  declined: {},
});
const onLatest = (e: Expectation, change: (r: Revision) => Revision): Expectation => ({
  ...e,
  revisions: [...e.revisions.slice(0, -1), change(latest(e))],
});
const without = (declined: Revision['declined'], side: Side): Revision['declined'] =>
  Object.fromEntries(Object.entries(declined).filter(([s]) => s !== side));
const ended = (e: Expectation, how: Ended): Expectation => ({ ...e, ended: how });
