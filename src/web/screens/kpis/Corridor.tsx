import type { Kpi } from '../../../domain/strategy/kpi.ts';
import { healthOf, type KpiNow } from '../../../views/agree/kpi.ts';
import { corridorWords } from '../../../views/words/corridor.ts';
import { dayWords } from '../../../views/words/format.ts';
import { valueShort } from '../../../views/words/values.ts';
import { useCompany } from '../../state/company.tsx';
import css from './Corridor.module.css';

const WIDE = 220;
const HIGH = 44;
const PAD = 6;

/** The corridor with where the value went: what lies outside is not healthy. The line breaks where nothing is known. */
export const Corridor = ({
  kpi,
  now,
  wide = WIDE,
  high = HIGH,
}: {
  readonly kpi: Kpi;
  readonly now: KpiNow;
  readonly wide?: number;
  readonly high?: number;
}) => {
  const { company, today } = useCompany();
  const write = (n: number): string => valueShort(n, kpi.metric.unit, company.currency);
  const values = now.trail.flatMap(({ value }) => (value === null ? [] : [value]));
  const all = [...values, kpi.low ?? values[0] ?? 0, kpi.high ?? values[0] ?? 0];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = most === least ? Math.max(1, Math.abs(most)) * 0.2 : (most - least) * 0.18;
  const y = (v: number): number => PAD + ((most + room - v) / (most - least + 2 * room)) * (high - 2 * PAD);
  const x = (i: number): number => PAD + (now.trail.length < 2 ? wide - 2 * PAD : (i / (now.trail.length - 1)) * (wide - 2 * PAD));
  const top = kpi.high === null ? 0 : y(kpi.high);
  const bottom = kpi.low === null ? high : y(kpi.low);
  const paths = now.trail
    .map(({ value }, i) =>
      value === null ? null : `${i === 0 || now.trail[i - 1]!.value === null ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .filter((p) => p !== null)
    .join('');
  const last = now.trail.at(-1);
  const words = `Healthy ${corridorWords(kpi, kpi.metric.unit, company.currency)}. ${now.trail
    .map(({ on, value }) => `${dayWords(on, today)}: ${value === null ? 'not known' : write(value)}`)
    .join(', ')}.`;
  return (
    <svg className={css.corridor} width={wide} height={high} viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={words}>
      <rect x="0" width={wide} y={top} height={Math.max(2, bottom - top)} className={css.band} />
      {kpi.low !== null && <line x1="0" x2={wide} y1={bottom} y2={bottom} className={css.bound} />}
      {kpi.high !== null && <line x1="0" x2={wide} y1={top} y2={top} className={css.bound} />}
      <path d={paths} className={css.trail} />
      {now.trail.map(({ on, value }, i) =>
        value === null ? null : (
          <circle
            key={on}
            cx={x(i)}
            cy={y(value)}
            r={on === last?.on ? 3.4 : 1.8}
            className={healthOf(kpi, value) === 'healthy' ? css.dot : css.out}
          />
        ),
      )}
    </svg>
  );
};
