/** Workshops at random: what people might ask of one before, in and after the room. */
import type { Day } from '../kernel/day.ts';
import type { CardId, PersonId } from '../kernel/ids.ts';
import type { Random } from '../kernel/random.ts';
import type { Book, Command } from './book.ts';
import { ACTS, LANES, PREWORK, TOPICS, USUAL, type Phase, type Topic } from './workshop/agenda.ts';
import { isOpen, type ShownCard, type Workshop } from './workshop/workshop.ts';
import type { Draw } from './random-draw.ts';

type WorkshopCommand = Extract<Command, { readonly type: `workshop/${string}` }>;
type Makers = {
  readonly [T in WorkshopCommand['type']]: (d: Draw) => Omit<Extract<WorkshopCommand, { readonly type: T }>, 'type'>;
};

const maybe = <T>(d: Draw, make: () => T): T | null => (d.random.chance(0.4) ? null : make());
const some = (d: Draw): Workshop | undefined => {
  const all = [...d.book.workshop.values()];
  const open = all.filter(isOpen);
  return all.length === 0 ? undefined : d.random.pick(open.length > 0 && d.random.chance(0.7) ? open : all);
};
const at = (d: Draw) => ({ id: some(d)?.id ?? ('h_none' as const) });
const topic = (d: Draw): Topic => d.random.pick(TOPICS);
/** One whose cards were shown, where there is one. */
const shownTopic = (d: Draw): Topic => {
  const shownNow = [...d.book.workshop.values()].filter(isOpen).flatMap((w) => Object.keys(w.shown) as Topic[]);
  return shownNow.length > 0 && d.random.chance(0.8) ? d.random.pick(shownNow) : topic(d);
};
const person = (d: Draw): PersonId => {
  const people = some(d)?.people ?? [];
  return people.length > 0 && d.random.chance(0.8) ? d.random.pick(people).person : d.person();
};
const agenda = (d: Draw): readonly Phase[] =>
  d.random.chance(0.8)
    ? USUAL[d.random.pick(['collaborative', 'planning'] as const)]
    : Array.from({ length: d.random.whole(0, 3) }, () => ({
        title: d.text(),
        act: d.random.pick(ACTS),
        topic: maybe(d, () => topic(d)),
        minutes: d.number(),
        dots: d.random.whole(0, 6),
      }));
const instant = (d: Draw): string => (d.random.chance(0.95) ? `2026-06-${d.random.whole(10, 28)}T09:00:00.000Z` : 'soon');
/** Mostly a day of the summer the workshops are in. */
const soon = (d: Draw): Day => (d.random.chance(0.85) ? `2026-0${d.random.whole(5, 7)}-${d.random.whole(12, 28)}` : d.day());
const card = (d: Draw): CardId => `j_${d.random.whole(0, 60)}`;
const shown = (d: Draw, of: Topic): ShownCard[] =>
  Array.from({ length: d.random.whole(0, 4) }, () => ({
    card: card(d),
    lane: d.random.pick(LANES[of]),
    by: maybe(d, () => person(d)),
    note: d.note(),
  }));

/** What follows where a workshop stands: each act in the room rests on the one before it. */
export const likelyStep = (random: Random, book: Book): WorkshopCommand['type'] => {
  const [w] = [...book.workshop.values()].filter(isOpen);
  if (!w) {
    const asked = [...book.workshop.values()].some((one) => one.prework !== null && one.closedAt === null && one.retired === null);
    return random.pick(['workshop/open', 'workshop/open', asked ? 'workshop/remind' : 'workshop/ask-prework']);
  }
  if (w.timer?.pausedAt) return 'workshop/resume';
  if (w.timer === null) return 'workshop/start-phase';
  return random.pick(['workshop/pause', 'workshop/reveal-cards', 'workshop/name-groups', 'workshop/reveal-votes', 'workshop/start-phase']);
};

/** Who would ask this in a room: mostly whoever leads it. */
export const likelyInWorkshop = (d: Draw, command: Command): PersonId | null => {
  if (!command.type.startsWith('workshop/') || command.type === 'workshop/plan') return null;
  if (command.type === 'workshop/send-prework') return command.person;
  return d.book.workshop.get((command as { readonly id: Workshop['id'] }).id)?.facilitator ?? null;
};

export const WORKSHOP_MAKERS: Makers = {
  'workshop/plan': (d) => {
    const people = [...new Set([d.person(), d.person(), 'p_plan' as const])].map((one) => ({ person: one, guest: d.random.chance(0.1) }));
    const says = {
      title: d.text(),
      purpose: d.text(),
      kind: d.random.pick(['collaborative', 'planning'] as const),
      period: d.random.chance(0.7) ? '2026-Q3' : d.quarter(),
    };
    const when = { starts: instant(d), agenda: agenda(d), linksUntil: soon(d) };
    return {
      id: d.fresh('h'),
      ...says,
      ...when,
      facilitator: d.random.chance(0.8) ? 'p_plan' : d.person(),
      named: d.random.chance(0.5),
      people,
    };
  },
  'workshop/reword': (d) => ({ ...at(d), title: d.text(), purpose: d.text() }),
  'workshop/reschedule': (d) => ({ ...at(d), starts: instant(d), linksUntil: soon(d) }),
  'workshop/set-agenda': (d) => ({ ...at(d), agenda: agenda(d) }),
  'workshop/invite': (d) => ({ ...at(d), person: d.person(), guest: d.random.chance(0.3) }),
  'workshop/uninvite': (d) => ({ ...at(d), person: person(d) }),
  'workshop/renew-link': (d) => ({ ...at(d), person: person(d) }),
  'workshop/ask-prework': (d) => ({ ...at(d), topics: d.random.chance(0.9) ? PREWORK : [topic(d)], until: soon(d) }),
  'workshop/send-prework': (d) => ({ ...at(d), person: person(d), cards: d.random.whole(0, 9) }),
  'workshop/remind': (d) => ({ ...at(d), people: [...new Set([person(d), person(d)])] }),
  'workshop/open': at,
  'workshop/start-phase': (d) => ({ ...at(d), phase: d.random.whole(0, 5) }),
  'workshop/pause': at,
  'workshop/resume': at,
  'workshop/extend': (d) => ({ ...at(d), minutes: d.random.whole(0, 10) }),
  'workshop/reveal-cards': (d) => {
    const of = topic(d);
    return { ...at(d), topic: of, cards: shown(d, of) };
  },
  'workshop/name-groups': (d) => ({ ...at(d), topic: shownTopic(d), groups: [{ group: card(d), title: d.text(), cards: [card(d)] }] }),
  'workshop/reveal-votes': (d) => ({
    ...at(d),
    topic: topic(d),
    voters: d.random.whole(0, 9),
    counts: [{ on: card(d), dots: d.random.whole(0, 9) }],
  }),
  'workshop/hand-over': (d) => ({ ...at(d), person: person(d) }),
  'workshop/take-up': (d) => ({ ...at(d), subject: d.text() }),
  'workshop/put-together': (d) => ({
    ...at(d),
    guidepoint: maybe(d, d.quarter),
    scenario: maybe(d, d.scenario),
    blueprint: maybe(d, d.quarter),
    ordered: [d.item()],
    accepted: [d.request()],
    notDoing: [{ what: d.request(), title: d.text(), why: d.note(), later: maybe(d, d.day) }],
    kept: [{ topic: 'ideas', title: d.text(), dots: d.random.whole(0, 9) }],
  }),
  'workshop/close': at,
  'workshop/cancel': (d) => ({ ...at(d), why: d.note() }),
};
