/** The quarter to come: a draft that does not fit yet, with two scenarios. */
import type { Command } from '../domain/book.ts';
import { addDays, dayFromNumber, dayNumber } from '../kernel/day.ts';
import { CALENDAR_YEAR, quarterAfter } from '../kernel/fiscal.ts';
import { monthsOfQuarter } from '../kernel/fiscal-month.ts';
import type { NoteId, OutcomeId } from '../kernel/ids.ts';
import { OBJECTIVES } from './founding.ts';
import type { Moment } from './moments.ts';
import { idOf } from './people.ts';
import { minorOf } from './priorities.ts';
import { NEXT } from './story/blueprint-story.ts';
import type { World } from './world.ts';

/** The quarter to come: outcomes of its own, money, five priorities that do not fit, two ways to make them fit. */
export const nextQuarter = ({ calendar, scale }: World): Moment[] => {
  const { quarters, today } = calendar;
  const period = quarterAfter(CALENDAR_YEAR, quarters.at(-1)!.id, 1);
  const first = dayNumber(period.from);
  const last = addDays(period.to, -1);
  const id = period.id.toLowerCase();
  const outcome = (serves: 'opportunities' | 'nordics'): OutcomeId => `u_${id}-${serves}`;
  const bar = (key: string) => `r_${id}-${key}` as const;
  const end = (day: number) => (dayFromNumber(first + day) > last ? last : dayFromNumber(first + day));
  const why = (key: string): NoteId => `n_bp-${id}-${key}`;
  const months = monthsOfQuarter(CALENDAR_YEAR, period.id).map((m) => ({ month: m.id, minor: Math.max(1, minorOf(55_000, scale)) }));
  return [
    {
      day: today - 6,
      who: 'ines',
      commands: [
        ...(['opportunities', 'nordics'] as const).map((serves): Command => ({
          type: 'outcome/add',
          id: outcome(serves),
          objective: OBJECTIVES[serves],
          owner: idOf('samir'),
          name: serves === 'nordics' ? 'First Nordic customers' : 'Qualified opportunities opened',
          metric:
            serves === 'nordics'
              ? { kind: 'reported', unit: 'count' }
              : { kind: 'measured', measure: 'opportunities-opened', unit: 'count' },
          from: period.from,
          due: last,
          baseline: serves === 'nordics' ? 0 : null,
          target: serves === 'nordics' ? 3 : 60,
        })),
        {
          type: 'budget/open',
          id: `b_${id}-plan`,
          name: 'Next quarter, not split yet',
          currency: 'EUR',
          owner: idOf('ines'),
          purpose: null,
          takesSpend: false,
          months,
        },
      ],
    },
    {
      day: today - 4,
      who: 'ines',
      commands: [
        ...NEXT.map(({ key, title, moscow, serves, days, euro, span, by }): Command => ({
          type: 'priority/plan',
          id: bar(key),
          period: period.id,
          owner: idOf(by),
          title,
          moscow,
          outcomes: [outcome(serves === 'nordics' ? 'nordics' : 'opportunities')],
          effortDays: days,
          budgetMinor: minorOf(euro, scale),
          from: dayFromNumber(first + span[0]),
          to: end(span[1]),
        })),
        { type: 'milestone/set', id: `m_${id}-oslo`, priority: bar('nordic-launch'), title: 'First Oslo meetings', day: end(40) },
      ],
    },
    {
      day: today - 2,
      who: 'ines',
      commands: [
        {
          type: 'scenario/try',
          id: `v_${id}-no-portal`,
          period: period.id,
          name: 'Without the portal',
          edits: [
            {
              edit: 'lever',
              lever: { lever: 'defer', priority: bar('portal'), period: quarterAfter(CALENDAR_YEAR, period.id, 1).id, why: why('portal') },
            },
          ],
        },
        {
          type: 'scenario/try',
          id: `v_${id}-freelancer`,
          period: period.id,
          name: 'With a freelancer in Oslo',
          edits: [{ edit: 'lever', lever: { lever: 'add', days: 45, skill: null, minor: minorOf(18_000, scale), why: why('oslo') } }],
        },
      ],
      notes: [
        { id: why('portal'), text: 'Carriers sign with the first language already; it can wait a quarter.' },
        { id: why('oslo'), text: 'Somebody who speaks Norwegian saves us the first month.' },
      ],
    },
  ];
};
