/** What a workshop is after each thing that happened to it. */
import type { PersonId, WorkshopId } from '../../kernel/ids.ts';
import type { Decider } from '../decider.ts';
import { paused, resumed, started } from './timer.ts';
import type { Participant, Workshop, WorkshopBook, WorkshopCommand, WorkshopEvent, WorkshopRefusal } from './workshop.ts';

const newcomer = (person: PersonId, guest: boolean): Participant => ({
  person,
  guest,
  link: 1,
  sent: null,
  askedAt: null,
  remindedAt: null,
  left: null,
});

export const evolve: Decider<WorkshopId, Workshop, WorkshopCommand, WorkshopEvent, WorkshopRefusal, WorkshopBook>['evolve'] = {
  'workshop/planned': (_, { type: _type, people, ...planned }, { by, at }) => ({
    ...planned,
    people: people.map(({ person, guest }) => newcomer(person, guest)),
    prework: null,
    plannedBy: by,
    plannedAt: at,
    openedAt: null,
    closedAt: null,
    phase: null,
    timer: null,
    gone: [],
    shown: {},
    groups: {},
    votes: {},
    taken: [],
    made: null,
    retired: null,
  }),
  'workshop/reworded': (w, { title, purpose }) => ({ ...w!, title, purpose }),
  'workshop/rescheduled': (w, { starts, linksUntil }) => ({ ...w!, starts, linksUntil }),
  'workshop/agenda-set': (w, { agenda }) => ({ ...w!, agenda }),
  'workshop/invited': (w, { person, guest }, { at }) => {
    const was = w!.people.find((p) => p.person === person);
    // Who was asked out and is asked in again gets another link: the old one stays worth nothing.
    const now = was ? { ...was, guest, left: null, link: was.link + 1 } : newcomer(person, guest);
    return { ...w!, people: [...w!.people.filter((p) => p.person !== person), { ...now, askedAt: w!.prework && at }] };
  },
  'workshop/uninvited': (w, { person }, { at }) => changed(w!, person, (p) => ({ ...p, left: at })),
  'workshop/link-renewed': (w, { person }) => changed(w!, person, (p) => ({ ...p, link: p.link + 1 })),
  'workshop/prework-asked': (w, { topics, until }, { at }) => {
    // Of another, later date everybody is reminded anew.
    const later = w!.prework !== null && until > w!.prework.until;
    const people = w!.people.map((p) => ({ ...p, askedAt: at, remindedAt: later ? null : p.remindedAt }));
    return { ...w!, prework: { topics, until }, people };
  },
  'workshop/prework-sent': (w, { person, cards }, { at }) => changed(w!, person, (p) => ({ ...p, sent: { at, cards } })),
  'workshop/reminded': (w, { people }, { at }) =>
    people.reduce((now, { person }) => changed(now, person, (p) => ({ ...p, remindedAt: at })), w!),
  'workshop/opened': (w, _, { at }) => ({ ...w!, openedAt: at }),
  'workshop/phase-started': (w, { phase }, { at }) => ({
    ...w!,
    phase,
    timer: started(at, w!.agenda[phase]!.minutes),
    gone: w!.gone.includes(phase) ? w!.gone : [...w!.gone, phase],
  }),
  'workshop/paused': (w, _, { at }) => ({ ...w!, timer: paused(w!.timer!, at) }),
  'workshop/resumed': (w, _, { at }) => ({ ...w!, timer: resumed(w!.timer!, at) }),
  'workshop/extended': (w, { minutes }) => ({ ...w!, timer: { ...w!.timer!, minutes: w!.timer!.minutes + minutes } }),
  'workshop/cards-revealed': (w, { topic, cards }) => ({
    ...w!,
    shown: { ...w!.shown, [topic]: [...(w!.shown[topic] ?? []), ...cards] },
  }),
  'workshop/groups-named': (w, { topic, groups }) => ({ ...w!, groups: { ...w!.groups, [topic]: groups } }),
  'workshop/votes-revealed': (w, { topic, voters, counts }) => ({ ...w!, votes: { ...w!.votes, [topic]: { voters, counts } } }),
  'workshop/handed-over': (w, { person }) => ({ ...w!, facilitator: person }),
  'workshop/taken-up': (w, { subject }, { by, at }) => ({ ...w!, taken: [...w!.taken, { subject, by, at }] }),
  'workshop/put-together': (w, { type: _type, id: _id, ...made }, { by, at, seq }) => ({ ...w!, made: { ...made, by, at, seq } }),
  'workshop/closed': (w, _, { at }) => ({ ...w!, closedAt: at, timer: null }),
  'workshop/cancelled': (w, { why }) => ({ ...w!, retired: { why } }),
};

const changed = (w: Workshop, person: PersonId, change: (p: Participant) => Participant): Workshop => ({
  ...w,
  people: w.people.map((p) => (p.person === person ? change(p) : p)),
});
