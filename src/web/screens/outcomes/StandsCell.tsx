import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { openedStand } from '../../../views/forecast/opened.ts';
import { chanceWords, courseOf, courseWords } from '../../../views/forecast/words.ts';
import { STANDING_WORDS } from '../../../views/home/pace.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { Pending } from '../../components/Pending.tsx';
import { Status } from '../../components/Status.tsx';
import { useForecasts } from '../../state/forecasts.ts';
import { useOutcomesNow } from './use-outcomes-now.ts';

/** How it stands: the chance of its target and what that is called; without a forecast, by an even pace. */
export const StandsCell = ({ outcome }: { readonly outcome: Outcome }) => {
  const { ready, standing } = useOutcomesNow();
  const { of } = useForecasts();
  const forecast = of(outcome.id);
  if (!ready) return <Pending />;
  // What was signed may have moved since: a chance belongs to the target and the day it was computed for.
  if (forecast?.numbers && forecast.target === outcome.target && forecast.due === outcome.due) {
    const { chance } = forecast.numbers;
    return (
      <span className="nw">
        <Figure opens={openedStand({ forecast })!}>{chanceWords(chance)}</Figure>{' '}
        <Status kind={courseOf(chance)}>{courseWords(chance)}</Status>
      </span>
    );
  }
  const { kind, text } = STANDING_WORDS[standing(outcome)];
  return <Status kind={kind}>{text}</Status>;
};
