/**
 * Agreements: the Guidepoint of every quarter, from its first wording to its last signature.
 *
 * Quarter 4 was declined by sales and reworded before it was agreed. Quarter 5 was changed when money left. In this
 * quarter the board moved the Nordic launch, and the changed Guidepoint lacks one signature: that of `OPEN_SEAT`.
 * In the first weeks of a quarter there is no such change yet; then the first wording still lacks it.
 */
import type { Command } from '../domain/book.ts';
import type { OutcomeId } from '../kernel/ids.ts';
import { dayFromNumber, addDays } from '../kernel/day.ts';
import { told, type Quarter } from './calendar.ts';
import type { Figures } from './figures.ts';
import { OBJECTIVES } from './founding.ts';
import type { Moment } from './moments.ts';
import { addOutcome, agreedIn, outcomeId } from './outcomes.ts';
import { idOf, type Who } from './people.ts';
import { FIRST_WORDING } from './story/quarter-4.ts';
import { STORY } from './story/story.ts';
import type { World } from './world.ts';

/** The seat whose signature the Guidepoint of the present quarter still lacks: give it to whoever opens the demo. */
export const OPEN_SEAT = 'marketing';

const SEATS = ['ceo', 'sales', 'finance', 'marketing'] as const;
const HOLDERS = { ceo: 'tom', sales: 'diego', finance: 'maren', marketing: 'ines' } as const satisfies Readonly<
  Record<(typeof SEATS)[number], Who>
>;

/** A thousand euro in cents: moved targets are written in such steps. */
const THOUSAND = 100_000;

/** The present quarter is old enough for its change from this day on. */
const SETTLED = 24;

export const agreementMoments = (world: World, figures: Figures): Moment[] =>
  world.calendar.quarters.flatMap((quarter) => {
    if (quarter.index === 3) return reworded(quarter, figures, world.scale);
    if (quarter.index === 4) return [...agreed(quarter), ...moneyLeft(quarter, figures, world.scale)];
    if (quarter.index < 7) return agreed(quarter);
    const settled = world.calendar.today >= quarter.first + SETTLED;
    return settled
      ? [...agreed(quarter), ...nordicLaunch(world, quarter, figures)]
      : [proposed(quarter), ...signed(quarter, 1, quarter.first - 6, OPEN_SEAT)];
  });

type Wording = { readonly statement: string; readonly outcomes: readonly OutcomeId[]; readonly seats: readonly string[] };

const wording = (quarter: Quarter, statement = STORY[quarter.index]!.statement): Wording => ({
  statement: told(statement, quarter),
  outcomes: agreedIn(quarter).map((serves) => outcomeId(quarter, serves)),
  seats: SEATS,
});

const propose = (quarter: Quarter, statement?: string): Moment => ({
  day: quarter.first - 15,
  who: 'ines',
  commands: [{ type: 'guidepoint/propose', period: quarter.id, ...wording(quarter, statement) }],
});
const proposed = (quarter: Quarter): Moment => propose(quarter);
const agreed = (quarter: Quarter): Moment[] => [proposed(quarter), ...signed(quarter, 1, quarter.first - 6)];

/** Two a day from `day` on, marketing first; `but` has not signed. */
const signed = (quarter: Quarter, version: number, day: number, but?: string): Moment[] =>
  (['marketing', 'sales', 'finance', 'ceo'] as const)
    .filter((seat) => seat !== but)
    .map((seat, n) => ({
      day: day + Math.floor(n / 2),
      who: HOLDERS[seat],
      commands: [{ type: 'guidepoint/sign', period: quarter.id, version, seat }],
    }));

const reworded = (quarter: Quarter, figures: Figures, scale: number): Moment[] => {
  const pipeline = addOutcome(quarter, 'pipeline', figures, scale);
  return [
    propose(quarter, FIRST_WORDING),
    {
      day: quarter.first - 12,
      who: 'diego',
      commands: [{ type: 'guidepoint/decline', period: quarter.id, version: 1, seat: 'sales', why: 'n_short-list' }],
      notes: [
        { id: 'n_short-list', text: 'Being on a list does not help me. I can win the ones who have seen it run. Say that, and I sign.' },
      ],
    },
    {
      day: quarter.first - 10,
      who: 'ines',
      commands: [
        {
          type: 'outcome/move-target',
          id: pipeline.id,
          target: Math.ceil((pipeline.target * 1.125) / THOUSAND) * THOUSAND,
          due: pipeline.due,
          why: 'n_more-pipeline',
        },
        { type: 'guidepoint/reword', period: quarter.id, version: 1, ...wording(quarter) },
      ],
      notes: [{ id: 'n_more-pipeline', text: 'Finance asked for an eighth more: half of last quarter’s pipeline stood in two deals.' }],
    },
    ...signed(quarter, 2, quarter.first - 6),
  ];
};

const moneyLeft = (quarter: Quarter, figures: Figures, scale: number): Moment[] => {
  const pipeline = addOutcome(quarter, 'pipeline', figures, scale);
  const change = `x_${quarter.id.toLowerCase()}-money` as const;
  const ask: Command = {
    type: 'guidepoint/ask-change',
    period: quarter.id,
    change,
    reason: 'money-or-people-moved',
    words: 'n_money-left',
    approver: idOf('tom'),
    ...wording(quarter),
    terms: [{ outcome: pipeline.id, target: Math.floor((pipeline.target * 0.9) / THOUSAND) * THOUSAND, due: pipeline.due }],
  };
  return [
    {
      day: quarter.first + 37,
      who: 'ines',
      commands: [ask],
      notes: [
        {
          id: 'n_money-left',
          text: 'The board took €40,000 out of the quarter to keep the Lyon office open, and Pieter Bos has left. The pipeline target was written with both.',
        },
      ],
    },
    { day: quarter.first + 40, who: 'tom', commands: [{ type: 'guidepoint/approve-change', period: quarter.id, change }] },
    ...signed(quarter, 2, quarter.first + 42),
  ];
};

const nordicLaunch = ({ calendar: { today }, scale }: World, quarter: Quarter, figures: Figures): Moment[] => {
  const change = `x_${quarter.id.toLowerCase()}-nordics` as const;
  const nordics = addOutcome(quarter, 'nordics', figures, scale);
  const { outcomes, ...rest } = wording(quarter);
  return [
    {
      day: today - 10,
      who: 'ines',
      commands: [
        { type: 'objective/move-due', id: OBJECTIVES.nordics, due: addDays(dayFromNumber(quarter.first + quarter.days), 91) },
        nordics,
      ],
    },
    {
      day: today - 9,
      who: 'ines',
      commands: [
        {
          type: 'guidepoint/ask-change',
          period: quarter.id,
          change,
          reason: 'objective-changed',
          words: 'n_nordic-launch',
          approver: idOf('tom'),
          ...rest,
          outcomes: [...outcomes, nordics.id],
          terms: [],
        },
      ],
      notes: [{ id: 'n_nordic-launch', text: 'The board no longer waits a year: the Nordic launch begins next quarter.' }],
    },
    { day: today - 7, who: 'tom', commands: [{ type: 'guidepoint/approve-change', period: quarter.id, change }] },
    ...signed(quarter, 2, today - 4, OPEN_SEAT),
  ];
};
