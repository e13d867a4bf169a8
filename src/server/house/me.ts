/** Me: a sign-in as the front door and the company switcher show it. */
import { OPERATOR } from '../../domain/decider.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Caller, Output } from '../operations/operation.ts';
import type { House } from './house.ts';
import type { CompanyRoom } from './room.ts';

export type Me = NonNullable<Output<'door'>['me']>;
export type Card = Me['companies'][number];

/** The card of a company for one of its people; null for somebody who does not belong to it. */
export const cardOf = (room: CompanyRoom, person: PersonId): Card | null => {
  const company = room.book().company.get('company');
  const role = room.roleOf(person);
  return company && role ? { id: room.id, name: company.name, role, person, demo: company.demo } : null;
};

/** The companies this caller belongs to, by name. A company that cannot be opened is left out; `doctor` says why. */
export const cardsOf = (house: House, caller: Pick<Caller, 'personIn' | 'onlyCompany'>): Card[] =>
  house
    .companies()
    .filter((id) => caller.onlyCompany === null || caller.onlyCompany === id)
    .flatMap((id) => {
      const person = caller.personIn(id);
      const room = person === null ? null : house.company(id);
      const card = room?.ok && person !== null ? cardOf(room.value, person) : null;
      return card ? [card] : [];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));

/** A sign-in with its companies. Throws where there is no such sign-in. */
export const meOf = (house: House, signIn: string): Me => {
  const found = house.store.signIns.byId(signIn);
  if (!found) throw new Error(`no sign-in ${signIn}`);
  const companies = cardsOf(house, { personIn: personOf(house, signIn), onlyCompany: null });
  return { signIn, name: found.name, email: found.email, houseOwner: found.ownsHouse, companies };
};

/** The local operator, who belongs everywhere. */
export const operatorMe = (house: House): Me => ({
  signIn: 's_operator',
  name: 'Local operator',
  email: '',
  houseOwner: true,
  companies: cardsOf(house, { personIn: () => OPERATOR, onlyCompany: null }),
});

/** Which person a sign-in is in a company. */
export const personOf =
  (house: House, signIn: string) =>
  (company: string): PersonId | null =>
    house.store.members.personIn(company, signIn) as PersonId | null;
