/** Logged decisions: what was decided over two years, on numbers as they stood. The last of them supersedes the one before it. */
import type { Evidence } from '../domain/agreements/evidence.ts';
import type { Command } from '../domain/book.ts';
import { addDays, dayFromNumber, type Day } from '../kernel/day.ts';
import type { LoggedId } from '../kernel/ids.ts';
import type { Quarter } from './calendar.ts';
import type { Figures } from './figures.ts';
import type { Moment } from './moments.ts';
import { outcomeId } from './outcomes.ts';
import { idOf, type Who } from './people.ts';
import { priorityId } from './priorities.ts';
import type { World } from './world.ts';

type Told = {
  readonly id: LoggedId;
  readonly day: number;
  readonly by: readonly [Who, ...Who[]];
  readonly matter: string;
  readonly decided: string;
  readonly instead?: readonly (readonly [string, string])[];
  readonly evidence: readonly Evidence[];
  readonly about?: readonly string[];
  readonly supersedes?: LoggedId;
};

const logged = ({ id, day, by, matter, decided, instead = [], evidence, about = [], supersedes }: Told): Moment => {
  const command: Command = {
    type: 'logged/decide',
    id,
    supersedes: supersedes ?? null,
    matter,
    decided,
    deciders: by.map(idOf),
    on: dayFromNumber(day),
    alternatives: instead.map(([text, against]) => ({ text, against })),
    evidence,
    about,
  };
  return { day, who: by[0], commands: [command] };
};

const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const euro = (minor: number): string =>
  `€${grouped(Math.floor(minor / 100))}${minor % 100 === 0 ? '' : `.${String(minor % 100).padStart(2, '0')}`}`;
const frozen = (what: string, value: number, row: string, parameters: readonly (readonly [string, Day])[], asOf: Day): Evidence => {
  const money = row !== 'opportunities opened';
  return {
    what,
    shown: money ? euro(value) : grouped(value),
    value,
    low: null,
    high: null,
    unit: money ? 'money' : 'count',
    currency: money ? 'EUR' : null,
    askedBy: { name: 'measures', parameters: parameters.map(([name, day]) => ({ name, value: day })), row, figure: 'value' },
    coverage: null,
    asOf,
    loads: [],
  };
};

export const loggedMoments = ({ calendar: { quarters, today } }: World, figures: Figures): Moment[] => {
  const [first, second, third, fourth, fifth, sixth, seventh, now] = quarters as [
    Quarter,
    Quarter,
    Quarter,
    Quarter,
    Quarter,
    Quarter,
    Quarter,
    Quarter,
  ];
  const end = (q: Quarter): Day => dayFromNumber(q.first + q.days - 1);
  const within = (q: Quarter): readonly (readonly [string, Day])[] => [
    ['since', q.from],
    ['until', addDays(end(q), 1)],
  ];
  const opened = (q: Quarter): Evidence =>
    frozen('Opportunities opened in the quarter', figures.opened[q.index]!, 'opportunities opened', within(q), end(q));
  const won = (q: Quarter): Evidence => frozen('Won revenue of the quarter', figures.wonMinor[q.index]!, 'won revenue', within(q), end(q));
  const pipeline = (q: Quarter): Evidence =>
    frozen('Open pipeline at the end of the quarter', figures.pipelineMinor[q.index]!, 'open pipeline', [['asOf', end(q)]], end(q));
  return [
    logged({
      id: 'l_munich-fair',
      day: second.first + 4,
      by: ['ines', 'tom'],
      matter: 'Do we go to the Munich fair again?',
      decided: 'No. We invite to two dock days of our own: the fair brought visitors and no tender.',
      instead: [
        ['A smaller stand', 'The stand is the smaller part of the cost.'],
        ['Two people without a stand', 'Nobody would know that we are there.'],
      ],
      evidence: [opened(first), won(first)],
    }),
    logged({
      id: 'l_first-call',
      day: third.first + 6,
      by: ['diego', 'ines'],
      matter: 'Who calls a lead first, sales or marketing?',
      decided: 'Sales, within two working days. Marketing calls nobody who has a salesperson.',
      instead: [['An agency calls', 'It cannot answer what a shipper asks in the second minute.']],
      evidence: [opened(second)],
    }),
    logged({
      id: 'l_automation',
      day: fourth.first + 9,
      by: ['ines', 'maren'],
      matter: 'Do we buy a marketing automation tool this year?',
      decided: 'Not before every account in the CRM has one owner. A tool would send our muddle faster.',
      evidence: [pipeline(third)],
    }),
    logged({
      id: 'l_france',
      day: fourth.first + 12,
      by: ['tom', 'ines', 'julien'],
      matter: 'Do we reach out in France this quarter?',
      decided: 'Only if the German outreach is done by the middle of the quarter. It becomes a Could.',
      instead: [['Drop it', 'Julien has two tenders that it would help.']],
      evidence: [opened(third), pipeline(third)],
      about: [priorityId(fourth, 'french-outreach')],
    }),
    logged({
      id: 'l_forty-thousand',
      day: fifth.first + 38,
      by: ['tom', 'maren', 'ines'],
      matter: 'Where do we take the €40,000 out?',
      decided: 'Out of the fourth gate. What is being sold now keeps its money.',
      instead: [['A tenth from everything', 'Everything would be late, and nobody would know why.']],
      evidence: [pipeline(fourth), won(fourth)],
      about: [fifth.id],
    }),
    logged({
      id: 'l_webinars',
      day: seventh.first + 5,
      by: ['ines', 'samir'],
      matter: 'Do the webinars go on every month?',
      decided: 'Every second month, and only with a customer who speaks.',
      evidence: [opened(sixth)],
    }),
    logged({
      id: 'l_nordics-later',
      day: seventh.first + 10,
      by: ['tom', 'diego'],
      matter: 'Do we enter the Nordics this year?',
      decided: 'Not this year. First the pipeline at home carries two quarters.',
      instead: [['One salesperson in Malmö', 'One alone sells nothing in the first year.']],
      evidence: [pipeline(sixth), won(sixth)],
    }),
    logged({
      id: 'l_nordics-now',
      day: today - 10,
      by: ['tom', 'diego', 'ines'],
      matter: 'Do we enter the Nordics after all?',
      decided: 'Yes. The launch begins next quarter; Mats leads it.',
      evidence: [pipeline(seventh)],
      about: [now.id, outcomeId(now, 'pipeline')],
      supersedes: 'l_nordics-later',
    }),
  ];
};
