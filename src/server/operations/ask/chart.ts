/** A chart as static SVG, drawn by the code the browser uses. */
import { creditChart } from '../../../charts/credit.ts';
import { toFile } from '../../../charts/file.ts';
import { funnelChart } from '../../../charts/funnel.ts';
import { lagCurvesChart } from '../../../charts/lag-curves.ts';
import { funnelStepsChart } from '../../../charts/funnel-steps.ts';
import { roiChart } from '../../../charts/roi.ts';
import { lagChart } from '../../../charts/lag.ts';
import type { Chart } from '../../../charts/svg.ts';
import { touchLanes } from '../../../charts/touch-lanes.ts';
import { weaveChart } from '../../../charts/weave.ts';
import type { Answer } from '../../../kernel/answer.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import type { Caller, Input, Run, World } from '../operation.ts';
import { ask } from './ask.ts';
import { lagView } from '../../../views/lag/lag-view.ts';
import { credit } from './credit.ts';
import { deal } from './deal.ts';
import { thread } from './thread.ts';

type Asked = Input<'chart'>;

export const chart: Run<'chart'> = async (world, input, caller) => {
  const drawn = await drawnOf(world, input, caller);
  return drawn.ok ? ok({ svg: toFile(drawn.value, input.theme), summary: drawn.value.summary }) : drawn;
};

const drawnOf = async (world: World, input: Asked, caller: Caller): Promise<Result<Chart, Problem>> => {
  const { company, name, id, period, direction, by } = input;
  if (name === 'deal') {
    if (id === undefined)
      return problem('invalid-input', 'A chart of a deal needs the deal.', 'Say which with --id; lockstep deals lists them.');
    const view = await deal(world, { company, id }, caller);
    return view.ok ? ok(touchLanes(view.value)) : view;
  }
  if (name === 'thread') {
    const view = await thread(world, { company, direction: direction ?? 'up', period }, caller);
    return view.ok ? ok(weaveChart(view.value.weave)) : view;
  }
  if (name === 'credit') {
    const view = await credit(world, { company, period, by: by ?? 'channel' }, caller);
    return view.ok ? ok(creditChart(view.value)) : view;
  }
  const { from, to, since, until } = input;
  const answer = await ask(world, { company, question: name, by, from, to, since, until }, caller);
  return answer.ok ? ok(chartOf(name, answer.value, from, to)) : answer;
};

const chartOf = (name: 'funnel' | 'funnel-steps' | 'roi' | 'lag' | 'lag-curve', answer: Answer, from = 'lead', to = 'won'): Chart =>
  name === 'funnel-steps'
    ? funnelStepsChart(answer)
    : name === 'roi'
      ? roiChart(answer)
      : name === 'funnel'
        ? funnelChart(answer)
        : name === 'lag'
          ? lagChart(answer)
          : lagCurvesChart(lagView(answer, from, to, answer.asOf));
