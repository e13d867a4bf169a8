/**
 * Stage: where a workshop stands, as everybody in it may see it: the agenda, the timer, who is asked in, what was shown,
 * and what there is to do for him who reads it.
 */
import type { Book } from '../../domain/book.ts';
import type { Phase, Topic, WorkshopKind } from '../../domain/workshop/agenda.ts';
import { dotsFor } from '../../domain/workshop/room/accept.ts';
import type { Timer } from '../../domain/workshop/timer.ts';
import {
  isOpen,
  participant,
  present,
  type Count,
  type NamedGroup,
  type PutTogether,
  type Workshop,
} from '../../domain/workshop/workshop.ts';
import type { Day } from '../../kernel/day.ts';
import { quarterNamed } from '../../kernel/fiscal.ts';
import type { OutcomeId, PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/zone.ts';

export type StagePerson = {
  readonly person: PersonId;
  readonly name: string;
  readonly guest: boolean;
  readonly leads: boolean;
  /** Has sent what was asked before the workshop. */
  readonly sent: boolean;
};

export type Stage = {
  readonly id: Workshop['id'];
  readonly company: string;
  readonly title: string;
  readonly purpose: string;
  readonly kind: WorkshopKind;
  readonly period: string;
  readonly starts: Instant;
  readonly zone: string;
  readonly agenda: readonly Phase[];
  readonly gone: readonly number[];
  readonly phase: number | null;
  readonly timer: Timer | null;
  readonly state: 'ahead' | 'open' | 'over' | 'cancelled';
  readonly named: boolean;
  readonly people: readonly StagePerson[];
  readonly prework: { readonly topics: readonly Topic[]; readonly until: Day } | null;
  /** Topics whose cards were shown. */
  readonly shown: readonly Topic[];
  /** Dots each may give, by topic; topics whose votes have not begun are left out. */
  readonly dots: { readonly [T in Topic]?: number };
  readonly votes: { readonly [T in Topic]?: { readonly voters: number; readonly counts: readonly Count[] } };
  readonly groups: { readonly [T in Topic]?: readonly NamedGroup[] };
  readonly taken: readonly string[];
  /** Outcomes that a Guidepoint of this quarter may name; none where none is worded here. Names alone: targets and money stay away from guests. */
  readonly outcomes: readonly { readonly id: OutcomeId; readonly name: string }[];
  /** What came of it; null before it was put together. */
  readonly made:
    | (Omit<PutTogether, 'notDoing'> & { readonly notDoing: readonly { readonly title: string; readonly later: Day | null }[] })
    | null;
  /** He who reads it. */
  readonly me: {
    readonly person: PersonId;
    readonly guest: boolean;
    readonly leads: boolean;
    /** Seats of his that are asked to sign what was put forward. */
    readonly signs: readonly { readonly what: 'guidepoint' | 'blueprint'; readonly seat: string; readonly version: number }[];
  };
};

/** The workshop as this person may see it. */
export const stageOf = (book: Book, w: Workshop, me: PersonId, nameOf: (person: PersonId) => string): Stage => {
  const company = book.company.get('company')!;
  const { id, title, purpose, kind, period, starts, agenda, gone, phase, timer, named, prework, votes, groups } = w;
  const topics = [...new Set(agenda.flatMap(({ topic }) => topic ?? []))];
  return {
    id,
    title,
    purpose,
    kind,
    period,
    starts,
    agenda,
    gone,
    phase,
    timer,
    named,
    prework,
    votes,
    groups,
    company: company.name,
    zone: company.zone,
    state: w.retired ? 'cancelled' : w.closedAt !== null ? 'over' : isOpen(w) ? 'open' : 'ahead',
    people: present(w).map(({ person, guest, sent }) => ({
      person,
      name: nameOf(person),
      guest,
      leads: person === w.facilitator,
      sent: sent !== null,
    })),
    shown: Object.keys(w.shown) as Topic[],
    dots: Object.fromEntries(topics.flatMap((topic) => (dotsFor(w, topic) > 0 ? [[topic, dotsFor(w, topic)]] : []))),
    taken: w.taken.map(({ subject }) => subject),
    outcomes: topics.includes('guidepoint') ? outcomesFor(book, period) : [],
    made: w.made && madeOf(w.made),
    me: { person: me, guest: participant(w, me)?.guest ?? false, leads: me === w.facilitator, signs: signsOf(book, w, me) },
  };
};

/** What may still be true at the end of the quarter: outcomes that are not over before it begins. */
const outcomesFor = (book: Book, period: string): Stage['outcomes'] => {
  const quarter = quarterNamed(book.company.get('company')!.fiscal, period);
  return [...book.outcome.values()]
    .filter((outcome) => !outcome.retired && (quarter === null || outcome.due >= quarter.from))
    .map(({ id, name }) => ({ id, name }));
};

const madeOf = ({ guidepoint, scenario, blueprint, ordered, accepted, notDoing, kept }: PutTogether): Stage['made'] => ({
  guidepoint,
  scenario,
  blueprint,
  ordered,
  accepted,
  kept,
  notDoing: notDoing.map(({ title, later }) => ({ title, later })),
});

/** What was put forward here and waits for a seat of his. */
const signsOf = (book: Book, w: Workshop, me: PersonId): Stage['me']['signs'] => {
  const member = book.company.get('company')?.members[me];
  if (!member || member.left || w.made === null) return [];
  const waits = (of: 'guidepoint' | 'blueprint', period: string | null) => {
    const version = period === null ? undefined : book[of].get(period)?.versions.at(-1);
    if (!version) return [];
    return version.seats
      .filter((seat) => member.seats.includes(seat) && version.signatures[seat] === undefined)
      .map((seat) => ({ what: of, seat, version: version.n }));
  };
  return [...waits('guidepoint', w.made.guidepoint), ...waits('blueprint', w.made.blueprint)];
};
