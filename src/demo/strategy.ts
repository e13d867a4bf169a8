/** Where Lademar is going and what it keeps healthy: vision and mission, KPIs with their corridors, confidence and scores. */
import type { Metric } from '../domain/strategy/metric.ts';
import type { Corridor } from '../domain/strategy/kpi.ts';
import { dayFromNumber } from '../kernel/day.ts';
import type { KpiId } from '../kernel/ids.ts';
import type { Calendar, Quarter } from './calendar.ts';
import type { Figures } from './figures.ts';
import type { Moment } from './moments.ts';
import { agreedIn, meetingsHeld, outcomeId } from './outcomes.ts';
import { idOf, type Who } from './people.ts';
import type { Serves } from './story/quarter-story.ts';
import type { World } from './world.ts';

const formula = (text: string, unit: Metric['unit']): Metric => ({ kind: 'formula', formula: text, unit });
const reported: Metric = { kind: 'reported', unit: 'percent' };
type DemoKpi = Corridor & {
  readonly id: KpiId;
  readonly name: string;
  readonly metric: Metric;
  readonly overDays: number;
  readonly owner: Who;
};

const KPIS: readonly DemoKpi[] = [
  {
    id: 'k_win-rate',
    name: 'Win rate',
    metric: formula('[Deals won] / ([Deals won] + [Deals lost]) * 100', 'percent'),
    overDays: 182,
    owner: 'diego',
    low: 20,
    high: null,
  },
  {
    id: 'k_average-deal',
    name: 'Average deal',
    metric: formula('[measure: Won revenue] / [Deals won]', 'money'),
    overDays: 182,
    owner: 'diego',
    low: 3_500_000,
    high: null,
  },
  {
    id: 'k_cover',
    name: 'Pipeline cover',
    metric: formula('[measure: Open pipeline] / max([measure: Won revenue], 1)', 'count'),
    overDays: 91,
    owner: 'ines',
    low: 2,
    high: 6,
  },
  {
    id: 'k_answered',
    name: 'Opportunities answered within a working day',
    metric: reported,
    overDays: 30,
    owner: 'diego',
    low: 85,
    high: null,
  },
  { id: 'k_leave', name: 'Readers who leave the letter, a month', metric: reported, overDays: 30, owner: 'lena', low: null, high: 0.8 },
];

export const strategyMoments = (world: World, figures: Figures): Moment[] => [
  ...directionMoments(world.calendar),
  ...kpiMoments(world),
  ...beliefMoments(world),
  ...scoreMoments(world.calendar, figures),
];

const directionMoments = ({ start, quarters }: Calendar): Moment[] => [
  {
    day: start - 41,
    who: 'ines',
    commands: [
      { type: 'direction/word', what: 'vision', statement: 'No lorry waits at a warehouse gate.' },
      {
        type: 'direction/word',
        what: 'mission',
        statement: 'We give every shipper a dock appointment that holds, and every driver an hour of the day back.',
      },
    ],
  },
  {
    day: quarters[4]!.first - 21,
    who: 'ines',
    commands: [{ type: 'direction/word', what: 'vision', statement: 'In Europe, no lorry waits at a warehouse gate.' }],
  },
];

const REMARKS: readonly string[] = [
  'Two sellers were at a fair; their desks answered a day later.',
  'The letter about the driver shortage went to everybody, also to those who had asked for product news only.',
  'Counted from the shared inbox, as every month.',
];

const kpiMoments = ({ calendar, root }: World): Moment[] => {
  const r = root.fork('kpis');
  const begin = calendar.quarters[1]!.first - 12;
  const months = Math.floor((calendar.today - begin - 6) / 30) + 1;
  const said = (id: KpiId, who: Who, value: (n: number) => number): Moment[] =>
    Array.from({ length: months }, (_, n): Moment => {
      const on = begin + 30 * n + r.whole(1, 4);
      const remark = r.chance(0.25) ? (`n_${id.slice(2)}-${n}` as const) : null;
      return {
        day: on + 1,
        who,
        commands: [{ type: 'kpi/check-in', id, value: value(n), on: dayFromNumber(on), note: remark }],
        ...(remark && { notes: [{ id: remark, text: r.pick(REMARKS) }] }),
      };
    });
  return [
    { day: begin, who: 'ines', commands: KPIS.map(({ owner, ...kpi }) => ({ type: 'kpi/set' as const, ...kpi, owner: idOf(owner) })) },
    {
      day: calendar.quarters[5]!.first - 9,
      who: 'ines',
      commands: [{ type: 'kpi/move-corridor', id: 'k_win-rate', low: 22, high: null, why: 'n_win-rate-corridor' }],
      notes: [{ id: 'n_win-rate-corridor', text: 'Since sales qualifies at stage four, a fifth is no longer healthy.' }],
    },
    ...said('k_answered', 'diego', (n) => Math.min(97, 78 + n) - r.whole(0, 5)),
    ...said('k_leave', 'lena', (n) => Math.round((0.4 + r.whole(0, 30) / 100 + (n === months - 1 ? 0.35 : 0)) * 100) / 100),
  ];
};

const OWNERS: Readonly<Record<Serves, Who>> = {
  opportunities: 'samir',
  pipeline: 'ines',
  revenue: 'diego',
  expansion: 'yuki',
  nordics: 'samir',
};

/** Each owner says three times a quarter how sure he is: a belief, before anybody can know. */
const beliefMoments = ({ calendar, root }: World): Moment[] =>
  calendar.quarters.flatMap((quarter) => {
    const r = root.fork(`beliefs ${quarter.id}`);
    return agreedIn(quarter).flatMap((serves) => {
      let percent = r.whole(10, 15) * 5;
      return [18, 46, 74].flatMap((day): Moment[] => {
        const on = quarter.first + day + r.whole(0, 5);
        percent = Math.max(15, Math.min(95, percent + 5 * r.whole(-4, 3)));
        if (on >= calendar.today) return [];
        return [
          {
            day: on,
            who: OWNERS[serves],
            commands: [{ type: 'outcome/state-confidence', id: outcomeId(quarter, serves), percent, on: dayFromNumber(on), note: null }],
          },
        ];
      });
    });
  });

/** A week into the next quarter, each outcome of the last one is scored; the first quarter had no baselines to count from. */
const scoreMoments = ({ quarters, today }: Calendar, figures: Figures): Moment[] =>
  quarters
    .filter((quarter) => quarter.first + quarter.days + 8 < today)
    .map((quarter): Moment => {
      const judged = agreedIn(quarter).filter((serves) => quarter.index === 0 && (serves === 'pipeline' || serves === 'expansion'));
      const note = `n_scored-${quarter.id.toLowerCase()}` as const;
      return {
        day: quarter.first + quarter.days + 6,
        who: 'ines',
        commands: agreedIn(quarter).map((serves) => ({
          type: 'outcome/score' as const,
          id: outcomeId(quarter, serves),
          value: finalOf(quarter, serves, figures),
          score: judged.includes(serves) ? 0.6 : null,
          note: judged.includes(serves) ? note : null,
        })),
        ...(judged.length > 0 && {
          notes: [
            { id: note, text: 'Nobody had counted before this quarter. Tom, Diego and I agreed that we came a good half of the way.' },
          ],
        }),
      };
    });

const finalOf = (quarter: Quarter, serves: Serves, { opened, wonMinor, pipelineMinor }: Figures): number => {
  if (serves === 'expansion' || serves === 'nordics') return meetingsHeld(quarter);
  return { opportunities: opened, revenue: wonMinor, pipeline: pipelineMinor }[serves][quarter.index]!;
};
