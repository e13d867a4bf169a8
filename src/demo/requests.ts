/**
 * Requests of the demo: what came of some of the story's own requests this quarter, and a dozen that came of late and
 * stand in every way a request can stand. Words and dates of work that stands are those the work itself has.
 */
import { dayFromNumber } from '../kernel/day.ts';
import type { NoteId, PersonId, RequestId } from '../kernel/ids.ts';
import type { PlannedItem } from './items.ts';
import type { Moment, Written } from './moments.ts';
import { idOf, PEOPLE, type Who } from './people.ts';
import { REQUESTS } from './story/requests.ts';
import type { World } from './world.ts';

type Asked = {
  readonly key: string;
  /** Days before today. */
  readonly ago: number;
  readonly by: Who | Stranger;
  readonly result: string;
  readonly whom?: string;
  readonly due?: number;
  readonly later?: string;
  readonly proof?: string;
  readonly tactic?: string;
};
type Stranger = { readonly id: PersonId; readonly name: string; readonly email: string };

const stranger = (name: string, email: string): Stranger => ({ id: `p_${name.toLowerCase().replaceAll(' ', '-')}`, name, email });
const JEROEN = stranger('Jeroen Maas', 'jeroen@maas-logistiek.example');
const MARTA = stranger('Marta Nowak', 'marta.nowak@portofgdansk.example');

/** Work that was asked for: why it was accepted. The request is the one that the story has for it. */
const ACCEPTED: Readonly<Record<string, string>> = {
  'tender-calendar': 'Dutch shippers publish tenders in a fixed rhythm. If we know the rhythm, we arrive before it.',
  'partner-page': 'Their sales people reach shippers that ours never meet. A page they can show costs us little.',
  'yard-webinar': 'These are customers already, and sixty of them have a yard. Nothing else we do reaches them as cheaply.',
  'rotterdam-follow': 'Forty-six people came to us of their own will. To lose them now would be the most expensive choice.',
  'calculator-public': 'A door with a password on it opens for nobody we do not know yet.',
};

const LATE: readonly Asked[] = [
  {
    key: 'depots',
    ago: 9,
    by: JEROEN,
    result: 'Our five depots in Zeeland book their docks in Lademar by the summer, instead of one depot now.',
    whom: 'Depot managers at Maas Logistiek, who have never seen it',
    due: 60,
    later: 'They sign for another year with what they have.',
    proof: 'Bookings from all five depots in your own numbers',
    tactic: 'A visit to the depot that uses it already',
  },
  {
    key: 'yard-show',
    ago: 6,
    by: 'katrin',
    result: 'German customers that have a yard know the yard module exists and what it would save them.',
    whom: 'Yard managers at about forty customers in Germany',
    due: 45,
    proof: 'Ten of them ask for a demonstration',
  },
  {
    key: 'yard-known',
    ago: 3,
    by: 'nadia',
    result: 'Customers with a yard in Germany know that the yard module exists. They ask service for things it does.',
    whom: 'Yard managers who call our service line',
    proof: 'Fewer calls of that kind, which we count',
  },
  {
    key: 'night-data',
    ago: 2,
    by: MARTA,
    result: 'Terminals like ours can compare their waiting times at night with others.',
    whom: 'Planners at container terminals on the Baltic',
    proof: 'We would use it in our monthly meeting',
  },
  {
    key: 'union-press',
    ago: 34,
    by: 'mats',
    result: 'The drivers’ union in Sweden says in public that waiting has become shorter.',
    whom: 'Its magazine, and through it 40,000 drivers',
    later: 'Nothing breaks. It would be a pity.',
    proof: 'An article that names us',
  },
  {
    key: 'reseller-kit',
    ago: 26,
    by: 'owen',
    result: 'Resellers can answer the first ten questions of a shipper without calling us.',
    whom: 'Sales people of eleven resellers',
    proof: 'Calls from resellers, as counted by the service line',
    tactic: 'A folder, a course, whatever works',
  },
  {
    key: 'balloons',
    ago: 21,
    by: 'jonas',
    result: 'Everybody at the logistics fair has seen our name.',
    whom: 'Visitors of the fair',
    proof: 'Many people',
    tactic: 'Balloons in the shape of a truck',
  },
  {
    key: 'podcast',
    ago: 18,
    by: 'julien',
    result: 'French warehouse managers hear a colleague talk about slots before we call them.',
    whom: 'Managers of warehouses over 5,000 square metres in France',
    proof: 'They mention it in the first call',
    tactic: 'A podcast in French',
  },
  {
    key: 'tender-months',
    ago: 15,
    by: 'diego',
    result: 'Sales knows in which month Dutch shippers publish their tenders, and is there before.',
    whom: 'The Dutch sales team',
    proof: 'First contact before the tender is out, in six of ten',
  },
];

