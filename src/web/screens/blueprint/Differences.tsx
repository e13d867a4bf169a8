import type { DifferenceLine } from '../../../views/plan/difference-words.ts';
import css from './Differences.module.css';

const SIGN: { readonly [K in DifferenceLine['kind']]: readonly [string, string] } = {
  in: ['+', 'comes in'],
  out: ['−', 'goes out'],
  changed: ['~', 'changes'],
  ground: ['·', 'reads now'],
};

/** Exactly what changed, line by line. */
export const Differences = ({ lines }: { readonly lines: readonly DifferenceLine[] }) =>
  lines.length === 0 ? (
    <p className="mut sm">Nothing differs.</p>
  ) : (
    <ul className={css.lines}>
      {lines.map((l) => (
        <li key={`${l.kind}${l.title}`} className={css[l.kind]}>
          <i aria-hidden="true">{SIGN[l.kind][0]}</i>
          <span>
            <b>{l.title}</b>
            <span className="unseen"> {SIGN[l.kind][1]}: </span>
            <span className={css.values}>
              {l.was && <s>{l.was}</s>}
              {l.was && l.now && <span aria-hidden="true"> → </span>}
              {l.now}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
