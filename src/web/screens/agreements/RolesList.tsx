import { Link } from 'wouter';
import { holdersOf } from '../../../domain/agreements/duty-gaps.ts';
import { DUTIES } from '../../../domain/agreements/duty.ts';
import type { Line } from '../../../views/agreements/duty-matrix.ts';
import { DUTY_WORDS } from '../../../views/words/agreements.ts';
import { list } from '../../../views/words/format.ts';
import { useCompany } from '../../state/company.tsx';
import css from './RolesList.module.css';

/** The matrix on the phone: each line with its people by role; a press opens it to change them. */
export const RolesList = ({ lines, here }: { readonly lines: readonly Line[]; readonly here: string }) => {
  const { nameOf } = useCompany();
  return (
    <ul className={css.list}>
      {lines.map((line) => (
        <li key={line.of}>
          <Link href={`/agree/agreements/${line.of}${here}`}>
            <b>{line.title}</b>
            {DUTIES[line.scheme].map((duty) => {
              const people = holdersOf(line.duties, duty);
              return (
                people.length > 0 && (
                  <span key={duty}>
                    <i>{DUTY_WORDS[duty]}</i> {list(people.map((person) => nameOf(person)))}
                  </span>
                )
              );
            })}
            {(line.duties?.held.length ?? 0) === 0 && <span className="mut">Nobody yet</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
};
