/** What a report says of the time after its period: forecasts of outcomes still to be due, and lags. */
import type { OutcomeForecast } from '../../../views/forecast/forecast.ts';
import { dress } from '../../../views/answers/registry.ts';
import type { Answer } from '../../../kernel/answer.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import type { CompanyRoom } from '../../house/room.ts';
import { modelsOf } from '../ask/models-of.ts';
import { modelled } from '../ask/modelled.ts';
import type { Reader } from '../ask/reader.ts';
import { rawOf } from '../ask/tables.ts';
import { forecastsOf } from '../forecast/forecasts.ts';
import { outcomesOf } from '../forecast/outcome-forecast.ts';
import type { World } from '../operation.ts';

export type Ahead = {
  readonly forecasts: readonly OutcomeForecast[];
  readonly lags: { readonly lag: Answer; readonly lands: Answer; readonly started: Answer };
};

export const aheadOf = async (world: World, room: CompanyRoom, reader: Reader): Promise<Result<Ahead, Problem>> => {
  const { asOf } = reader.head;
  const outcomes = outcomesOf(reader, undefined, asOf);
  if (!outcomes.ok) return outcomes;
  const forecasts = await forecastsOf(world, room, reader, { outcomes: outcomes.value, asOf, where: [] });
  if (!forecasts.ok) return forecasts;
  const answer = async (question: string, params: object): Promise<Answer> => {
    const raw = await rawOf(reader, question, { ...params });
    return dress(question, await modelled(modelsOf(world.house), question, raw));
  };
  const [lag, lands, started] = await Promise.all([
    answer('lag-curve', { by: ['channel'], from: 'lead', to: 'won' }),
    answer('lands', {}),
    answer('started', {}),
  ]);
  return ok({ forecasts: forecasts.value, lags: { lag, lands, started } });
};
