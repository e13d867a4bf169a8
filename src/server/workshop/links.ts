/**
 * Links by which people come into a workshop, with or without an account. A link is signed with a key of the company
 * (HMAC-SHA-256 over workshop, person and the number of his link), so that every letter can hold it and nothing has to be
 * kept; it ends on the workshop's day, when the person is asked out, and when he is given another.
 */
import type { PersonId, WorkshopId } from '../../kernel/ids.ts';
import { participant, type Participant, type Workshop } from '../../domain/workshop/workshop.ts';
import type { CompanyStore } from '../../store/company-store.ts';
import { signed } from '../house/page-links.ts';
import { sameSecret } from '../house/secrets.ts';

type Signing = Pick<CompanyStore, 'secretFor'>;

const tokenOf = (store: Signing, workshop: WorkshopId, { person, link }: Pick<Participant, 'person' | 'link'>): string => {
  const named = `${workshop.slice(2)}.${person.slice(2)}.${link}`;
  return `${named}.${signed(store, 'workshops', named)}`;
};

/** Where one participant comes in; null where he is not asked. */
export const roomLink = (store: Signing, publicUrl: string, company: string, workshop: Workshop, person: PersonId): string | null => {
  const asked = participant(workshop, person);
  return asked && `${publicUrl}/w/${company}/${tokenOf(store, workshop.id, asked)}`;
};

/** Whom this secret names, whether or not it still opens anything; null for one that we never gave. */
export const namedBy = (
  store: Signing,
  token: string,
): { readonly workshop: WorkshopId; readonly person: PersonId; readonly link: number } | null => {
  const [workshop = '', person = '', link = ''] = token.split('.');
  const named = { workshop: `h_${workshop}`, person: `p_${person}`, link: Number(link) } as const;
  return Number.isSafeInteger(named.link) && sameSecret(token, tokenOf(store, named.workshop, named)) ? named : null;
};
