/** What may be asked about a Blueprint. The meaning stands in blueprint.ts, what then happens in evolve.ts. */
import { isId, type PersonId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { text } from '../check.ts';
import type { Seat } from '../company/company.ts';
import type { Decider } from '../decider.ts';
import { seatsOf } from '../guidepoint/guidepoint.ts';
import {
  allSigned,
  isAgreed,
  newest,
  waitingChange,
  type Blueprint,
  type BlueprintBook,
  type BlueprintChange,
  type BlueprintCommand,
  type BlueprintEvent,
  type BlueprintProduced,
  type BlueprintRefusal,
  type BlueprintVersion,
} from './blueprint.ts';
import { draftPlan, groundOf, standingPlan } from './draft.ts';
import { withEdits } from './edits.ts';
import { enactDraft, enactEdits, enactLever } from './enact.ts';
import { evolve } from './evolve.ts';
import { shortfalls } from './gate.ts';
import { editsHold, fine, first, isQuarter, leverHolds, mayTakeIn, seatsHold, type Refused } from './holds.ts';
import { promisesTheSame, type Plan } from './plan.ts';

const there = (b: Blueprint | undefined, period: string): Refused =>
  newest(b) ? fine : refuse({ code: 'not-there', thing: 'blueprint', id: period });
const open = (b: Blueprint | undefined, period: string): Refused => (isAgreed(b) ? refuse({ code: 'blueprint-agreed', period }) : fine);
const isCurrent = (b: Blueprint | undefined, n: number): Refused => {
  const current = newest(b)?.n ?? 0;
  return n === current ? fine : refuse({ code: 'version-moved-on', current });
};
const asked = ({ seats }: Pick<BlueprintVersion, 'seats'>, seat: Seat, held: readonly Seat[]): Refused =>
  !seats.includes(seat) ? refuse({ code: 'seat-not-asked', seat }) : held.includes(seat) ? fine : refuse({ code: 'not-your-seat', seat });
const notYet = ({ signatures }: Pick<BlueprintVersion, 'signatures'>, seat: Seat): Refused =>
  signatures[seat] ? refuse({ code: 'signed-already', seat }) : fine;

/** The gate, over today's capacity and rule: what was put forward may have fitted into more than there is now. */
const fits = (book: BlueprintBook, period: string, plan: Plan): Refused => {
  const short = shortfalls({ ...plan, ...groundOf(book, period) });
  return short.length === 0 ? fine : refuse({ code: 'over-capacity', period, short });
};
const deferralsHold = (book: BlueprintBook, { levers }: Plan): Refused =>
  first(...levers.map((l) => () => (l.lever === 'defer' ? mayTakeIn(book, l.period, l.priority) : fine)));
const explained = ({ notDoing }: Plan): Refused => {
  const priorities = notDoing.flatMap((n) => (n.why === null && n.priority !== null ? [n.priority] : []));
  return priorities.length === 0 ? fine : refuse({ code: 'wont-without-why', priorities });
};
const changeOf = (b: Blueprint | undefined, id: string): Result<BlueprintChange, BlueprintRefusal> => {
  const change = b?.changes.find((c) => c.id === id);
  if (!change) return refuse({ code: 'not-there', thing: 'change', id });
  return change.state === 'open' ? ok(change) : refuse({ code: 'blueprint-change-decided', state: change.state });
};
const belongs = (book: BlueprintBook, person: PersonId): boolean => book.company.get('company')?.members[person]?.left === null;
const lastOf = (of: Pick<BlueprintVersion, 'seats' | 'signatures'>, seat: Seat): boolean =>
  allSigned({ seats: of.seats.filter((s) => s !== seat), signatures: of.signatures });
const nextNumber = (all: readonly { readonly n: number }[] | undefined): number => (all?.at(-1)?.n ?? 0) + 1;

export const blueprint: Decider<string, Blueprint, BlueprintCommand, BlueprintEvent, BlueprintRefusal, BlueprintBook, BlueprintProduced> = {
  keyOf: (message) => message.period,
  decide: {
    'blueprint/pull-lever': (b, { period, lever }, _, book) => {
      const checked = first(
        () => isQuarter(book, period),
        () => open(b, period),
        () => leverHolds(book, period, draftPlan(book, period), lever),
      );
      return checked.ok ? ok([{ type: 'blueprint/lever-pulled', period, n: nextNumber(b?.levers), lever }]) : checked;
    },
    'blueprint/release-lever': (b, { period, n }) => {
      const pulled = b?.levers.find((l) => l.n === n);
      if (!pulled || pulled.released) return refuse({ code: 'not-there', thing: 'lever', id: String(n) });
      const checked = open(b, period);
      return checked.ok ? ok([{ type: 'blueprint/lever-released', period, n }]) : checked;
    },
    'blueprint/leave-out': (b, { period, priority, title, why }, _, book) => {
      const checked = first(
        () => isQuarter(book, period),
        () => text('title', title),
        () => (priority === null || book.priority.has(priority) ? fine : refuse({ code: 'not-there', thing: 'priority', id: priority })),
      );
      if (!checked.ok) return checked;
      return ok([{ type: 'blueprint/left-out', period, n: nextNumber(b?.leftOut), priority, title: title.trim(), why }]);
    },
    'blueprint/reconsider': (b, { period, n }) => {
      const line = b?.leftOut.find((l) => l.n === n);
      if (!line || line.reconsidered) return refuse({ code: 'not-there', thing: 'line', id: String(n) });
      return ok([{ type: 'blueprint/reconsidered', period, n }]);
    },
    'blueprint/tell': (b, { period, priority, line, person }, _, book) => {
      const checked = isQuarter(book, period);
      if (!checked.ok) return checked;
      const known = priority === null ? b?.leftOut.some((l) => l.n === line) : book.priority.has(priority);
      if (!known) return refuse({ code: 'not-there', thing: 'line', id: String(priority ?? line) });
      return ok([{ type: 'blueprint/told', period, priority, line: priority === null ? line : null, person }]);
    },
    'blueprint/propose': (b, { period, after, seats }, _, book) => {
      const before = first(
        () => isQuarter(book, period),
        () => open(b, period),
        () => isCurrent(b, after),
        () => seatsHold(book, seats),
      );
      if (!before.ok) return before;
      const plan = draftPlan(book, period);
      const now = newest(b);
      const checked = first(
        () => (plan.lines.length > 0 ? fine : refuse({ code: 'nothing-planned', period })),
        () => (now && JSON.stringify([now.plan, now.seats]) === JSON.stringify([plan, seats]) ? refuse({ code: 'nothing-changed' }) : fine),
        () => explained(plan),
        () => deferralsHold(book, plan),
        () => fits(book, period, plan),
      );
      return checked.ok ? ok([{ type: 'blueprint/proposed', period, plan, seats }]) : checked;
    },
    'blueprint/sign': (b, { period, version, seat }, { by }, book) => {
      const now = newest(b);
      const checked = first(
        () => there(b, period),
        () => asked(now!, seat, seatsOf(book, by)),
        () => isCurrent(b, version),
        () => notYet(now!, seat),
        () => (promisesTheSame(now!.plan, draftPlan(book, period)) ? fine : refuse({ code: 'blueprint-moved', period })),
        () => deferralsHold(book, now!.plan),
        () => fits(book, period, now!.plan),
      );
      if (!checked.ok) return checked;
      return ok([{ type: 'blueprint/signed', period, version, seat }, ...(lastOf(now!, seat) ? enactDraft(book, now!.plan) : [])]);
    },
    'blueprint/decline': (b, { period, version, seat, why }, { by }, book) => {
      const checked = first(
        () => there(b, period),
        () => open(b, period),
        () => asked(newest(b)!, seat, seatsOf(book, by)),
        () => isCurrent(b, version),
      );
      return checked.ok ? ok([{ type: 'blueprint/declined', period, version, seat, why }]) : checked;
    },
    'blueprint/ask-change': (b, { period, version, change, words, edits }, _, book) => {
      const before = first(
        () => there(b, period),
        () => (isAgreed(b) ? fine : refuse({ code: 'blueprint-open', period })),
        () => isCurrent(b, version),
        () => (waitingChange(b) ? refuse({ code: 'change-open', change: waitingChange(b)!.id }) : fine),
        () =>
          isId('x', change) && !b!.changes.some((c) => c.id === change) ? fine : refuse({ code: 'not-an-id', thing: 'change', id: change }),
        () => editsHold(book, period, standingPlan(book, period), edits),
      );
      if (!before.ok) return before;
      const plan = withEdits(standingPlan(book, period), edits);
      const checked = first(
        () => (promisesTheSame(plan, newest(b)!.plan) ? refuse({ code: 'nothing-changed' }) : fine),
        () => fits(book, period, plan),
      );
      if (!checked.ok) return checked;
      return ok([{ type: 'blueprint/change-asked', period, change, words, edits, plan, seats: newest(b)!.seats }]);
    },
    'blueprint/sign-change': (b, { period, change: id, seat }, { by }, book) => {
      const change = changeOf(b, id);
      if (!change.ok) return change;
      const { edits, plan } = change.value;
      const checked = first(
        () => asked(change.value, seat, seatsOf(book, by)),
        () => notYet(change.value, seat),
        () => editsHold(book, period, standingPlan(book, period), edits),
        () => fits(book, period, plan),
      );
      if (!checked.ok) return checked;
      const last = lastOf(change.value, seat);
      return ok([
        { type: 'blueprint/change-signed', period, change: id, seat },
        ...(last ? enactEdits(book, period, edits, (lever) => enactLever(book, lever)) : []),
      ]);
    },
    'blueprint/decline-change': (b, { period, change: id, seat, why }, { by }, book) => {
      const change = changeOf(b, id);
      if (!change.ok) return change;
      const checked = asked(change.value, seat, seatsOf(book, by));
      return checked.ok ? ok([{ type: 'blueprint/change-declined', period, change: id, seat, why }]) : checked;
    },
    'blueprint/withdraw-change': (b, { period, change: id }, { by }, book) => {
      const change = changeOf(b, id);
      if (!change.ok) return change;
      // Once he who asked has gone, anybody who plans or signs may clear the way.
      if (by !== change.value.askedBy && belongs(book, change.value.askedBy)) return refuse({ code: 'not-the-proposer' });
      return ok([{ type: 'blueprint/change-withdrawn', period, change: id }]);
    },
  },
  evolve,
};
