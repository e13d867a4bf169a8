import { Link } from 'wouter';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { openedStand } from '../../../views/forecast/opened.ts';
import { chanceWords, courseOf, courseWords, middleOf, rangeOf } from '../../../views/forecast/words.ts';
import { openedOutcome } from '../../../views/home/opened.ts';
import { paceOf, STANDING_WORDS } from '../../../views/home/pace.ts';
import { dayLong } from '../../../views/words/format.ts';
import { valueShort } from '../../../views/words/values.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { OutcomeBar } from '../../components/OutcomeBar.tsx';
import { Pending } from '../../components/Pending.tsx';
import { Status } from '../../components/Status.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './OutcomeNow.module.css';
import { useForecasts } from '../../state/forecasts.ts';
import { useOutcomesNow } from './use-outcomes-now.ts';

/** Where it stands today, against its target. */
export const OutcomeNow = ({ outcome }: { readonly outcome: Outcome }) => {
  const { company, today } = useCompany();
  const { ready, of, standing: standingNow } = useOutcomesNow();
  const forecast = useForecasts().of(outcome.id);
  const now = of(outcome.id);
  const value = now?.value ?? null;
  const standing = standingNow(outcome);
  const opened = openedOutcome({ outcome, now, standing }, company.currency, today);
  const write = (n: number): string => valueShort(n, outcome.metric.unit, company.currency);
  const { kind, text } = STANDING_WORDS[standing];
  return (
    <section className={css.now}>
      <p className={css.line}>
        <b>
          {!ready ? (
            <Pending />
          ) : value !== null && opened ? (
            <Figure opens={opened}>{write(value)}</Figure>
          ) : (
            <span className="dim">Not known</span>
          )}
        </b>
        {forecast?.numbers ? (
          <span>
            Chance of target <Figure opens={openedStand({ forecast })!}>{chanceWords(forecast.numbers.chance)}</Figure>{' '}
            <Status kind={courseOf(forecast.numbers.chance)}>{courseWords(forecast.numbers.chance)}</Status>
          </span>
        ) : (
          ready && <Status kind={kind}>{text}</Status>
        )}
      </p>
      <OutcomeBar
        now={value}
        target={outcome.target}
        pace={forecast?.numbers ? null : paceOf(outcome, today)}
        interval={forecast?.numbers ? { ...rangeOf(forecast.numbers.fine), value: middleOf(forecast.numbers.fine) } : undefined}
        targetText={write(outcome.target)}
      />
      <p className="dim xs">
        {outcome.baseline === null ? 'No baseline was recorded' : `From ${write(outcome.baseline)}`} to {write(outcome.target)} by{' '}
        {dayLong(outcome.due, today)}.
        {value === null && now?.why
          ? ` ${now.why}`
          : !forecast?.numbers && paceOf(outcome, today) !== null && ' The dotted mark is an even pace, not a forecast.'}
        {forecast && (
          <>
            {' '}
            {forecast.why ?? ''}{' '}
            <Link className="lnk" href={`/prove/forecast?outcome=${outcome.id}`}>
              The forecast
            </Link>
          </>
        )}
      </p>
    </section>
  );
};
