/** Founding: the company, its people as they come and go, and what it wants to have achieved. */
import type { Command } from '../domain/book.ts';
import { CALENDAR_YEAR } from '../kernel/fiscal.ts';
import { dayFromNumber, dayOf, partsOf, type Day } from '../kernel/day.ts';
import type { ObjectiveId } from '../kernel/ids.ts';
import type { Calendar } from './calendar.ts';
import type { Moment } from './moments.ts';
import { idOf, PEOPLE, type DemoPerson, type Who } from './people.ts';
import type { Serves } from './story/quarter-story.ts';

export const COMPANY = { name: 'Lademar', currency: 'EUR', zone: 'Europe/Amsterdam', fiscal: CALENDAR_YEAR } as const;

/** Which objective each kind of outcome serves. */
export const OBJECTIVES = {
  opportunities: 'o_mid-size-shippers',
  pipeline: 'o_mid-size-shippers',
  revenue: 'o_mid-size-shippers',
  expansion: 'o_keep-customers',
  nordics: 'o_open-the-nordics',
} as const satisfies Readonly<Record<Serves, ObjectiveId>>;

const CARRIERS: ObjectiveId = 'o_carriers';

/** Days before the first quarter on which the company begins to use this. */
const FOUNDED = 45;

export const foundingMoments = ({ start, quarters, today }: Calendar): Moment[] => {
  const people = Object.entries(PEOPLE) as [Who, DemoPerson][];
  const begin = start - FOUNDED;
  const first = people.filter(([who, { joins }]) => who !== 'ines' && joins === undefined);
  const member = ({ id, role, seats }: DemoPerson): Command => ({ type: 'company/add-member', person: id, role, seats });
  return [
    { day: begin, who: 'ines', people: ['ines'], commands: [{ type: 'company/found', ...COMPANY, seats: ['marketing'], demo: true }] },
    { day: begin + 1, who: 'ines', people: first.map(([who]) => who), commands: first.map(([, p]) => member(p)) },
    ...people.flatMap(([who, p]): Moment[] => [
      ...(p.joins === undefined
        ? []
        : [{ day: quarters[p.joins]!.first - 12, who: 'ines' as const, people: [who], commands: [member(p)] }]),
      ...(p.leaves === undefined
        ? []
        : [{ day: quarters[p.leaves]!.first, who: 'ines' as const, commands: [{ type: 'company/remove-member' as const, person: p.id }] }]),
    ]),
    {
      day: begin + 5,
      who: 'ines',
      commands: [
        {
          type: 'objective/set',
          id: OBJECTIVES.opportunities,
          statement: 'Win mid-size shippers',
          due: yearEnd(today),
          owner: idOf('diego'),
        },
        {
          type: 'objective/set',
          id: OBJECTIVES.expansion,
          statement: 'Keep customers and grow with them',
          due: yearEnd(today),
          owner: idOf('nadia'),
        },
        {
          type: 'objective/set',
          id: CARRIERS,
          statement: 'Make our slots the ones carriers ask for',
          due: yearEnd(quarters[3]!.first),
          owner: idOf('tom'),
        },
      ],
    },
    {
      day: quarters[4]!.first - 20,
      who: 'ines',
      commands: [{ type: 'objective/retire', id: CARRIERS, why: 'n_carriers-retired' }],
      notes: [
        {
          id: 'n_carriers-retired',
          text: 'Carriers accept the slots of any shipper who pays their waiting time. We win them by winning shippers, so this is no objective of its own.',
        },
      ],
    },
    {
      day: quarters[5]!.first - 18,
      who: 'ines',
      commands: [
        {
          type: 'objective/set',
          id: OBJECTIVES.nordics,
          statement: 'Open the Nordics',
          due: yearEnd(quarters[7]!.first + 365),
          owner: idOf('tom'),
        },
      ],
    },
  ];
};

const yearEnd = (day: number): Day => dayOf(partsOf(dayFromNumber(day)).year, 12, 31)!;
