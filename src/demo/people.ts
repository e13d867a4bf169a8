/** The people of Lademar. All invented; their addresses end in .example. */
import type { Role, Seat } from '../domain/company/company.ts';
import type { PersonId } from '../kernel/ids.ts';

/** `joins` and `leaves` are quarters of the story; without them a person was there from the start and still is. */
export type DemoPerson = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly role: Role;
  readonly seats: readonly Seat[];
  readonly joins?: number;
  readonly leaves?: number;
};

const person = (
  name: string,
  title: string,
  role: Role,
  seats: readonly Seat[] = [],
  stay: { joins?: number; leaves?: number } = {},
): DemoPerson => {
  const slug = name.toLowerCase().replaceAll(' ', '-');
  return { id: `p_${slug}`, name, email: `${slug.replaceAll('-', '.')}@lademar.example`, title, role, seats, ...stay };
};

export const PEOPLE = {
  ines: person('Ines Varga', 'VP Marketing', 'owner', ['marketing']),
  tom: person('Tom Okafor', 'CEO', 'stakeholder', ['ceo']),
  diego: person('Diego Ferrante', 'VP Sales', 'stakeholder', ['sales']),
  maren: person('Maren Lindqvist', 'CFO', 'stakeholder', ['finance']),
  samir: person('Samir Haddad', 'Demand generation', 'marketer'),
  lena: person('Lena Brandt', 'Content', 'marketer'),
  ana: person('Ana Kowalczyk', 'Events', 'marketer'),
  yuki: person('Yuki Mori', 'Customer marketing', 'marketer'),
  wes: person('Wes Turner', 'Marketing operations', 'marketer', [], { joins: 1 }),
  pieter: person('Pieter Bos', 'Marketing generalist', 'marketer', [], { leaves: 4 }),
  sanne: person('Sanne Vos', 'Sales, Netherlands', 'stakeholder'),
  katrin: person('Katrin Seidel', 'Sales, Germany', 'stakeholder'),
  julien: person('Julien Perrot', 'Sales, France', 'stakeholder'),
  mats: person('Mats Holm', 'Sales, Nordics', 'stakeholder'),
  nadia: person('Nadia Rahimi', 'Head of Service', 'stakeholder', ['service']),
  petra: person('Petra Noor', 'Head of Product', 'stakeholder', ['product']),
  owen: person('Owen Hart', 'Partnerships', 'stakeholder'),
  jonas: person('Jonas Weil', 'Head of People', 'viewer'),
} as const satisfies Readonly<Record<string, DemoPerson>>;

export type Who = keyof typeof PEOPLE;

export const idOf = (who: Who): PersonId => PEOPLE[who].id;

/** Who sells in which market: the owner of its leads and opportunities. */
export const SELLERS = { Netherlands: 'sanne', Germany: 'katrin', France: 'julien', Nordics: 'mats' } as const satisfies Readonly<
  Record<string, Who>
>;
