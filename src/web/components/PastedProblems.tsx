import type { PastedProblem } from '../../views/words/pasted.ts';
import { capital, plural } from '../../views/words/format.ts';
import { Note } from './Note.tsx';
import css from './PastedProblems.module.css';

/** Rows of something pasted that cannot be taken: which row, which column, what to do. The first twenty are listed. */
export const PastedProblems = ({ problems }: { readonly problems: readonly PastedProblem[] }) =>
  problems.length === 0 ? null : (
    <div role="alert">
      <Note kind="off">
        <b>{capital(plural(problems.length, 'row'))} cannot be taken.</b>
        <ul className={css.rows}>
          {problems.slice(0, 20).map((p) => (
            <li key={`${p.line} ${p.column ?? ''} ${p.text}`}>
              <b>
                Row {p.line}
                {p.column && `, ${p.column}`}:
              </b>{' '}
              {p.text} {p.todo}
            </li>
          ))}
          {problems.length > 20 && <li>and {problems.length - 20} more</li>}
        </ul>
      </Note>
    </div>
  );
