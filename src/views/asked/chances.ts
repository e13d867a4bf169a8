/** Chances that somebody asks for in words: "chance pipeline", "odds won revenue", "will we reach opportunities". */
import type { OutcomeForecast } from '../forecast/forecast.ts';
import { plainWords } from '../search/plain-words.ts';

const ASKS = new Set(['chance', 'chances', 'odds', 'forecast', 'reach', 'likely', 'probability']);
const IDLE = new Set(['of', 'the', 'to', 'we', 'will', 'our', 'for', 'a', 'what', 'is', 'target', 'how', 'do']);

/** Forecasts of the outcomes that these words name; all of them where they name none; none where no chance is asked for. */
export const askedChances = (wish: string, forecasts: readonly OutcomeForecast[]): OutcomeForecast[] => {
  const words = plainWords(wish).split(' ').filter(Boolean);
  if (!words.some((word) => ASKS.has(word))) return [];
  const rest = words.filter((word) => !ASKS.has(word) && !IDLE.has(word));
  return forecasts
    .filter(({ name }) => {
      const known = plainWords(name).split(' ');
      return rest.every((word) => known.some((one) => one.startsWith(word)));
    })
    .slice(0, 4);
};
