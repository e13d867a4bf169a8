/** Numbers of the period, out of the answers of a pack: frozen ones where they were published, else as counted. */
import type { Answer, Figure, Row } from '../../kernel/answer.ts';
import { addDays } from '../../kernel/day.ts';
import type { Money } from '../../kernel/money.ts';
import { capital, count, dayWords, moneyShort, percent, plural } from '../words/format.ts';
import { coverageWords } from '../words/opened.ts';
import { answerIn, figuresOf, type Pack } from '../published/pack.ts';
import { figureShown, plainFigure } from '../published/words.ts';
import { part, type Part, type ReportChart, type ReportTable } from './report.ts';

const MOST = 15;

const shown = (figure: Figure | undefined): string => {
  if (figure === undefined) return '';
  if (isMoney(figure)) return moneyShort(figure);
  return plainFigure(figure);
};

/** Rows of an answer as a table; rows beyond the first fifteen are named as left out, the total stays whole. */
const tableOf = (
  name: string,
  answer: Answer,
  head: string,
  figures: readonly (readonly [figure: string, name: string])[],
): ReportTable => {
  const cells = (row: Row): string[] => [row.key, count(row.n), ...figures.map(([figure]) => shown(row[figure]))];
  const left = answer.rows.length - MOST;
  return {
    name,
    columns: [{ name: head }, { name: 'n', number: true }, ...figures.map(([, title]) => ({ name: title, number: true as const }))],
    rows: [
      ...answer.rows.slice(0, MOST).map(cells),
      ...(left > 0 ? [[`and ${plural(left, 'more row')}`, '', ...figures.map(() => '')]] : []),
    ],
    sum: cells(answer.total),
  };
};

const missingOf = (answer: Answer): string[] => [
  `${coverageWords(answer.coverage)}.`,
  ...answer.coverage.missing.filter(({ n }) => n > 0).map(({ why, n }) => `Missing: ${count(n)} with ${why}.`),
];

/** What closed and what was opened. */
export const revenuePart = (pack: Pack, charts: readonly ReportChart[]): Part => {
  const figures = figuresOf(pack);
  const [won, deals] = [figures.find(({ name }) => name === 'Won revenue')!, figures.find(({ name }) => name === 'Deals won')!];
  const measures = answerIn(pack, 'measures');
  return part('revenue', `${capital(figureShown(won))} closed as won in ${plural(deals.value ?? 0, 'deal')}.`, {
    tables: [
      {
        name: 'Figures',
        columns: [{ name: 'Figure' }, { name: 'Value', number: true }],
        rows: figures.map((f) => [f.name, figureShown(f, true)]),
        sum: null,
      },
    ],
    charts,
    notes: measures ? [measures.definition, ...missingOf(measures)] : [],
  });
};

/** Who gets credit for it, by channel and campaign, and what that does not say. */
export const creditPart = (pack: Pack): Part => {
  const channel = answerIn(pack, 'credit by channel');
  const campaign = answerIn(pack, 'credit by campaign');
  const models = [
    ['first', 'First'],
    ['w-hubspot', 'W (HubSpot)'],
    ['linear', 'Linear'],
    ['time-decay', 'Time decay'],
    ['last', 'Last'],
    ['influenced', 'Influenced'],
  ] as const;
  const top = channel?.rows.filter((row) => row.key !== 'no touch')[0];
  return part('credit', top ? `${top.key} stands first in the credit of the channels.` : 'No channel has credit.', {
    say: ['Attribution describes what preceded the deals. It does not prove what caused them; only an experiment does.'],
    tables: [
      ...(channel ? [tableOf('Credit by channel', channel, 'Channel', models)] : []),
      ...(campaign ? [tableOf('Credit by campaign', campaign, 'Campaign', models)] : []),
    ],
    notes: channel ? missingOf(channel) : [],
  });
};

