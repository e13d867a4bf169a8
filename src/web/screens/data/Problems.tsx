import lines from '../../components/lines.module.css';
import { Scroll } from '../../components/Scroll.tsx';
import type { Preview } from './edit-mapping.ts';
import { count } from '../../../views/words/format.ts';
import css from './Problems.module.css';

/** What is wrong, where, and what to do; the first fifty, the rest on demand in the list of held rows. */
export const Problems = ({ problems }: { readonly problems: Preview['problems'] }) => {
  const rows = problems.rows.slice(0, 50);
  if (rows.length === 0) return <p className="mut sm">Every row can be read as it stands.</p>;
  return (
    <Scroll label="Problems, row by row">
      <table className={lines.lines}>
        <thead>
          <tr>
            <th scope="col" className="r">
              Row
            </th>
            <th scope="col">Column</th>
            <th scope="col">Found</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((p) => (
            <tr key={`${p.line} ${p.column} ${p.problem}`}>
              <td className="r dim">{p.line}</td>
              <td>{p.column ?? 'whole row'}</td>
              <td>
                {p.found === null || p.found === '' ? (
                  <span className={css.found}>(empty)</span>
                ) : (
                  <span className={css.found}>{p.found}</span>
                )}
              </td>
              <td>
                {p.problem} {p.todo}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.total > rows.length && (
        <p className="dim sm">and {count(problems.total - rows.length)} more; all are kept with the load.</p>
      )}
    </Scroll>
  );
};
