import { useSearchParams } from 'wouter';
import type { OutcomeForecast } from '../../../views/forecast/forecast.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { ForecastPage } from './ForecastPage.tsx';

/** How an outcome will probably end, and what would move it. */
export const ForecastScreen = () => {
  const [search] = useSearchParams();
  const asOf = search.get('asOf');
  const asked = search.get('outcome');
  const facts = useFacts('outcome-forecast', { ...(asOf && { asOf }) });
  return (
    <Answered page of={facts} what="the forecast" lines={8}>
      {({ forecasts }) => {
        const shown = forecasts.find(({ outcome }) => outcome === asked) ?? (asked === null ? mostInNeed(forecasts) : undefined);
        return shown ? (
          <ForecastPage key={`${shown.outcome} ${shown.asOf}`} forecast={shown} all={forecasts} />
        ) : (
          <Nothing asked={asked} any={forecasts.length > 0} />
        );
      }}
    </Answered>
  );
};

/** The one with the least chance; without any chance the first. */
const mostInNeed = (forecasts: readonly OutcomeForecast[]): OutcomeForecast | undefined =>
  forecasts
    .filter(({ numbers, due }) => numbers !== null && due === forecasts[0]!.due)
    .toSorted((a, b) => a.numbers!.chance - b.numbers!.chance)[0] ?? forecasts[0];

const Nothing = ({ asked, any }: { readonly asked: string | null; readonly any: boolean }) => {
  const { book } = useCompany();
  const outcome = asked === null ? undefined : book.outcome.get(asked as `u_${string}`);
  return (
    <>
      <Head title={outcome ? `${outcome.name} is over: there is nothing left to forecast` : 'No outcome is waiting for its due date'} />
      <Empty
        action={
          <Button kind="primary" href={any ? '/prove/forecast' : '/agree/outcomes'}>
            {any ? 'Forecasts of other outcomes' : 'Name an outcome'}
          </Button>
        }
      >
        {outcome
          ? 'What it came to stands with the outcome; how good the forecast was stands in the backtest.'
          : 'An outcome has a metric, a target and a due date. Once it is named, its chance stands here.'}
      </Empty>
    </>
  );
};
