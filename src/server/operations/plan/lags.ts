/** How long each kind of work takes to show, by channel: the few numbers that latest useful starts need. */
import type { Result } from '../../../kernel/result.ts';
import { measuredLags, type MeasuredLags } from '../../../views/delivery/measured-lags.ts';
import type { Problem } from '../../contract/problem.ts';
import { answerTo } from '../ask/ask.ts';
import type { Caller, Run, World } from '../operation.ts';

export const lags: Run<'lags'> = (world, { company }, caller) => lagsNow(world, company, caller);

/** The same, for operations that rest on it. */
export const lagsNow = async (world: World, company: string, caller: Caller): Promise<Result<MeasuredLags, Problem>> => {
  const opened = await answerTo(world, company, 'lag-curve', { by: ['channel'], from: 'lead', to: 'opened' }, caller);
  if (!opened.ok) return opened;
  const won = await answerTo(world, company, 'lag-curve', { by: ['channel'], from: 'lead', to: 'won' }, caller);
  return won.ok ? { ok: true, value: measuredLags(opened.value, won.value) } : won;
};
