/** What may be asked about a Guidepoint, and what then happens. The meaning stands in guidepoint.ts. */
import { quarterNamed } from '../../kernel/fiscal.ts';
import { isId, type OutcomeId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, amount, day, oneOf, stands, text } from '../check.ts';
import type { Seat } from '../company/company.ts';
import type { Decider } from '../decider.ts';
import {
  current,
  isLocked,
  openChange,
  REASONS,
  seatsOf,
  type AgreedOutcome,
  type Change,
  type Guidepoint,
  type GuidepointBook,
  type GuidepointCommand,
  type GuidepointEvent,
  type GuidepointProduced,
  type GuidepointRefusal,
  type NewTerms,
  type Version,
} from './guidepoint.ts';

type Refused = Result<null, GuidepointRefusal>;
const fine: Refused = ok(null);

/** Statement, one to five outcomes that stand, and seats the company has. */
const wordingHolds = (
  book: GuidepointBook,
  { statement, outcomes, seats }: { statement: string; outcomes: readonly OutcomeId[]; seats: readonly Seat[] },
): Refused => {
  const said = text('statement', statement, 600);
  if (!said.ok) return said;
  if (outcomes.length < 1 || outcomes.length > 5) return refuse({ code: 'outcomes-one-to-five', found: outcomes.length });
  if (new Set(outcomes).size < outcomes.length || new Set(seats).size < seats.length) return refuse({ code: 'said-twice' });
  if (seats.length === 0) return refuse({ code: 'seats-needed' });
  const known = book.company.get('company')?.seats.map((s) => s.id) ?? [];
  const stranger = seats.find((s) => !known.includes(s));
  if (stranger !== undefined) return refuse({ code: 'not-there', thing: 'seat', id: stranger });
  return all(...outcomes.map((id) => stands('outcome', id, book.outcome.get(id))));
};

/** The terms that will be signed: as the outcomes read now, with the new targets of a change where it has them. */
const asAgreed = (book: GuidepointBook, outcomes: readonly OutcomeId[], terms: readonly NewTerms[] = []): AgreedOutcome[] =>
  outcomes.map((id) => {
    const { name, metric, from, due, baseline, target } = book.outcome.get(id)!;
    const moved = terms.find((t) => t.outcome === id);
    return { outcome: id, name, metric, from, due: moved?.due ?? due, baseline, target: moved?.target ?? target };
  });

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
        () =>
          all(
            ...c.terms.flatMap((t) => [
              stands('outcome', t.outcome, book.outcome.get(t.outcome)),
              amount('target', t.target),
              day('due', t.due),
            ]),
          ),
        () => (c.approver === by ? refuse({ code: 'approver-is-proposer' }) : fine),
        () => (seatsOf(book, c.approver).some((s) => current(g!).seats.includes(s)) ? fine : refuse({ code: 'approver-without-seat' })),
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
      const holds = wordingHolds(book, { statement, outcomes, seats });
      if (!holds.ok) return holds;
      const agreed = asAgreed(book, outcomes, terms);
      const moved = terms
        .filter((t) => book.outcome.get(t.outcome)!.target !== t.target || book.outcome.get(t.outcome)!.due !== t.due)
        .map((t) => ({ type: 'outcome/target-moved' as const, id: t.outcome, target: t.target, due: t.due, why: null }));
      return ok([{ type: 'guidepoint/change-approved', period, change: id, statement, outcomes: agreed, seats }, ...moved]);
    },
    'guidepoint/refuse-change': (g, { period, change: id, why }, { by }) => {
      const change = changeOf(g, id);
      if (!change.ok) return change;
      if (by !== change.value.approver) return refuse({ code: 'not-the-approver' });
      return ok([{ type: 'guidepoint/change-refused', period, change: id, why }]);
    },
    'guidepoint/withdraw-change': (g, { period, change: id }, { by }) => {
      const change = changeOf(g, id);
      if (!change.ok) return change;
      if (by !== change.value.askedBy) return refuse({ code: 'not-the-proposer' });
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

const differs = (now: Version, asked: { statement: string; seats: readonly Seat[] }, agreed: readonly AgreedOutcome[]): boolean =>
  now.statement !== asked.statement.trim() ||
  JSON.stringify(now.seats) !== JSON.stringify(asked.seats) ||
  JSON.stringify(now.outcomes) !== JSON.stringify(agreed);

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
