/** Sentences of what happened before, in and after a workshop. */
import type { WorkshopEvent } from '../../domain/workshop/workshop.ts';
import type { NoteId, WorkshopId } from '../../kernel/ids.ts';
import { list, plural, tally } from './format.ts';
import { quarterWords } from './format.ts';
import { thingTitle } from './names.ts';
import type { Sentences, Telling } from './telling.ts';
import { TOPIC_WORDS } from './workshop.ts';

const on = (id: WorkshopId, text: string, quote: NoteId | null = null) => ({ text, quote, href: `/agree/workshops/${id}` });
const the = ({ book }: Telling, id: WorkshopId): string => `“${thingTitle(book, 'workshop', id)}”`;

export const WORKSHOP_EVENTS: Sentences<WorkshopEvent> = {
  'workshop/planned': ({ id, title, period, people }) =>
    on(id, `planned the workshop “${title}” for ${quarterWords(period)} with ${tally(people.length, 'person', 'people')}`),
  'workshop/reworded': ({ id, title }) => on(id, `reworded what the workshop “${title}” is for`),
  'workshop/rescheduled': ({ id, starts }, t) =>
    on(id, `moved the workshop ${the(t, id)} to ${starts.slice(0, 16).replace('T', ', ')} UTC`),
  'workshop/agenda-set': ({ id, agenda }, t) =>
    on(
      id,
      `set the agenda of ${the(t, id)}: ${plural(agenda.length, 'step')}, ${agenda.reduce((sum, { minutes }) => sum + minutes, 0)} minutes`,
    ),
  'workshop/invited': ({ id, person, guest }, t) => on(id, `asked ${t.nameOf(person)} into ${the(t, id)}${guest ? ' as a guest' : ''}`),
  'workshop/uninvited': ({ id, person }, t) => on(id, `took back the invitation of ${t.nameOf(person)} to ${the(t, id)}`),
  'workshop/link-renewed': ({ id, person }, t) => on(id, `gave ${t.nameOf(person)} a new link to ${the(t, id)}; the old one ended`),
  'workshop/prework-asked': ({ id, topics }, t) =>
    on(id, `asked everybody in ${the(t, id)} to write before it: ${list(topics.map((topic) => TOPIC_WORDS[topic].toLowerCase()))}`),
  'workshop/prework-sent': ({ id, person, cards }, t) =>
    on(id, `took in ${tally(cards, 'card')} from ${t.nameOf(person)} before ${the(t, id)}`),
  'workshop/reminded': ({ id, people }, t) =>
    on(id, `reminded ${list(people.map(({ person }) => t.nameOf(person)))} to write before ${the(t, id)}`),
  'workshop/opened': ({ id }, t) => on(id, `opened the workshop ${the(t, id)}`),
  'workshop/phase-started': ({ id, phase }, t) => on(id, `began “${t.book.workshop.get(id)?.agenda[phase]?.title ?? `step ${phase + 1}`}”`),
  'workshop/paused': ({ id }) => on(id, 'paused the timer'),
  'workshop/resumed': ({ id }) => on(id, 'let the timer run on'),
  'workshop/extended': ({ id, minutes }) => on(id, `gave ${plural(minutes, 'minute')} more`),
  'workshop/cards-revealed': ({ id, topic, cards }) => on(id, `showed ${tally(cards.length, 'card')}: ${TOPIC_WORDS[topic]}`),
  'workshop/groups-named': ({ id, topic, groups }) =>
    on(id, `grouped ${TOPIC_WORDS[topic]}: ${groups.length === 0 ? 'no groups' : list(groups.map(({ title }) => `“${title}”`))}`),
  'workshop/votes-revealed': ({ id, topic, voters }) =>
    on(id, `showed the votes of ${tally(voters, 'person', 'people')}: ${TOPIC_WORDS[topic]}`),
  'workshop/handed-over': ({ id, person }, t) => on(id, `handed the workshop ${the(t, id)} over to ${t.nameOf(person)}`),
  'workshop/taken-up': ({ id, subject }) => on(id, `took up “${subject}”`),
  'workshop/put-together': ({ id, guidepoint, blueprint, scenario, accepted, notDoing }, t) =>
    on(
      id,
      `put together what came of ${the(t, id)}: ${list([
        ...(guidepoint === null ? [] : [`a Guidepoint for ${quarterWords(guidepoint)}`]),
        ...(blueprint === null ? [] : [`a Blueprint for ${quarterWords(blueprint)}`]),
        ...(scenario !== null && blueprint === null ? ['a scenario'] : []),
        ...(accepted.length === 0 ? [] : [`${tally(accepted.length, 'request')} accepted`]),
        ...(notDoing.length === 0 ? [] : [`${tally(notDoing.length, 'thing')} not done`]),
      ])}`,
    ),
  'workshop/closed': ({ id }, t) => on(id, `closed the workshop ${the(t, id)}`),
  'workshop/cancelled': ({ id, why }, t) => on(id, `cancelled the workshop ${the(t, id)}`, why),
};
