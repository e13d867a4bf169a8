import type { PriorityId } from '../../../kernel/ids.ts';
import type { Move, OutcomeForecast } from '../../../views/forecast/forecast.ts';
import type { Moved } from '../../../views/forecast/moved.ts';
import { openedChance } from '../../../views/forecast/opened.ts';
import {
  AT_RISK,
  chanceWords,
  courseOf,
  courseWords,
  coverageSentence,
  forecastValue,
  middleOf,
  oddsWords,
  ON_COURSE,
} from '../../../views/forecast/words.ts';
import { capital, dayWords, percent } from '../../../views/words/format.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { Status } from '../../components/Status.tsx';
import css from './ForecastSide.module.css';

type Props = { readonly forecast: OutcomeForecast; readonly moved: Moved; readonly onTry: (id: PriorityId, move: Move) => void };

const LIMITS = {
  on: `${percent(ON_COURSE)} or more.`,
  risk: `${percent(AT_RISK)} to ${percent(ON_COURSE)}.`,
  off: `below ${percent(AT_RISK)}.`,
} as const;

/** The chance in words, what the middle is made of, what would move it most, and what it rests on. */
export const ForecastSide = ({ forecast, moved, onTry }: Props) => {
  const { numbers, findings } = forecast;
  if (!numbers) return null;
  const { chance, fine } = moved;
  const course = courseOf(chance);
  const parts = numbers.made.filter(({ value }) => value > 0);
  return (
    <aside className={css.side} aria-label="The chance and what it rests on">
      <section>
        <h2>Chance of reaching the target</h2>
        <p className={`${css.chance} ${css[course]}`} aria-live="polite">
          <Figure opens={openedChance(forecast, chance, fine)}>{chanceWords(chance)}</Figure>
          {moved.chance !== numbers.chance && <small> as planned {chanceWords(numbers.chance)}</small>}
        </p>
        <p className="sm">
          {capital(oddsWords(chance))}. <Status kind={course}>{courseWords(chance)}</Status>: {LIMITS[course]}
        </p>
      </section>
      {parts.length > 0 && (
        <section>
          <h2>What the {forecastValue(forecast, middleOf(numbers.fine))} is made of</h2>
          <dl className={css.parts}>
            {parts.map(({ code, text, value }) => (
              <div key={code}>
                <dt>{text}</dt>
                <dd>{forecastValue(forecast, value)}</dd>
              </div>
            ))}
          </dl>
          <p className="xs dim">
            On average; the parts add up to{' '}
            {forecastValue(
              forecast,
              parts.reduce((sum, { value }) => sum + value, 0),
            )}
            .
          </p>
        </section>
      )}
      {numbers.movers.length > 0 && (
        <section>
          <h2>What would move it most</h2>
          <dl className={css.parts}>
            {numbers.movers.map(({ text, chance: would, bar, move }) => (
              <div key={text}>
                <dt>
                  {bar && move ? (
                    <button type="button" className="lnk" onClick={() => onTry(bar, move)}>
                      {text}
                    </button>
                  ) : (
                    text
                  )}
                </dt>
                <dd>{chanceWords(would)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section className={css.rests}>
        <h2>What it rests on</h2>
        {numbers.coverage.open > 0 && <p>{coverageSentence(numbers.coverage)}</p>}
        {findings.map(({ code, text }) => (
          <p key={code}>{text}</p>
        ))}
        <p>As known on {dayWords(forecast.asOf)}.</p>
      </section>
    </aside>
  );
};
