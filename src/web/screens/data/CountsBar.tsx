import { count } from '../../../views/words/format.ts';
import css from './CountsBar.module.css';
import type { Preview } from './edit-mapping.ts';
import { ENTITY } from './words.ts';

/** New, changed, unchanged and held, as one bar per kind of row. */
export const CountsBar = ({ preview }: { readonly preview: Preview }) => {
  const held = preview.held;
  return (
    <div className={css.all}>
      {preview.counts.map((c, i) => {
        const mine = i === 0 ? held : 0;
        const sum = c.new + c.changed + c.unchanged + mine || 1;
        const words = ENTITY[c.entity];
        const share = (n: number): React.CSSProperties => ({ flexGrow: n / sum, minWidth: n > 0 ? 4 : 0 });
        return (
          <div key={`${c.entity} ${c.lookup ?? ''}`}>
            <div className={css.bar} aria-hidden="true">
              <i className={css.new} style={share(c.new)} />
              <i className={css.changed} style={share(c.changed)} />
              <i className={css.unchanged} style={share(c.unchanged)} />
              {mine > 0 && <i className={css.held} style={share(mine)} />}
            </div>
            <ul className={css.key}>
              <li>
                <i className={css.new} aria-hidden="true" />
                <b>{count(c.new)}</b> new {c.lookup ? `in the list ${c.lookup}` : c.new === 1 ? words.one : words.many}
              </li>
              {c.changed > 0 && (
                <li>
                  <i className={css.changed} aria-hidden="true" />
                  <b>{count(c.changed)}</b> changed
                </li>
              )}
              {c.unchanged > 0 && (
                <li>
                  <i className={css.unchanged} aria-hidden="true" />
                  <b>{count(c.unchanged)}</b> unchanged
                </li>
              )}
              {mine > 0 && (
                <li>
                  <i className={css.held} aria-hidden="true" />
                  <b>{count(mine)}</b> held back
                </li>
              )}
            </ul>
          </div>
        );
      })}
    </div>
  );
};
