import type { Deck } from '../../views/workshop/deck.ts';
import type { Table } from '../../views/workshop/moscow.ts';
import { days, moneyShort, percent } from '../../views/words/format.ts';
import css from './CapacityBar.module.css';

const CLASSES = ['must', 'should', 'could'] as const;
const NAMES = { must: 'Must', should: 'Should', could: 'Could' } as const;

/** Person-days by class along what is recorded, with the line that Must may not pass. */
export const CapacityBar = ({ deck, table }: { readonly deck: Deck; readonly table: Table }) => {
  const { of } = table;
  if (of === null || of === 0)
    return (
      <p className={css.none}>No capacity is recorded for this quarter, so only the days can be added up: {days(table.days)} are in.</p>
    );
  const width = Math.max(of, table.days);
  return (
    <div className={css.bar}>
      <div
        className={css.track}
        role="img"
        aria-label={`${days(table.days)} of ${days(of)} recorded are in; Must ${percent(table.columns.must.share ?? 0)}`}
      >
        {CLASSES.map((moscow) => {
          const { days: sum, share, over } = table.columns[moscow];
          if (sum === 0) return null;
          return (
            <span key={moscow} className={`${css[moscow]} ${over > 0 ? css.over : ''}`} style={{ width: `${(sum / width) * 100}%` }}>
              {NAMES[moscow]} {days(sum)}
              {moscow === 'must' && `, ${percent(share ?? 0)}`}
            </span>
          );
        })}
        {table.days > of && (
          <i className={css.beyond} style={{ left: `${(of / width) * 100}%` }}>
            <small>{days(of)}</small>
          </i>
        )}
        <i className={css.mark} style={{ left: `${((of * deck.mustPercent) / 100 / width) * 100}%` }}>
          <small>{deck.mustPercent} %</small>
        </i>
      </div>
      <p className={css.says}>
        {days(of)} recorded
        {table.free !== null &&
          (table.free >= 0 ? `, ${days(table.free)} left` : <strong className={css.much}>, {days(-table.free)} too many are in</strong>)}
        .
        {table.minor !== null && deck.currency && (
          <>
            {' '}
            Money: {moneyShort({ minor: table.minor, currency: deck.currency })}
            {table.ofMinor === null ? ', no plan is recorded.' : ` of ${moneyShort({ minor: table.ofMinor, currency: deck.currency })}`}
            {table.overMinor !== null && table.overMinor > 0 ? (
              <strong className={css.much}>, {moneyShort({ minor: table.overMinor, currency: deck.currency })} too much.</strong>
            ) : (
              table.ofMinor !== null && '.'
            )}
          </>
        )}
      </p>
    </div>
  );
};
