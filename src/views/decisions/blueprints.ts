/** Blueprints and their changes that wait for signatures: mine to give, and those a proposer waits for. */
import { isAgreed, newest, waitingChange, type BlueprintVersion } from '../../domain/blueprint/blueprint.ts';
import { draftPlan } from '../../domain/blueprint/draft.ts';
import { promisesTheSame } from '../../domain/blueprint/plan.ts';
import { seatsOf, type Declined, type Signature } from '../../domain/guidepoint/guidepoint.ts';
import { addDays } from '../../kernel/day.ts';
import { quarterNamed } from '../../kernel/fiscal.ts';
import type { NoteId, PersonId } from '../../kernel/ids.ts';
import { capital, inWords, list, quarterWords } from '../words/format.ts';
import { seatTitle } from '../words/names.ts';
import type { Decision, Looker } from './decision.ts';
import { dueBy } from './due.ts';

type Waiting = {
  readonly id: string;
  readonly what: string;
  readonly period: string;
  readonly seats: readonly string[];
  readonly signatures: { readonly [seat: string]: Signature };
  readonly declined: { readonly [seat: string]: Declined };
  readonly by: PersonId;
  readonly since: string;
  readonly words: NoteId | null;
};

/** Everything of a Blueprint that asks for signatures now: its newest version while it is what stands, or its open change. */
const waiting = ({ book }: Looker): Waiting[] =>
  [...book.blueprint.values()].flatMap((b): Waiting[] => {
    const name = `the Blueprint for ${quarterWords(b.period)}`;
    const change = waitingChange(b);
    if (change)
      return [
        {
          ...change,
          id: `${b.period}:${change.id}`,
          what: `a change of ${name}`,
          period: b.period,
          by: change.askedBy,
          since: change.askedAt,
        },
      ];
    const v: BlueprintVersion | undefined = newest(b);
    if (!v || isAgreed(b) || !promisesTheSame(v.plan, draftPlan(book, b.period))) return [];
    return [{ ...v, id: `${b.period}:${v.n}`, what: name, period: b.period, by: v.proposedBy, since: v.proposedAt, words: null }];
  });

const missing = (w: Waiting): string[] => w.seats.filter((seat) => w.signatures[seat] === undefined);
const so = (w: Waiting): string => {
  const n = w.seats.length - missing(w).length;
  return n === 0 ? 'Nobody has signed yet.' : `${capital(inWords(n))} of ${inWords(w.seats.length)} ${n === 1 ? 'has' : 'have'} signed.`;
};
/** Before its quarter is a week old; what is put forward later, within a week. */
const due = (look: Looker, w: Waiting): Pick<Decision, 'by' | 'when' | 'state'> => {
  const fiscal = look.book.company.get('company')?.fiscal;
  const quarter = fiscal && quarterNamed(fiscal, w.period);
  const since = w.since.slice(0, 10);
  return dueBy(addDays(quarter && quarter.from > since ? quarter.from : since, 6), look.today);
};

/** One for each that waits for a seat of mine. */
export const toSignBlueprint = (look: Looker): Decision[] =>
  waiting(look).flatMap((w) => {
    const mine = missing(w).filter((seat) => seatsOf(look.book, look.me).includes(seat) && w.declined[seat] === undefined);
    if (mine.length === 0) return [];
    const last = missing(w).length === mine.length;
    return [
      {
        id: `sign-blueprint:${w.id}`,
        title: `Sign ${w.what}`,
        text: `${so(w)} ${last ? 'Yours is the last one missing' : 'Yours is missing'}, for ${list(mine.map((s) => seatTitle(look.book, s)))}.`,
        quote: w.words,
        ...due(look, w),
        action: 'Read and sign',
        href: `/plan/blueprint/${w.period}`,
      },
    ];
  });

/** What I put forward and somebody declined. */
export const toMendBlueprint = (look: Looker): Decision[] =>
  waiting(look).flatMap((w) => {
    const [seat, no] = Object.entries(w.declined)[0] ?? [];
    if (w.by !== look.me || !seat || !no) return [];
    return [
      {
        id: `mend-blueprint:${w.id}`,
        title: `Answer the no to ${w.what}`,
        text: `${look.nameOf(no.by)} declined for ${seatTitle(look.book, seat)}.`,
        quote: no.why,
        ...due(look, w),
        action: 'Read why',
        href: `/plan/blueprint/${w.period}`,
      },
    ];
  });

/** What I put forward and others have not signed. */
export const waitingForBlueprints = (look: Looker): Decision[] =>
  waiting(look).flatMap((w) => {
    const others = missing(w).filter((seat) => !seatsOf(look.book, look.me).includes(seat) && w.declined[seat] === undefined);
    if (w.by !== look.me || others.length === 0) return [];
    return [
      {
        id: `blueprint-signatures:${w.id}`,
        title: `Signatures under ${w.what}`,
        text: `${so(w)} Missing: ${list(others.map((s) => seatTitle(look.book, s)))}.`,
        quote: null,
        ...due(look, w),
        action: 'See who',
        href: `/plan/blueprint/${w.period}`,
      },
    ];
  });