/** What it cost: return against cost by channel, and what a new customer cost. */
export const costPart = (pack: Pack): Part => {
  const back = answerIn(pack, 'return by channel');
  const customer = answerIn(pack, 'cost of a new customer');
  const [cost, won] = [back?.total['cost'], back?.total['return']];
  const title =
    !back && !customer
      ? 'What it cost is not shown to viewers.'
      : !isMoney(cost) || !isMoney(won)
        ? 'What it cost is not known.'
        : `${moneyShort(cost)} of cost ${cost.minor === 1 ? 'stands' : 'stand'} against ${moneyShort(won)} won in the same time.`;
  const columns = [
    ['return', 'Return (linear)'],
    ['cost', 'Cost'],
    ['roi', 'ROI'],
    ['roas', 'ROAS'],
  ] as const;
  return part('cost', title, {
    tables: [
      ...(back ? [tableOf('Return by channel', back, 'Channel', columns)] : []),
      ...(customer
        ? [
            {
              name: 'A new customer',
              columns: [{ name: 'Figure' }, { name: 'Value', number: true as const }],
              rows: figuresOfRow(customer.total),
              sum: null,
            },
          ]
        : []),
    ],
    notes: [...(back ? missingOf(back) : []), ...(customer ? [customer.definition] : [])],
  });
};

const isMoney = (figure: Figure | undefined): figure is Money =>
  typeof figure === 'object' && figure !== null && 'minor' in figure && typeof figure.minor === 'number';

const CALLED: { readonly [figure: string]: string } = {
  n: 'Rows',
  cac: 'Cost of a new customer (CAC)',
  paybackMarginAdjusted: 'Payback in months, margin-adjusted',
  paybackRevenue: 'Payback in months, revenue variant',
};

/** The figures of one row by name, those that are texts or lists left out. */
const figuresOfRow = (row: Row): string[][] =>
  Object.entries(row)
    .filter(([name, figure]) => name !== 'key' && name !== 'keys' && name !== 'ids' && typeof figure !== 'string' && !Array.isArray(figure))
    .map(([name, figure]) => [CALLED[name] ?? capital(name.replaceAll(/([A-Z])/g, ' $1').toLowerCase()), shown(figure)]);

/** Share of linear credit that a campaign owns, in [0, 1]; null where nothing was won. */
const tracedShare = ({ rows, total }: Answer): number | null => {
  const minor = (figure: Figure | undefined): number => (isMoney(figure) ? figure.minor : 0);
  const whole = minor(total['linear']);
  const nobody = rows.filter(({ key }) => key === 'no campaign' || key === 'no touch').reduce((sum, row) => sum + minor(row['linear']), 0);
  return whole > 0 ? (whole - nobody) / whole : null;
};

/** What the numbers rest on, and what is missing from them with the money it carries. */
export const restPart = (pack: Pack): Part => {
  const credit = answerIn(pack, 'credit by campaign');
  const traced = credit ? tracedShare(credit) : null;
  const missing = pack.answers.flatMap(({ name, answer }) =>
    answer.coverage.missing
      .filter(({ n }) => n > 0)
      .map(({ why, n, minor }) => [name, why, count(n), minor === undefined ? '–' : moneyShort({ minor, currency: pack.currency })]),
  );
  return part(
    'rest',
    traced === null ? 'What these numbers rest on.' : `${percent(traced)} of the won money can be traced to a campaign (linear credit).`,
    {
      say: [
        `They rest on ${plural(pack.loads.length, 'load')} and know nothing dated after ${dayWords(pack.asOf)}. Days are those of ${pack.zone}; the period runs from ${dayWords(pack.from)} to ${dayWords(addDays(pack.to, -1))}.`,
      ],
      tables:
        missing.length === 0
          ? []
          : [
              {
                name: 'What is missing',
                columns: [{ name: 'Answer' }, { name: 'Missing because' }, { name: 'n', number: true }, { name: 'Money', number: true }],
                rows: missing,
                sum: null,
              },
            ],
      notes: [...new Set(pack.answers.flatMap(({ answer }) => answer.findings.map(({ text }) => text)))].slice(0, 8),
    },
  );
};
