import { Link, useLocation, useSearchParams } from 'wouter';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { Answered } from '../../components/Answered.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { Button } from '../../components/Button.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { BacktestPage } from './BacktestPage.tsx';
import { BeingMade } from './BeingMade.tsx';
import css from './ForecastPage.module.css';

/** Could one have trusted the forecast of an outcome? */
export const BacktestScreen = () => {
  const [search] = useSearchParams();
  const { book, today } = useCompany();
  const tested = [...book.outcome.values()].filter((o) => o.retired === null && o.metric.kind === 'measured' && o.due >= today);
  const shown = search.get('outcome') ?? tested[0]?.id ?? null;
  if (shown === null)
    return (
      <>
        <Head title="No outcome is measured from deals yet" />
        <Empty
          action={
            <Button kind="primary" href="/agree/outcomes">
              Name an outcome
            </Button>
          }
        >
          A backtest makes the forecast of a measured outcome again on past days and holds it against what happened.
        </Empty>
      </>
    );
  return <Backtest key={shown} outcome={shown} choices={tested} />;
};

const Backtest = ({ outcome, choices }: { readonly outcome: string; readonly choices: readonly Outcome[] }) => {
  const [, go] = useLocation();
  const facts = useFacts('forecast-backtest', { outcome });
  if (facts.isPending)
    return (
      <>
        <Head title="Would you have trusted it before?" />
        <BeingMade />
      </>
    );
  return (
    <Answered page of={facts} what="the forecasts of past weeks" lines={8}>
      {(view) => (
        <BacktestPage
          view={view}
          pick={
            <div className={css.choose}>
              <SelectField
                label="Outcome"
                value={outcome}
                onChange={(to) => to && go(`/prove/forecast/backtest?outcome=${to}`)}
                choices={choices.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <Link className="lnk sm" href={`/prove/forecast?outcome=${outcome}`}>
                The forecast of today
              </Link>
            </div>
          }
        />
      )}
    </Answered>
  );
};
