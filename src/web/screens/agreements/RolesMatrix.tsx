import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { DUTIES, type Duty } from '../../../domain/agreements/duty.ts';
import { dutiesOf, dutyFor, letterOf, type Column, type Line } from '../../../views/agreements/duty-matrix.ts';
import { DUTY_MEANS, DUTY_WORDS, SCHEME_WORDS } from '../../../views/words/agreements.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import css from './RolesMatrix.module.css';

type Place = { readonly row: number; readonly column: number };

/**
 * The matrix as a grid: arrows move, a duty's letter gives or takes it, Delete takes all. What is chosen can be changed
 * with a press below, too.
 */
export const RolesMatrix = ({
  lines,
  columns,
  here,
}: {
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
  readonly here: string;
}) => {
  const { may, ask } = useCompany();
  const [at, setAt] = useState<Place | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  const edits = may('duty/give');
  const focus = (row: number, column: number): void => {
    const to = { row: Math.max(0, Math.min(lines.length - 1, row)), column: Math.max(0, Math.min(columns.length - 1, column)) };
    setAt(to);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${to.row}-${to.column}"]`)?.focus();
  };
  const change = (line: Line, { person }: Column, duty: Duty): void => {
    const has = dutiesOf(line.duties, person).includes(duty);
    const answer = ask([{ type: has ? 'duty/take-back' : 'duty/give', of: line.of, person, duty }]);
    if (!answer.ok) say({ kind: 'problem', text: answer.words });
  };
  const press = (event: React.KeyboardEvent, row: number, column: number): void => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    const [line, person] = [lines[row]!, columns[column]!];
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (step) focus(row + step[0]!, column + step[1]!);
    else if (event.key === 'Home') focus(row, 0);
    else if (event.key === 'End') focus(row, columns.length - 1);
    else if (edits && (event.key === 'Delete' || event.key === 'Backspace')) {
      const all = dutiesOf(line.duties, person.person);
      if (all.length > 0) ask(all.map((duty) => ({ type: 'duty/take-back' as const, of: line.of, person: person.person, duty })));
    } else {
      const duty = edits && event.key.length === 1 ? dutyFor(line.scheme, event.key) : undefined;
      if (!duty) return;
      change(line, person, duty);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const chosen = at && lines[at.row] && columns[at.column] ? { line: lines[at.row]!, column: columns[at.column]! } : null;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <div className={css.frame} role="region" aria-label="Roles and responsibilities" tabIndex={0}>
        {/* A table whose cells are reached and changed by arrow and letter is a grid: the ARIA pattern asks for both. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
        <table ref={grid} className={css.matrix} role="grid" aria-label="Who has which role in what">
          <thead>
            <tr>
              <th scope="col" className={css.corner}>
                <span className="unseen">What</span>
              </th>
              {columns.map((c) => (
                <th key={c.person} scope="col" className={c.left ? css.left : undefined} title={c.left ? `${c.name}, has left` : c.name}>
                  <Avatar name={c.name} />
                  <span aria-hidden="true">{c.name.split(' ')[0]}</span>
                  <span className="unseen">{c.left ? `${c.name}, has left` : c.name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, row) => (
              <tr key={line.of}>
                <th scope="row">
                  <Link href={`/agree/agreements/${line.of}${here}`}>{line.title}</Link>
                  <small>{SCHEME_WORDS[line.scheme]}</small>
                </th>
                {columns.map((column, place) => {
                  const duties = dutiesOf(line.duties, column.person);
                  const current = at ? at.row === row && at.column === place : row === 0 && place === 0;
                  return (
                    <td key={column.person} aria-selected={at?.row === row && at.column === place}>
                      <button
                        type="button"
                        data-cell={`${row}-${place}`}
                        tabIndex={current ? 0 : -1}
                        onFocus={() => setAt({ row, column: place })}
                        onKeyDown={(event) => press(event, row, place)}
                      >
                        {duties.map((duty) => (
                          <span
                            key={duty}
                            aria-hidden="true"
                            className={`${css.letter} ${ONE.has(duty) ? css.one : ''}`}
                            title={`${DUTY_WORDS[duty]}: ${DUTY_MEANS[duty]}`}
                          >
                            {letterOf(duty)}
                          </span>
                        ))}
                        <span className="unseen">{`${column.name}, ${line.title}: ${duties.length === 0 ? 'no role' : duties.map((d) => DUTY_WORDS[d]).join(', ')}`}</span>
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={css.below}>
        {chosen && edits ? (
          <>
            <p>
              <b>{chosen.column.name}</b> for <b>{chosen.line.title}</b>
            </p>
            <div className={css.choices} role="group" aria-label={`Roles of ${chosen.column.name} in ${chosen.line.title}`}>
              {DUTIES[chosen.line.scheme].map((duty) => (
                <button
                  key={duty}
                  type="button"
                  aria-pressed={dutiesOf(chosen.line.duties, chosen.column.person).includes(duty)}
                  title={DUTY_MEANS[duty]}
                  onClick={() => change(chosen.line, chosen.column, duty)}
                >
                  <kbd>{letterOf(duty)}</kbd> {DUTY_WORDS[duty]}
                </button>
              ))}
            </div>
          </>
        ) : (
          <p className="mut">
            {edits
              ? 'Choose a cell, then press R, A, C or I to give or take a role; arrows move, Delete clears. A priority may use DACI instead: open it by its name.'
              : 'R responsible, A accountable, C consulted, I informed. Owners and marketers change it.'}
          </p>
        )}
      </div>
    </>
  );
};

/** Duties that exactly one person has. */
const ONE: ReadonlySet<Duty> = new Set<Duty>(['accountable', 'driver', 'approver']);
