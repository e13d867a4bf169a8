/**
 * Where duties have gaps: findings, never refusals. Nobody answers for it, several do, somebody left, somebody answers
 * for too much, nobody said anything at all.
 */
import type { PersonId } from '../../kernel/ids.ts';
import type { Company } from '../company/company.ts';
import type { Duties, Duty, DutyBook, DutyOf, Scheme } from './duty.ts';

/** The duties that exactly one person must hold. */
export const EXACTLY_ONE: { readonly [S in Scheme]: readonly Duty[] } = { raci: ['accountable'], daci: ['driver', 'approver'] };
/** The duty of who answers for the thing. */
export const ANSWERS: { readonly [S in Scheme]: Duty } = { raci: 'accountable', daci: 'approver' };
/** Duties that need somebody, whoever many they are. */
const AT_LEAST_ONE: { readonly [S in Scheme]: readonly Duty[] } = { raci: ['responsible'], daci: [] };

/** Who answers for more than so many priorities of one quarter answers for none of them well. */
export const MOST_ACCOUNTABLE = 3;

export type DutyGap =
  /** Nobody said who has which duty. */
  | { readonly code: 'no-duties'; readonly of: DutyOf }
  | { readonly code: 'nobody'; readonly of: DutyOf; readonly duty: Duty }
  | { readonly code: 'several'; readonly of: DutyOf; readonly duty: Duty; readonly people: readonly PersonId[] }
  /** Somebody who left the company; `duty` is null where he owns the thing. */
  | { readonly code: 'left'; readonly of: DutyOf; readonly duty: Duty | null; readonly person: PersonId }
  | { readonly code: 'too-many'; readonly period: string; readonly person: PersonId; readonly of: readonly DutyOf[] };

/** Who holds this duty. */
export const holdersOf = (duties: Duties | undefined, duty: Duty): PersonId[] =>
  duties?.held.flatMap((h) => (h.duty === duty ? [h.person] : [])) ?? [];

const hasLeft = (company: Company | undefined, person: PersonId): boolean => Boolean(company?.members[person]?.left);

/** What is wrong with the duties for one thing. */
export const gapsOf = (book: DutyBook, of: DutyOf, owner: PersonId | null): DutyGap[] => {
  const company = book.company.get('company');
  const duties = book.duty.get(of);
  const left: DutyGap[] = (duties?.held ?? []).flatMap((h) =>
    hasLeft(company, h.person) ? [{ code: 'left', of, duty: h.duty, person: h.person }] : [],
  );
  if (owner !== null && hasLeft(company, owner)) left.unshift({ code: 'left', of, duty: null, person: owner });
  if (!duties || duties.held.length === 0) return [{ code: 'no-duties', of }, ...left];
  const { scheme } = duties;
  const one = EXACTLY_ONE[scheme].flatMap((duty): DutyGap[] => {
    const people = holdersOf(duties, duty);
    if (people.length === 1) return [];
    return people.length === 0 ? [{ code: 'nobody', of, duty }] : [{ code: 'several', of, duty, people }];
  });
  const some = AT_LEAST_ONE[scheme].flatMap((duty): DutyGap[] =>
    holdersOf(duties, duty).length === 0 ? [{ code: 'nobody', of, duty }] : [],
  );
  return [...one, ...some, ...left];
};

/** Gaps of every standing priority of a quarter, and who answers for too many of them. */
export const dutyGaps = (book: DutyBook, period: string): DutyGap[] => {
  const priorities = [...book.priority.values()].filter((p) => p.period === period && !p.retired);
  const answering = new Map<PersonId, DutyOf[]>();
  for (const { id } of priorities) {
    const duties = book.duty.get(id);
    for (const person of duties ? holdersOf(duties, ANSWERS[duties.scheme]) : [])
      answering.set(person, [...(answering.get(person) ?? []), id]);
  }
  return [
    ...priorities.flatMap((p) => gapsOf(book, p.id, p.owner)),
    ...[...answering].flatMap(([person, of]): DutyGap[] =>
      of.length > MOST_ACCOUNTABLE ? [{ code: 'too-many', period, person, of }] : [],
    ),
  ];
};
