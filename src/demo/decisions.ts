/** Every decision of the demo, as batches in the order of time. */
import { agreementMoments } from './agreements.ts';
import { orderMoments } from './backlog-order.ts';
import { budgetMoments } from './budget.ts';
import { capacityMoments } from './capacity.ts';
import { checkInMoments } from './check-ins.ts';
import { costMoments } from './cost-rules.ts';
import { dutyMoments } from './duties.ts';
import { expectationMoments } from './expected.ts';
import { figuresOf } from './figures.ts';
import { foundingMoments } from './founding.ts';
import { itemMoments, itemsOf } from './items.ts';
import { loggedMoments } from './logged-decisions.ts';
import { blueprintMoments } from './blueprints.ts';
import { campaignMoments } from './market.ts';
import { microMoments } from './micro.ts';
import { batchesOf, type DemoBatch } from './moments.ts';
import { outcomeMoments } from './outcomes.ts';
import { assumptionMoments, promiseMoments } from './promises.ts';
import { practiceMoments } from './practice.ts';
import { priorityMoments } from './priorities.ts';
import { segmentMoments } from './segments.ts';
import { strategyMoments } from './strategy.ts';
import { requestMoments } from './requests.ts';
import { stageMoments } from './stages.ts';
import { touchRuleMoments } from './touch-rules.ts';
import { workshopBatches } from './workshops.ts';
import type { World } from './world.ts';

/** Those that others rest on come first: it settles the order within one day. */
export const decisionsOf = (world: World): DemoBatch[] => {
  const figures = figuresOf(world);
  const items = itemsOf(world);
  const moments = [
    ...foundingMoments(world.calendar),
    ...outcomeMoments(world, figures),
    ...agreementMoments(world, figures),
    ...priorityMoments(world),
    ...itemMoments(items),
    ...campaignMoments(world, items),
    ...checkInMoments(world),
    ...strategyMoments(world, figures),
    ...segmentMoments(world),
    ...orderMoments(world.calendar, items),
    ...assumptionMoments(world),
    ...promiseMoments(world),
    ...dutyMoments(world),
    ...expectationMoments(world),
    ...loggedMoments(world, figures),
  ];
  const { calendar, root } = world;
  const batches = batchesOf(moments, calendar, root.fork('times'));
  // Times of their own, so that nothing else moves for them.
  const resources = batchesOf([...capacityMoments(world, items), ...budgetMoments(world)], calendar, root.fork('times of capacity'));
  const costs = batchesOf(costMoments(world), calendar, root.fork('times of costs'));
  const requests = batchesOf(requestMoments(world, items), calendar, root.fork('times of requests'));
  const practice = batchesOf(practiceMoments(world, items), calendar, root.fork('times of practice'));
  const blueprints = batchesOf(blueprintMoments(world), calendar, root.fork('times of blueprints')).map(lateInTheDay);
  const measuring = batchesOf(touchRuleMoments(world), calendar, root.fork('times of touch rules'));
  const stages = batchesOf(stageMoments(world), calendar, root.fork('times of stage definitions'));
  const trials = batchesOf(microMoments(world, items), calendar, root.fork('times of micro-campaigns'));
  return [
    ...batches,
    ...resources,
    ...costs,
    ...requests,
    ...practice,
    ...blueprints,
    ...measuring,
    ...stages,
    ...trials,
    ...workshopBatches(world),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

/** What is put forward and signed rests on everything else of its day: after four in the afternoon, in the same order. */
const lateInTheDay = (batch: DemoBatch): DemoBatch => {
  const minute = Number(batch.at.slice(11, 13)) * 60 + Number(batch.at.slice(14, 16));
  const late = 16 * 60 + Math.floor(minute / 8);
  const two = (n: number): string => String(n).padStart(2, '0');
  return { ...batch, at: `${batch.at.slice(0, 11)}${two(Math.floor(late / 60))}:${two(late % 60)}${batch.at.slice(16)}` };
};
