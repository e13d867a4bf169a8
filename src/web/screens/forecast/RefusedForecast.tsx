import type { OutcomeForecast } from '../../../views/forecast/forecast.ts';
import { Button } from '../../components/Button.tsx';
import { Status } from '../../components/Status.tsx';
import css from './RefusedForecast.module.css';

/** No forecast: what is missing and what would be enough. */
export const RefusedForecast = ({ forecast: { why, state, outcome } }: { readonly forecast: OutcomeForecast }) => (
  <section className={css.box} aria-label="Why there is no forecast">
    <p>
      <Status kind={state === 'too-early' ? 'early' : 'unknown'}>{state === 'too-early' ? 'Too early to say' : 'No forecast'}</Status>
    </p>
    <p>{why}</p>
    <Button size="small" href={`/agree/outcomes/${outcome}`}>
      The outcome
    </Button>
  </section>
);
