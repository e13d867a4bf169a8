import type { Currency } from '../../kernel/money.ts';
import { openedMoney, openedPeople } from '../../views/capacity/opened.ts';
import type { Meters } from '../../views/capacity/meters.ts';
import { personDays } from '../../views/capacity/words.ts';
import { moneyShort, percent } from '../../views/words/format.ts';
import { openedPlain } from '../../views/words/opened.ts';
import { CapacityMeter } from './CapacityMeter.tsx';
import css from './CapacityMeters.module.css';
import { Figure } from './figure/Figure.tsx';

type Props = {
  readonly meters: Meters;
  readonly currency: Currency | null;
  /** False where the reader may not see plans of money. */
  readonly money: boolean;
  /** Share of the recorded days that Must may take; draws the limit. */
  readonly mustLimit?: number;
};

/** People, money and time of a quarter beside each other. */
export const CapacityMeters = ({ meters, currency, money, mustLimit = 0.6 }: Props) => (
  <div className={css.row}>
    <People meters={meters} mustLimit={mustLimit} />
    {money && <Money meters={meters} currency={currency} />}
    <Time meters={meters} />
  </div>
);

const People = ({ meters, mustLimit }: { readonly meters: Meters; readonly mustLimit: number }) => {
  const { days, must, should, could, planned, free, mustShare } = meters.people;
  const over = free !== null && free < -0.05;
  return (
    <CapacityMeter
      label="People"
      value={<Figure opens={openedPeople(meters)}>{personDays(planned)}</Figure>}
      of={days === null ? 'person-days planned; nobody recorded how many there are' : `of ${personDays(days)} person-days planned`}
      whole={days}
      parts={[
        { tone: 'must', amount: must },
        { tone: 'should', amount: should },
        { tone: 'could', amount: could },
      ]}
      marks={days === null ? [] : [{ at: days * mustLimit, kind: 'limit', label: `Must at most ${percent(mustLimit)}` }]}
      summary={`Must ${personDays(must)}, should ${personDays(should)}, could ${personDays(could)}${days === null ? '' : ` of ${personDays(days)} person-days`}`}
      note={
        <>
          Must {personDays(must)} d{mustShare !== null && `, ${percent(mustShare)} (limit ${percent(mustLimit)})`}. Should{' '}
          {personDays(should)} d. Could {personDays(could)} d.{' '}
          {free !== null && (
            <b className={over ? css.over : css.free}>
              {over ? `${personDays(-free)} d too many` : `${personDays(free >= 1 ? Math.floor(free) : free)} d free`}
            </b>
          )}
        </>
      }
    />
  );
};

const Money = ({ meters, currency }: { readonly meters: Meters; readonly currency: Currency | null }) => {
  const { planMinor, actualMinor, committedMinor, prioritiesMinor, elsewhereMinor, freeMinor } = meters.money;
  const say = (minor: number): string => moneyShort({ minor, currency });
  const over = freeMinor !== null && freeMinor < 0;
  return (
    <CapacityMeter
      label="Money"
      value={<Figure opens={openedMoney(meters, currency)}>{say(prioritiesMinor)}</Figure>}
      of={planMinor === null ? 'for the priorities; no budget is recorded' : `of ${say(planMinor)} given to the priorities`}
      whole={planMinor}
      parts={[
        { tone: 'spent', amount: actualMinor },
        { tone: 'committed', amount: committedMinor },
        { tone: 'planned', amount: Math.max(0, prioritiesMinor + elsewhereMinor - actualMinor - committedMinor) },
      ]}
      summary={`Spent ${say(actualMinor)}, committed ${say(committedMinor)}, given to priorities ${say(prioritiesMinor)}`}
      note={
        <>
          Spent {say(actualMinor)}, committed {say(committedMinor)}.
          {elsewhereMinor > 0 && ` ${say(elsewhereMinor)} for what runs on from other quarters.`}{' '}
          {freeMinor !== null && (
            <b className={over ? css.over : css.free}>{over ? `${say(-freeMinor)} too much is given` : `${say(freeMinor)} reserve`}</b>
          )}
        </>
      }
    />
  );
};

const Time = ({ meters }: { readonly meters: Meters }) => {
  const { days, left } = meters.time;
  return (
    <CapacityMeter
      label="Time"
      value={
        <Figure opens={openedPlain('Days left in this quarter', String(left), 'Calendar days from today to the last day of the quarter.')}>
          {left}
        </Figure>
      }
      of={`of ${days} days left`}
      whole={days}
      parts={[{ tone: 'elapsed', amount: days - left }]}
      summary={`${days - left} of ${days} days have passed`}
    />
  );
};
