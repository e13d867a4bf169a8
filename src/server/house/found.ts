/** Founding a company, and seeing to it that somebody who can sign in owns it. */
import { randomUUID } from 'node:crypto';
import type { Command } from '../../domain/book.ts';
import type { Seat } from '../../domain/company/company.ts';
import { OPERATOR } from '../../domain/decider.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { SignIn } from '../../store/house/sign-ins.ts';
import type { Person } from '../contract/book.ts';
import type { Problem } from '../contract/problem.ts';
import { audit, nameFor } from './audit.ts';
import type { House } from './house.ts';
import type { CompanyRoom } from './room.ts';
import { newId } from './secrets.ts';

type Founding = Omit<Extract<Command, { type: 'company/found' }>, 'type'>;

/** Founds a company for a sign-in, or (null) for the local operator; nothing is left of one that is refused. */
export const foundCompany = async (
  house: House,
  founding: Founding,
  signIn: string | null,
  now: string,
): Promise<Result<CompanyRoom, Problem>> => {
  const made = house.addCompany(founding.name);
  if (!made.ok) return made;
  const room = made.value;
  const person = signIn === null ? null : personFor(house, signIn);
  // The membership first: were it lost, the company would have an owner who cannot get in.
  if (person && signIn !== null) house.store.members.set({ signIn, company: room.id, person: person.id });
  const asked = {
    batch: `found-${randomUUID()}`,
    commands: [{ type: 'company/found' as const, ...founding }],
    people: person ? [person] : [],
  };
  const landed = room.decide(asked, { by: person?.id ?? OPERATOR, at: now });
  if (!landed.ok) {
    await house.discardCompany(room.id);
    return landed;
  }
  if (!person) ownedBySomebody(house, room, now);
  audit(house, now, nameFor(house, signIn, signIn === null ? 'operator' : 'session'), 'company added', founding.name, room.id);
  return ok(room);
};

/**
 * Where no owner of the company can sign in, the owner of the house becomes one: companies made on the command line
 * or as a demo are thus never out of reach. Before the house has an owner nothing happens.
 */
export const ownedBySomebody = (house: House, room: CompanyRoom, now: string, seats: readonly Seat[] = []): void => {
  const owner = house.store.signIns.all().find(({ ownsHouse }) => ownsHouse);
  const company = room.book().company.get('company');
  if (!owner || !company) return;
  const members = house.store.members.in(room.id);
  if (members.some(({ person }) => room.roleOf(person as PersonId) === 'owner')) return;
  const was = members.find(({ signIn }) => signIn === owner.id)?.person as PersonId | undefined;
  const person: Person = was ? { id: was, name: owner.name, email: owner.email } : personFor(house, owner.id);
  const command: Command =
    room.roleOf(person.id) === null
      ? { type: 'company/add-member', person: person.id, role: 'owner', seats }
      : { type: 'company/give-role', person: person.id, role: 'owner' };
  house.store.members.set({ signIn: owner.id, company: room.id, person: person.id });
  const landed = room.decide({ batch: `owner-${randomUUID()}`, commands: [command], people: [person] }, { by: OPERATOR, at: now });
  if (!landed.ok) throw new Error(`the owner of the house could not become owner of ${room.id}: ${landed.refusal.text}`);
};

/** A new person of a company, named as the sign-in is. */
const personFor = (house: House, signIn: string): Person => {
  const { name, email } = house.store.signIns.byId(signIn) as SignIn;
  return { id: newId('p'), name, email };
};
