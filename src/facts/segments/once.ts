/**
 * Once: the rows that sources have of one person, or of one organisation, as one. A segment counts whom it reaches, not how many
 * times they were written down: two contacts that were merged are one member, and two again when the merge is taken back.
 */
import type { Member } from './definition.ts';

const KEYS: { readonly [M in Member]: string } = {
  contact: `select src, id, person as number, speaks from person_of where kind = 'contact'`,
  account: 'select src, id, account as number, speaks from account_key',
};

/** SQL of a relation (src, id, one, speaks) over one of (src, id): rows with the same `one` are one; one of them may speak for it. */
export const onceSql = (of: Member, rows: string): string =>
  `select r.src, r.id, coalesce(k.number::varchar, r.src || chr(31) || r.id) as one, coalesce(k.speaks, false) as speaks
    from (${rows}) r left join (${KEYS[of]}) k on k.src = r.src and k.id = r.id`;

/** SQL of how many there are in a relation (src, id). */
export const countOnce = (of: Member, rows: string): string => `(select count(distinct one) from (${onceSql(of, rows)}))`;
