import type { ReactNode } from 'react';
import css from './CapacityMeter.module.css';

/** What a part of the bar is; the colour follows. People: must, should, could. Money: spent, committed, planned. Time: elapsed. */
export type MeterTone = 'must' | 'should' | 'could' | 'spent' | 'committed' | 'planned' | 'elapsed';
export type MeterPart = { readonly tone: MeterTone; readonly amount: number };
/** A line across the bar: a limit (ink) or a last useful day (red). */
export type MeterMark = { readonly at: number; readonly kind: 'limit' | 'critical'; readonly label: string };

type Props = {
  /** People, Money or Time. */
  readonly label: string;
  /** The large number, usually a Figure. */
  readonly value: ReactNode;
  /** What stands beside it: "of 227 person-days". */
  readonly of: ReactNode;
  /** What there is; null where nobody recorded it: the bar is hatched. */
  readonly whole: number | null;
  readonly parts: readonly MeterPart[];
  readonly marks?: readonly MeterMark[];
  /** One or two lines below: "Must 131 d, 58 % (limit 60 %). 19 d free". */
  readonly note?: ReactNode;
  /** The bar in words, for those who do not see it. */
  readonly summary: string;
};

/** How full people, money or time are: parts of a whole, with their limits. What goes beyond the whole is hatched red. */
export const CapacityMeter = ({ label, value, of, whole, parts, marks = [], note, summary }: Props) => {
  const used = parts.reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
  const scale = Math.max(whole ?? 0, used, 1e-9);
  const x = (amount: number): string => `${(Math.max(0, Math.min(amount, scale)) / scale) * 100}%`;
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, { amount }) => sum + Math.max(0, amount), 0));
  return (
    <div className={css.meter}>
      <p className={css.label}>{label}</p>
      <p className={css.value}>
        <b>{value}</b> <span>{of}</span>
      </p>
      <div className={`${css.bar} ${whole === null ? css.unknown : ''}`} role="img" aria-label={summary}>
        {parts.map(({ tone, amount }, i) => (
          <i key={tone} className={css[tone]} style={{ left: x(starts[i]!), width: x(Math.max(0, amount)) }} />
        ))}
        {whole !== null && used > whole && <i className={css.over} style={{ left: x(whole), right: 0 }} />}
        {marks.map(({ at, kind, label: name }) => (
          <i key={name} className={`${css.mark} ${kind === 'critical' ? css.critical : ''}`} style={{ left: x(at) }} title={name} />
        ))}
      </div>
      {note && <p className={css.note}>{note}</p>}
    </div>
  );
};
