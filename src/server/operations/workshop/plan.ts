/** Planning a workshop, asking people in, their links, and reminding those who have not written yet. */
import { randomUUID } from 'node:crypto';
import { OPERATOR } from '../../../domain/decider.ts';
import { PREWORK, USUAL } from '../../../domain/workshop/agenda.ts';
import { participant, present, type Workshop, type WorkshopCommand } from '../../../domain/workshop/workshop.ts';
import { addDays } from '../../../kernel/day.ts';
import type { PersonId, WorkshopId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { dayIn } from '../../../kernel/zone.ts';
import type { Person } from '../../contract/book.ts';
import type { Problem } from '../../contract/problem.ts';
import { audit, nameFor } from '../../house/audit.ts';
import { problem } from '../../house/problems.ts';
import type { CompanyRoom } from '../../house/room.ts';
import { newId } from '../../house/secrets.ts';
import { roomLink } from '../../workshop/links.ts';
import { liveRoomOf } from '../../workshop/rooms.ts';
import type { Run } from '../operation.ts';
import { noSuchWorkshop } from './comes.ts';
import { namesIn } from './page.ts';

type Somebody = { readonly person: PersonId; readonly guest: boolean; readonly fresh: Person | null };

const ADDRESSED = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/;

/** Whoever is meant by an id, a name or an address: a member, or a guest who is not known yet. */
const meant = (room: CompanyRoom, said: string): Somebody => {
  const text = said.trim();
  const [, name = text, email = null] = ADDRESSED.exec(text) ?? [];
  const people = room.people();
  const found =
    people.find(({ id }) => id === text) ??
    people.find(
      (p) => p.email !== null && (p.email.toLowerCase() === text.toLowerCase() || p.email.toLowerCase() === email?.toLowerCase()),
    ) ??
    (email === null ? people.find((p) => p.name.toLowerCase() === name.toLowerCase()) : undefined);
  if (found) return { person: found.id, guest: !isMember(room, found.id), fresh: null };
  const person = newId('p');
  return { person, guest: true, fresh: { id: person, name: (name || email || text).slice(0, 80), email } };
};
const isMember = (room: CompanyRoom, person: PersonId): boolean => room.book().company.get('company')?.members[person]?.left === null;

const workshopIn = (room: CompanyRoom, id: string): Result<Workshop, Problem> => {
  const found = room.book().workshop.get(id as WorkshopId);
  return found ? ok(found) : noSuchWorkshop();
};
const asked = (room: CompanyRoom, w: Workshop, said: string): Result<PersonId, Problem> => {
  const { person } = meant(room, said);
  return participant(w, person)
    ? ok(person)
    : problem('not-invited', `“${said}” is not asked into this workshop.`, 'Invite the person first.');
};
const linkFor = (room: CompanyRoom, publicUrl: string, id: string, person: PersonId): string =>
  roomLink(room.store, publicUrl, room.id, room.book().workshop.get(id as WorkshopId)!, person)!;

const DAYS_OPEN = 7;

export const plan: Run<'workshop plan'> = async ({ house, now, publicUrl }, input, caller) => {
  const opened = house.company(input.company);
  if (!opened.ok) return opened;
  const room = opened.value;
  const by = caller.personIn(input.company)!;
  const lead = input.facilitator === undefined ? { person: by, guest: false, fresh: null } : meant(room, input.facilitator);
  const others = [input.people].flat().map((said) => meant(room, said));
  const everybody = [...new Map([lead, ...others].map((one) => [one.person, one])).values()];
  const id = newId('h');
  const { title, purpose, kind, period, starts, named, prework } = input;
  const zone = room.book().company.get('company')?.zone ?? 'UTC';
  const began = Number.isNaN(Date.parse(starts)) ? now() : starts;
  const commands: WorkshopCommand[] = [
    {
      type: 'workshop/plan',
      id,
      title,
      purpose,
      kind,
      period,
      starts,
      named,
      agenda: input.agenda ?? USUAL[kind],
      facilitator: lead.person,
      linksUntil: input.linksUntil ?? addDays(dayIn(zone, began), DAYS_OPEN),
      people: everybody.map(({ person, guest }) => ({ person, guest: guest && person !== OPERATOR })),
    },
    ...(prework === undefined ? [] : [{ type: 'workshop/ask-prework' as const, id, topics: PREWORK, until: prework }]),
  ];
  const fresh = everybody.flatMap((one) => one.fresh ?? []);
  const landed = room.decide({ batch: `workshop-${randomUUID()}`, commands, people: fresh }, { by, at: now() });
  if (!landed.ok) return landed;
  audit(house, now(), nameFor(house, caller.signIn, caller.kind), 'workshop planned', title, input.company);
  const nameOf = namesIn(room);
  return ok({ id, links: everybody.map(({ person }) => ({ person, name: nameOf(person), link: linkFor(room, publicUrl, id, person) })) });
};

export const invite: Run<'workshop invite'> = async ({ house, now, publicUrl }, { company, workshop, person: said }, caller) => {
  const opened = house.company(company);
  if (!opened.ok) return opened;
  const room = opened.value;
  const found = workshopIn(room, workshop);
  if (!found.ok) return found;
  const { person, guest, fresh } = meant(room, said);
  const command: WorkshopCommand = { type: 'workshop/invite', id: found.value.id, person, guest };
  const landed = room.decide(
    { batch: `workshop-${randomUUID()}`, commands: [command], people: fresh ? [fresh] : [] },
    { by: caller.personIn(company)!, at: now() },
  );
  return landed.ok ? ok({ person, link: linkFor(room, publicUrl, workshop, person) }) : landed;
};

export const link: Run<'workshop link'> = async ({ house, now, publicUrl }, { company, workshop, person: said, renew }, caller) => {
  const opened = house.company(company);
  if (!opened.ok) return opened;
  const room = opened.value;
  const found = workshopIn(room, workshop);
  if (!found.ok) return found;
  const who = asked(room, found.value, said);
  if (!who.ok) return who;
  if (renew) {
    const command: WorkshopCommand = { type: 'workshop/renew-link', id: found.value.id, person: who.value };
    const landed = room.decide({ batch: `workshop-${randomUUID()}`, commands: [command] }, { by: caller.personIn(company)!, at: now() });
    if (!landed.ok) return landed;
  }
  return ok({ link: linkFor(room, publicUrl, workshop, who.value) });
};

export const remind: Run<'workshop remind'> = async ({ house, now, mails }, { company, workshop }, caller) => {
  const opened = house.company(company);
  if (!opened.ok) return opened;
  const room = opened.value;
  const found = workshopIn(room, workshop);
  if (!found.ok) return found;
  const waiting = present(found.value).filter(({ sent }) => sent === null);
  const command: WorkshopCommand = { type: 'workshop/remind', id: found.value.id, people: waiting.map(({ person }) => person) };
  const landed = room.decide({ batch: `workshop-${randomUUID()}`, commands: [command] }, { by: caller.personIn(company)!, at: now() });
  if (!landed.ok) return landed;
  const nameOf = namesIn(room);
  const addressed = new Set(room.people().flatMap(({ id, email }) => (email === null ? [] : [id])));
  return ok({
    reminded: waiting.map(({ person }) => nameOf(person)),
    mails,
    without: waiting.filter(({ person }) => !addressed.has(person)).map(({ person }) => nameOf(person)),
  });
};

export const erase: Run<'workshop erase'> = async ({ house, now }, { company, workshop, person: said }, caller) => {
  const opened = house.company(company);
  if (!opened.ok) return opened;
  const room = opened.value;
  const found = workshopIn(room, workshop);
  if (!found.ok) return found;
  const who = meant(room, said).person;
  if (!found.value.people.some(({ person }) => person === who))
    return problem('not-invited', `“${said}” was not asked into this workshop.`, 'Name somebody who was.');
  const cards = Object.values(liveRoomOf(room, found.value.id).room().cards).filter(({ by }) => by === who);
  if (
    room.eraseInWorkshop(
      found.value.id,
      who,
      cards.map(({ id }) => id),
      now(),
    )
  )
    audit(house, now(), nameFor(house, caller.signIn, caller.kind), 'words of a workshop erased', found.value.title, company);
  return ok({});
};
