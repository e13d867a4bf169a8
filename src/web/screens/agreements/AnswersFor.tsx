import { Link } from 'wouter';
import { ANSWERS, holdersOf } from '../../../domain/agreements/duty-gaps.ts';
import type { DutyOf } from '../../../domain/agreements/duty.ts';
import { list } from '../../../views/words/format.ts';
import { useCompany } from '../../state/company.tsx';

/** Who answers for a thing, in a word, and the way to all its roles. */
export const AnswersFor = ({ of, here }: { readonly of: DutyOf; readonly here: string }) => {
  const { book, nameOf } = useCompany();
  const duties = book.duty.get(of);
  const people = duties ? holdersOf(duties, ANSWERS[duties.scheme]) : [];
  return (
    <Link href={`/agree/agreements/${of}${here}`} className="lnk">
      {people.length === 0 ? 'Nobody answers for it yet' : `${list(people.map((person) => nameOf(person)))} answers for it`}
    </Link>
  );
};
