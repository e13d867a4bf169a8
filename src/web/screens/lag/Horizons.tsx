import { landsView, startedView, type Horizon } from '../../../views/lag/horizon-view.ts';
import { moneyShort, percent } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { useFacts } from '../../state/facts.ts';
import css from './Horizons.module.css';

/** The rolling horizon: where this quarter's work lands, and when this quarter's revenue was started. */
export const Horizons = ({ segment }: { readonly segment: string | null }) => {
  const where = segment === null ? {} : { where: `segment=${segment}` };
  const lands = useFacts('ask', { question: 'lands', ...where });
  const started = useFacts('ask', { question: 'started', ...where });
  return (
    <div className={css.two}>
      <section>
        <h2>Of this quarter’s work</h2>
        <Answered of={lands} what="where this quarter’s work lands" lines={3}>
          {(answer) => <Lands horizon={landsView(answer)} />}
        </Answered>
      </section>
      <section>
        <h2>Of this quarter’s revenue</h2>
        <Answered of={started} what="when this quarter’s revenue was started" lines={3}>
          {(answer) => {
            const view = startedView(answer);
            const last = view.parts.at(-1);
            return view.why ? (
              <p className="mut">{view.why}</p>
            ) : (
              <>
                <p className={css.say}>
                  <Figure opens={view.opens}>{moneyShort(view.total)}</Figure> is expected to close{' '}
                  <span className="dim">({view.sure})</span>. <Figure opens={view.before.opens}>{percent(view.before.share)}</Figure> of it
                  was started {view.before.words} and {last && <Figure opens={last.opens}>{percent(last.share)}</Figure>} this quarter.{' '}
                  {view.closing}
                </p>
                <Stack horizon={view} hue="touch" label="When this quarter’s revenue was started" write={(part) => percent(part.share)} />
              </>
            );
          }}
        </Answered>
      </section>
    </div>
  );
};

const Lands = ({ horizon }: { readonly horizon: Horizon }) => {
  const [now, ...later] = horizon.parts;
  if (horizon.why || !now) return <p className="mut">{horizon.why}</p>;
  return (
    <>
      <p className={css.say}>
        <Figure opens={now.opens}>{moneyShort(now.money)}</Figure> lands this quarter,{' '}
        {later.map((part, i) => (
          <span key={part.key}>
            <Figure opens={part.opens}>{moneyShort(part.money)}</Figure> {part.label === 'later' ? 'later' : `in ${part.label}`}
            {i === later.length - 1 ? ': ' : i === later.length - 2 ? ' and ' : ', '}
          </span>
        ))}
        <Figure opens={horizon.opens}>{moneyShort(horizon.total)}</Figure> in all <span className="dim">({horizon.sure})</span>.
      </p>
      <Stack horizon={horizon} hue="revenue" label="Where this quarter’s work lands" write={(part) => moneyShort(part.money)} />
    </>
  );
};

type StackProps = {
  readonly horizon: Horizon;
  readonly hue: 'revenue' | 'touch';
  readonly label: string;
  readonly write: (part: Horizon['parts'][number]) => string;
};

/** Parts of one sum: the present one is full, the others fade with their distance from it. */
const Stack = ({ horizon: { parts }, hue, label, write }: StackProps) => (
  <ul className={css.stack} aria-label={label}>
    {parts.map((part, i) => {
      const far = hue === 'revenue' ? i : parts.length - 1 - i;
      return (
        <li key={part.key} style={{ flexGrow: Math.max(part.share, 0.005) }}>
          <i style={{ background: `var(--th-${hue})`, opacity: [1, 0.66, 0.42, 0.24][far] ?? 0.2 }} aria-hidden="true" />
          <b>{write(part)}</b>
          <span>{part.label}</span>
        </li>
      );
    })}
  </ul>
);
