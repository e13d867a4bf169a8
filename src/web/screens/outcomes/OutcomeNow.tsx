import type { Outcome } from '../../../domain/strategy/outcome.ts';
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
import { useOutcomesNow } from './use-outcomes-now.ts';

/** Where it stands today, against its target. */
export const OutcomeNow = ({ outcome }: { readonly outcome: Outcome }) => {
  const { company, today } = useCompany();
  const { ready, of, standing: standingNow } = useOutcomesNow();
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
        {ready && <Status kind={kind}>{text}</Status>}
      </p>
      <OutcomeBar now={value} target={outcome.target} pace={paceOf(outcome, today)} targetText={write(outcome.target)} />
      <p className="dim xs">
        {outcome.baseline === null ? 'No baseline was recorded' : `From ${write(outcome.baseline)}`} to {write(outcome.target)} by{' '}
        {dayLong(outcome.due, today)}.
        {value === null && now?.why
          ? ` ${now.why}`
          : paceOf(outcome, today) !== null && ' The dotted mark is an even pace, not a forecast.'}
      </p>
    </section>
  );
};
