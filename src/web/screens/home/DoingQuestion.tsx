import { Link } from 'wouter';
import type { DoingPart, Fullness } from '../../../views/home/doing.ts';
import type { BlueprintView } from '../../../views/plan/blueprint.ts';
import { monthMarks } from '../../../views/plan/geometry.ts';
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
  const { view, sentence, people, money } = doing;
  const { time } = view.meters;
  const href = `/plan/blueprint/${view.period.id}`;
  const day = Math.min(time.gone + 1, time.of);
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
      {view.state === 'empty' ? (
        may('priority/plan') && (
          <p className={home.rest}>
            <Button size="small" href={href}>
              Plan {quarterWords(view.period.id)}
            </Button>
          </p>
        )
      ) : (
        <div className={css.small}>
          <Calendar view={view} href={href} />
          <dl className={css.meters}>
            <Meter name="People" full={people} write={(n) => days(Math.round(n))} none="nobody’s time is recorded" />
            {money && <Meter name="Money" full={money} write={(minor) => moneyShort({ minor, currency: company.currency })} none="" />}
            <div>
              <dt>Time</dt>
              <dd>
                day {day} <span>of {time.of}</span>
              </dd>
              <i className={css.track} aria-hidden="true">
                <i style={{ width: share(day, time.of) }} />
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
const Calendar = ({ view, href }: { readonly view: BlueprintView; readonly href: string }) => {
  const { company } = useCompany();
  return (
    <div className={css.calendar}>
      <div className={css.months} aria-hidden="true">
        {monthMarks(company.fiscal, view.period).map(({ left, name }) => (
          <span key={name} style={{ left: share(left, 1) }}>
            {name}
          </span>
        ))}
      </div>
      <ol className={css.bars}>
        {view.rows.map(({ line, bar, done }) => (
          <li key={line.id}>
            <Link href={href}>{line.title}</Link>
            <i className={css.lane} aria-hidden="true">
              <i className={`${css.bar} ${css[line.moscow] ?? ''}`} style={{ left: share(bar.left, 1), width: share(bar.width, 1) }}>
                <i style={{ width: share(done, 1) }} />
              </i>
            </i>
          </li>
        ))}
        {view.today !== null && (
          <li className={css.today} aria-hidden="true">
            <i style={{ left: share(view.today, 1) }} />
          </li>
        )}
      </ol>
    </div>
  );
};
