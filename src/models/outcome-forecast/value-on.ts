/**
 * Value on a day: what a figure was at the end of a day, from the past as it stands now.
 *
 * In    first   first day counted, for what adds up; a level (the pipeline) does not need it
 * Out   whole minor units, or a count; amounts nobody wrote count as 0, as in every sum of the product
 */
import type { Past } from './past.ts';
import type { FigureName } from './figures.ts';

export const valueOn = ({ deals }: Pick<Past, 'deals'>, figure: FigureName, first: number, day: number): number => {
  let sum = 0;
  for (const { opened, closed, won, minor } of deals) {
    if (figure === 'opened') sum += opened >= first && opened <= day ? 1 : 0;
    else if (figure === 'pipelineMinor') sum += opened <= day && (closed === null || closed > day) ? (minor ?? 0) : 0;
    else if (closed !== null && closed >= first && closed <= day && won === (figure !== 'lost'))
      sum += figure === 'wonMinor' ? (minor ?? 0) : 1;
  }
  return sum;
};
