import { addDays } from '../../../kernel/day.ts';
import type { RulesEffect } from '../../../views/credit/rules-effect.ts';
import { count, dayWords, moneyShort } from '../../../views/words/format.ts';
import lines from '../../components/lines.module.css';

/** Before and after, over the last four quarters. */
export const Effect = ({ effect }: { readonly effect: RulesEffect }) => {
  const { currency } = effect;
  const money = (minor: number): string => moneyShort({ minor, currency });
  const rows: readonly (readonly [string, string, string])[] = [
    ['Touches that count', count(effect.touches.was), count(effect.touches.now)],
    ['Won deals without a touch', count(effect.dark.was), count(effect.dark.now)],
    ['Sourced by marketing', money(effect.sourced.was), money(effect.sourced.now)],
    ['Half-life of time decay', `${count(effect.halfLife.was)} d`, `${count(effect.halfLife.now)} d`],
    ...effect.lines.slice(0, 8).map((line) => [`Equal credit: ${line.label}`, money(line.was), money(line.now)] as const),
  ];
  return (
    <>
      <p>{effect.sentence}</p>
      <table className={lines.lines}>
        <caption className="dim xs" style={{ textAlign: 'left', captionSide: 'bottom', paddingTop: 6 }}>
          Deals won from {dayWords(effect.from)} to {dayWords(addDays(effect.to, -1))}. Published quarters stay as they are.
        </caption>
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col" className="r">
              In force
            </th>
            <th scope="col" className="r">
              Tried
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, was, now]) => (
            <tr key={label}>
              <td>{label}</td>
              <td className="r nw dim">{was}</td>
              <td className="r nw">{was === now ? <span className="dim">{now}</span> : <b>{now}</b>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