const day = (n: number) => dayFromNumber(n);

const receive = ({ calendar: { today } }: World, { key, ago, by, result, whom, due, later, proof, tactic }: Asked): Moment => {
  const notes: Written[] = [];
  const said = (field: string, text: string | undefined): NoteId | null => {
    if (text === undefined) return null;
    const id: NoteId = `n_request-${key}-${field}`;
    notes.push({ id, text });
    return id;
  };
  const outside = typeof by !== 'string';
  return {
    day: today - ago,
    who: outside ? 'link' : 'ines',
    commands: [
      {
        type: 'request/receive',
        id: `q_${key}`,
        form: outside ? 'f_partners' : null,
        by: outside ? by.id : idOf(by),
        on: day(today - ago),
        result: said('result', result)!,
        whom: said('whom', whom),
        due: due === undefined ? null : day(today + due),
        later: said('later', later),
        proof: said('proof', proof),
        tactic: said('tactic', tactic),
      },
    ],
    notes,
    ...(outside && { strangers: [by] }),
  };
};

type Saying = (id: RequestId, note: NoteId) => Moment['commands'][number];
const decided = (world: World, key: string, ago: number, who: Moment['who'], text: string, command: Saying): Moment => {
  const note: NoteId = `n_${key}-${ago}`;
  return { day: world.calendar.today - ago, who, commands: [command(`q_${key}`, note)], notes: [{ id: note, text }] };
};

/** The story's own requests, written down with the decision that accepted them. */
const acceptedMoments = (items: readonly PlannedItem[]): Moment[] =>
  items.flatMap(({ id, key, quarter, added }): Moment[] => {
    const why = ACCEPTED[key];
    const asked = REQUESTS[key];
    if (why === undefined || !asked) return [];
    const on = quarter.first + asked[1];
    const wish = { result: `n_asked-${key}` as const, whom: null, due: null, later: null, proof: null, tactic: null };
    const note: NoteId = `n_accepted-${key}`;
    return [
      {
        // Three days on, so that no weekend brings it before the work, whose words it shares.
        day: added + 3,
        who: 'ines',
        commands: [
          { type: 'request/receive', id: `q_${key}`, form: null, by: idOf(asked[0]), on: day(on), ...wish },
          { type: 'request/accept', id: `q_${key}`, item: id, why: note },
        ],
        notes: [{ id: note, text: why }],
      },
    ];
  });

/** Everything about requests, in the order in which one rests on the other. */
export const requestMoments = (world: World, items: readonly PlannedItem[]): Moment[] => {
  const { today } = world.calendar;
  const accepted = (key: string): boolean => items.some((item) => item.key === key && item.added + 3 < today - 12);
  const say = (key: string, ago: number, who: Moment['who'], text: string, command: Saying): Moment =>
    decided(world, key, ago, who, text, command);
  return [
    {
      day: today - 60,
      who: 'ines',
      commands: [{ type: 'form/make', id: 'f_partners', name: 'Partners and customers', until: null }],
    },
    ...acceptedMoments(items),
    ...LATE.map((asked) => receive(world, asked)),
    say(
      'union-press',
      31,
      'ines',
      'A good thought for the week before the strike talks. Not before: they would think we take sides.',
      (id, why) => ({
        type: 'request/defer',
        id,
        until: day(today - 1),
        why,
      }),
    ),
    say('reseller-kit', 22, 'ines', 'We want to see first which questions come back after the new partner page.', (id, why) => ({
      type: 'request/defer',
      id,
      until: day(today + 40),
      why,
    })),
    say(
      'balloons',
      18,
      'ines',
      `${PEOPLE.jonas.name}, everybody seeing our name changes nothing we have agreed on. Tell us what those people should do.`,
      (id, why) => ({
        type: 'request/decline',
        id,
        why,
      }),
    ),
    say('podcast', 11, 'ines', 'Julien has found a radio that does it without us.', (id, why) => ({ type: 'request/withdraw', id, why })),
    ...(accepted('tender-calendar')
      ? [
          say('tender-months', 12, 'ines', 'The tender calendar answers this. Diego and Sanne now hear the same.', (id, why) => ({
            type: 'request/merge',
            id,
            into: 'q_tender-calendar',
            why,
          })),
          say(
            'tender-calendar',
            5,
            'sanne',
            'Two tenders come out in the first week of the month. After that it is worth half.',
            (id, note) => ({
              type: 'request/ask-place',
              id,
              place: 3,
              note,
            }),
          ),
        ]
      : []),
    say(
      'night-data',
      1,
      'samir',
      'Which numbers would you give us of your own, so that there is something to compare?',
      (id, question) => ({
        type: 'request/ask',
        id,
        question,
      }),
    ),
  ];
};
