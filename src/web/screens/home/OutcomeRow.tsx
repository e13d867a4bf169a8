import { Link } from 'wouter';
import { openedStand } from '../../../views/forecast/opened.ts';
import { chanceWords, courseOf, courseWords, forecastValue, middleOf, rangeOf } from '../../../views/forecast/words.ts';
import { openedOutcome } from '../../../views/home/opened.ts';
import { paceOf, STANDING_WORDS } from '../../../views/home/pace.ts';
import type { Stand } from '../../../views/home/stand.ts';
import { dayWords, percent } from '../../../views/words/format.ts';
import { openedPlain, type Opened } from '../../../views/words/opened.ts';
import { valueShort } from '../../../views/words/values.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { Unknown } from '../../components/figure/Unknown.tsx';
import { Pending } from '../../components/Pending.tsx';
import { OutcomeBar } from '../../components/OutcomeBar.tsx';
import { Status } from '../../components/Status.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './CourseQuestion.module.css';

/** One outcome: now, against its target, and how it stands. */
export const OutcomeRow = ({
  stand,
  sameDue,
  waiting,
}: {
  readonly stand: Stand;
  readonly sameDue: boolean;
  readonly waiting: boolean;
}) => {
  const { company, today } = useCompany();
  const { outcome, now, forecast } = stand;
  const { unit } = outcome.metric;
  const write = (value: number): string => valueShort(value, unit, company.currency);
  const opened = openedOutcome(stand, company.currency, today);
  const value = now?.value ?? null;
  return (
    <tr>
      <td>
        <Link href={`/agree/outcomes/${outcome.id}`} className={css.name}>
          {outcome.name}
        </Link>
      </td>
      <td className={css.now}>
        {value !== null && opened ? (
          <Figure opens={opened}>{write(value)}</Figure>
        ) : (
          <Unknown what={outcome.name} why={now?.why ?? 'Not known: the server has said nothing about it yet.'} />
        )}
      </td>
      <td>
        <span className={sameDue && !forecast ? undefined : css.bar}>
          <OutcomeBar
            now={value}
            target={outcome.target}
            pace={forecast || waiting ? null : paceOf(outcome, today)}
            interval={forecast?.numbers ? { ...rangeOf(forecast.numbers.fine), value: middleOf(forecast.numbers.fine) } : undefined}
            targetText={write(outcome.target)}
          />
          {forecast?.numbers ? (
            <small>
              {forecastValue(forecast, middleOf(forecast.numbers.fine))}{' '}
              <span className="dim">
                ({bare(forecastValue(forecast, rangeOf(forecast.numbers.fine).low))} to{' '}
                {bare(forecastValue(forecast, rangeOf(forecast.numbers.fine).high))})
              </span>
              {!sameDue && ` by ${dayWords(outcome.due, today)}`}
            </small>
          ) : (
            !sameDue && <small>by {dayWords(outcome.due, today)}</small>
          )}
        </span>
      </td>
      <td>
        {waiting ? (
          <span className={css.state}>
            <Pending />
          </span>
        ) : forecast?.numbers ? (
          <span className={css.state}>
            <b>
              <Figure opens={openedStand(stand)!}>{chanceWords(forecast.numbers.chance)}</Figure>
            </b>
            <small>
              <Status kind={courseOf(forecast.numbers.chance)}>{courseWords(forecast.numbers.chance)}</Status>
            </small>
          </span>
        ) : (
          <PaceState stand={stand} value={value} opened={opened} />
        )}
      </td>
    </tr>
  );
};

/** "€2.9 M (2.5 to 3.3)": one sign is enough in a row. */
const bare = (text: string): string => text.replace(/^[^\d−]+/, '').replace(/ [Mk%]$/, '');

/** Where no chance is known: how far it came, held against an even pace. */
const PaceState = ({ stand, value, opened }: { readonly stand: Stand; readonly value: number | null; readonly opened: Opened | null }) => {
  const { outcome, standing } = stand;
  const { kind, text } = STANDING_WORDS[standing];
  return (
    <span className={css.state}>
      {value !== null && opened && (
        <b>
          <Figure
            opens={{
              ...opened,
              ...openedPlain(`${outcome.name}: share of the target`, percent(value / (outcome.target || 1)), opened.how ?? ''),
              meaning: opened.meaning,
              rows: opened.rows,
              missing: opened.missing,
              coverage: opened.coverage,
              asOf: opened.asOf,
              loads: opened.loads,
            }}
          >
            {percent(value / (outcome.target || 1))}
          </Figure>
        </b>
      )}
      <small>
        <Status kind={kind}>{text}</Status>
      </small>
    </span>
  );
};
