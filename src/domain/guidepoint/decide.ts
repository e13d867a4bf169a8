/** What may be asked about a Guidepoint, and what then happens. The meaning stands in guidepoint.ts. */
import { quarterNamed } from '../../kernel/fiscal.ts';
import { isId, type PersonId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { oneOf } from '../check.ts';
import type { Seat } from '../company/company.ts';
import type { Decider } from '../decider.ts';
import {
  current,
  isLocked,
  openChange,
  REASONS,
  seatsOf,
  type Change,
  type Guidepoint,
  type GuidepointBook,
  type GuidepointCommand,
  type GuidepointEvent,
  type GuidepointProduced,
  type GuidepointRefusal,
  type Version,
} from './guidepoint.ts';
import { asAgreed, differs, stillReads, termsHold, wordingHolds } from './wording.ts';

type Refused = Result<null, GuidepointRefusal>;
const fine: Refused = ok(null);

const holdsSeat = (book: GuidepointBook, g: Guidepoint, person: PersonId): Refused =>
  seatsOf(book, person).some((seat) => current(g).seats.includes(seat)) ? fine : refuse({ code: 'approver-without-seat' });
const belongs = (book: GuidepointBook, person: PersonId): boolean => book.company.get('company')?.members[person]?.left === null;
const there = (g: Guidepoint | undefined, period: string): Refused =>
  g ? fine : refuse({ code: 'not-there', thing: 'guidepoint', id: period });
const isCurrent = (g: Guidepoint, version: number): Refused =>
  version === current(g).n ? fine : refuse({ code: 'version-moved-on', current: current(g).n });
const changeOf = (g: Guidepoint | undefined, id: string): Result<Change, GuidepointRefusal> => {
  const change = g?.changes.find((c) => c.id === id);
  if (!change) return refuse({ code: 'not-there', thing: 'change', id });
  return change.state === 'open' ? ok(change) : refuse({ code: 'change-decided', state: change.state });
};
const first = (...checks: readonly (() => Refused)[]): Refused => {
  for (const check of checks) {
    const answer = check();
    if (!answer.ok) return answer;
  }
  return fine;
};

export const guidepoint: Decider<
  string,
  Guidepoint,
  GuidepointCommand,
  GuidepointEvent,
  GuidepointRefusal,
  GuidepointBook,
  GuidepointProduced
> = {
  keyOf: (message) => message.period,
  decide: {
    'guidepoint/propose': (g, c, _, book) => {
      const fiscal = book.company.get('company')?.fiscal;
      const checked = first(
        () => (fiscal && quarterNamed(fiscal, c.period) ? fine : refuse({ code: 'not-a-quarter', found: c.period })),
        () => (g ? refuse({ code: 'there-already', thing: 'guidepoint', id: c.period }) : fine),
        () => wordingHolds(book, c),
      );
      if (!checked.ok) return checked;
      return ok([
        {
          type: 'guidepoint/proposed',
          period: c.period,
          statement: c.statement.trim(),
          outcomes: asAgreed(book, c.outcomes),
          seats: c.seats,
        },
      ]);
    },
    'guidepoint/reword': (g, c, _, book) => {
      const checked = first(
        () => there(g, c.period),
        () => (isLocked(g!) ? refuse({ code: 'locked', period: c.period }) : fine),
        () => isCurrent(g!, c.version),
        () => wordingHolds(book, c),
        () => (differs(current(g!), c, asAgreed(book, c.outcomes)) ? fine : refuse({ code: 'nothing-changed' })),
      );
      if (!checked.ok) return checked;
      return ok([
        {
          type: 'guidepoint/reworded',
          period: c.period,
          statement: c.statement.trim(),
          outcomes: asAgreed(book, c.outcomes),
          seats: c.seats,
        },
      ]);
    },
    'guidepoint/sign': (g, { period, version, seat }, { by }, book) => {
      const checked = first(
        () => there(g, period),
        () => mayAnswer(g!, version, seat, seatsOf(book, by)),
      );
      if (!checked.ok) return checked;
      if (current(g!).signatures[seat]) return ok([]); // said twice is said once
      const reads = stillReads(book, current(g!));
      if (!reads.ok) return reads;
      return ok([{ type: 'guidepoint/signed', period, version, seat }]);
    },
    'guidepoint/decline': (g, { period, version, seat, why }, { by }, book) => {
      const checked = first(
        () => there(g, period),
        () => (isLocked(g!) ? refuse({ code: 'locked', period }) : fine),
        () => mayAnswer(g!, version, seat, seatsOf(book, by)),
      );
      return checked.ok ? ok([{ type: 'guidepoint/declined', period, version, seat, why }]) : checked;
    },
    'guidepoint/ask-change': (g, c, { by }, book) => {
      const checked = first(
        () => there(g, c.period),
        () => (isLocked(g!) ? fine : refuse({ code: 'not-locked' })),
        () => (openChange(g!) ? refuse({ code: 'change-open', change: openChange(g!)!.id }) : fine),
        () =>
          isId('x', c.change) && !g!.changes.some((x) => x.id === c.change)
            ? fine
            : refuse({ code: 'not-an-id', thing: 'change', id: c.change }),
        () => oneOf('reason', c.reason, REASONS),
        () => wordingHolds(book, c),
        () => termsHold(book, c),
        () => (c.approver === by ? refuse({ code: 'approver-is-proposer' }) : fine),
        () => holdsSeat(book, g!, c.approver),
        () => (differs(current(g!), c, asAgreed(book, c.outcomes, c.terms)) ? fine : refuse({ code: 'nothing-changed' })),
      );
      if (!checked.ok) return checked;
      const { period, change, reason, words, terms, approver, outcomes, seats } = c;
      return ok([
        { type: 'guidepoint/change-asked', period, change, reason, words, terms, approver, statement: c.statement.trim(), outcomes, seats },
      ]);
    },
    'guidepoint/approve-change': (g, { period, change: id }, { by }, book) => {
      const change = changeOf(g, id);
      if (!change.ok) return change;
      const { approver, askedBy, statement, outcomes, terms, seats } = change.value;
      if (by !== approver || by === askedBy) return refuse({ code: 'not-the-approver' });
      const holds = first(
        () => holdsSeat(book, g!, by),
        () => wordingHolds(book, { statement, outcomes, seats }),
        () => termsHold(book, { outcomes, terms }),
      );
      if (!holds.ok) return holds;
      const agreed = asAgreed(book, outcomes, terms);
      const moved = terms
        .filter((t) => book.outcome.get(t.outcome)!.target !== t.target || book.outcome.get(t.outcome)!.due !== t.due)
        .map((t) => ({ type: 'outcome/target-moved' as const, id: t.outcome, target: t.target, due: t.due, why: null }));
      const corrected = terms.flatMap(({ outcome, baseline }) =>
        baseline === undefined || book.outcome.get(outcome)!.baseline === baseline
          ? []
          : [{ type: 'outcome/baseline-corrected' as const, id: outcome, baseline, why: null }],
      );
      return ok([{ type: 'guidepoint/change-approved', period, change: id, statement, outcomes: agreed, seats }, ...moved, ...corrected]);
    },
    'guidepoint/refuse-change': (g, { period, change: id, why }, { by }) => {
      const change = changeOf(g, id);
      if (!change.ok) return change;
      if (by !== change.value.approver) return refuse({ code: 'not-the-approver' });
      return ok([{ type: 'guidepoint/change-refused', period, change: id, why }]);
    },
    'guidepoint/withdraw-change': (g, { period, change: id }, { by }, book) => {
      const change = changeOf(g, id);
      if (!change.ok) return change;
      // Once he who asked has gone, anybody with a seat or a plan to look after may clear the way.
      if (by !== change.value.askedBy && belongs(book, change.value.askedBy)) return refuse({ code: 'not-the-proposer' });
      return ok([{ type: 'guidepoint/change-withdrawn', period, change: id }]);
    },
  },
  evolve: {
    'guidepoint/proposed': (_, { period, ...agreed }, stamp) => ({ period, versions: [version(1, agreed, stamp, null)], changes: [] }),
    'guidepoint/reworded': (g, agreed, stamp) => ({
      ...g!,
      versions: [...g!.versions, version(g!.versions.length + 1, agreed, stamp, null)],
    }),
    'guidepoint/signed': (g, { seat }, { by, at }) =>
      withCurrent(g!, (v) => {
        const { [seat]: _, ...declined } = v.declined;
        return { ...v, declined, signatures: { ...v.signatures, [seat]: { by, at } } };
      }),
    'guidepoint/declined': (g, { seat, why }, { by, at }) =>
      withCurrent(g!, (v) => {
        const { [seat]: _, ...signatures } = v.signatures;
        return { ...v, signatures, declined: { ...v.declined, [seat]: { by, at, why } } };
      }),
    'guidepoint/change-asked': (g, { change, reason, words, terms, approver, statement, outcomes, seats }, { by, at }) => ({
      ...g!,
      changes: [
        ...g!.changes,
        {
          id: change,
          reason,
          words,
          statement,
          outcomes,
          terms,
          seats,
          askedBy: by,
          askedAt: at,
          approver,
          state: 'open',
          decidedAt: null,
          why: null,
        },
      ],
    }),
    'guidepoint/change-approved': (g, agreed, stamp) => ({
      ...decided(g!, agreed.change, { state: 'approved', decidedAt: stamp.at }),
      versions: [...g!.versions, version(g!.versions.length + 1, agreed, stamp, agreed.change)],
    }),
    'guidepoint/change-refused': (g, { change, why }, { at }) => decided(g!, change, { state: 'refused', decidedAt: at, why }),
    'guidepoint/change-withdrawn': (g, { change }, { at }) => decided(g!, change, { state: 'withdrawn', decidedAt: at }),
  },
};

const mayAnswer = (g: Guidepoint, n: number, seat: Seat, held: readonly Seat[]): Refused =>
  first(
    () => (current(g).seats.includes(seat) ? fine : refuse({ code: 'seat-not-asked', seat })),
    () => (held.includes(seat) ? fine : refuse({ code: 'not-your-seat', seat })),
    () => isCurrent(g, n),
  );

const version = (
  n: number,
  { statement, outcomes, seats }: Pick<Version, 'statement' | 'outcomes' | 'seats'>,
  { by, at }: { by: Version['proposedBy']; at: string },
  change: Version['change'],
): Version => ({
  n,
  statement,
  outcomes,
  seats,
  proposedBy: by,
  proposedAt: at,
  change,
  signatures: {},
  declined: {},
});
const withCurrent = (g: Guidepoint, edit: (v: Version) => Version): Guidepoint => ({
  ...g,
  versions: [...g.versions.slice(0, -1), edit(current(g))],
});
const decided = (g: Guidepoint, id: Change['id'], end: Partial<Change>): Guidepoint => ({
  ...g,
  changes: g.changes.map((c) => (c.id === id ? { ...c, ...end } : c)),
});
