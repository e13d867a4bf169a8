import { Link } from 'wouter';
import type { DoingPart, Fullness } from '../../../views/home/doing.ts';
import { days, moneyShort, quarterWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './DoingQuestion.module.css';
import home from './HomeScreen.module.css';

const share = (part: number, of: number): string => `${Math.max(0, Math.min(1, of > 0 ? part / of : 0)) * 100}%`;

/** What are we doing about it, and does it fit? The Blueprint of the quarter in small, against people, money and time. */
export const DoingQuestion = ({ doing }: { readonly doing: DoingPart }) => {
  const { company, may } = useCompany();
  const { period, sentence, bars, people, money, time } = doing;
  const href = `/plan/blueprint/${period}`;
  const nothing = bars.length === 0;
  return (
    <>
      <h2>What are we doing about it, and does it fit?</h2>
      <p className={home.said}>
        {sentence.map(({ text, opens }) =>
          opens ? (
            <Figure key={text} opens={opens}>
              {text}
            </Figure>
          ) : (
            text
          ),
        )}
      </p>
      {nothing ? (
        may('priority/plan') && (
          <p className={home.rest}>
            <Button size="small" href={href}>
              Plan {quarterWords(period)}
            </Button>
          </p>
        )
      ) : (
        <div className={css.small}>
          <Calendar doing={doing} href={href} />
          <dl className={css.meters}>
            <Meter name="People" full={people} write={(n) => days(Math.round(n))} none="nobody’s time is recorded" />
            {money && <Meter name="Money" full={money} write={(minor) => moneyShort({ minor, currency: company.currency })} none="" />}
            <div>
              <dt>Time</dt>
              <dd>
                day {time.day} <span>of {time.of}</span>
              </dd>
              <i className={css.track} aria-hidden="true">
                <i style={{ width: share(time.day, time.of) }} />
              </i>
            </div>
          </dl>
        </div>
      )}
    </>
  );
};

type MeterProps = {
  readonly name: string;
  readonly full: Fullness;
  readonly write: (n: number) => string;
  /** Said where nobody recorded what there is. */
  readonly none: string;
};

const Meter = ({ name, full: { used, of, opens }, write, none }: MeterProps) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <Figure opens={opens}>{write(used)}</Figure> <span>{of === null ? none : `of ${write(of)}`}</span>
    </dd>
    <i className={`${css.track} ${of === null ? css.unknown : ''} ${of !== null && used > of ? css.over : ''}`} aria-hidden="true">
      {of !== null && <i style={{ width: share(used, of) }} />}
    </i>
  </div>
);

/** The bars alone: the words stand beside them, the dates on the Blueprint. */
const Calendar = ({ doing: { bars, months, today }, href }: { readonly doing: DoingPart; readonly href: string }) => (
  <div className={css.calendar}>
    <div className={css.months} aria-hidden="true">
      {months.map(({ at, name }) => (
        <span key={name} style={{ left: share(at, 1) }}>
          {name}
        </span>
      ))}
    </div>
    <ol className={css.bars}>
      {bars.map(({ line, from, to, done }) => (
        <li key={line.id}>
          <Link href={href}>{line.title}</Link>
          <i className={css.lane} aria-hidden="true">
            <i className={`${css.bar} ${css[line.moscow] ?? ''}`} style={{ left: share(from, 1), width: share(to - from, 1) }}>
              {done !== null && <i style={{ width: share(done, 1) }} />}
            </i>
          </i>
        </li>
      ))}
      {today !== null && (
        <li className={css.today} aria-hidden="true">
          <i style={{ left: share(today, 1) }} />
        </li>
      )}
    </ol>
  </div>
);
