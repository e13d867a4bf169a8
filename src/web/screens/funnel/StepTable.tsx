import { Link } from 'wouter';
import type { Row } from '../../../kernel/answer.ts';
import { estimateOf, shareWords, textOf } from '../../../views/prove/funnel-page.ts';
import { count, dayWords } from '../../../views/words/format.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { Table } from '../../components/Table.tsx';

type Wish = { readonly question: string; readonly [parameter: string]: string };
type Days = { readonly median: number; readonly low: number; readonly high: number } | null | undefined;
const state = (row: Row): string =>
  row['leftTruncated'] === true ? 'before the files' : row['ripe'] === false ? `too young until ${dayWords(textOf(row['ripeOn']))}` : '';

/** The steps as a table, for the chart's numbers. */
export const StepTable = ({
  steps,
  wish,
  href,
}: {
  readonly steps: readonly Row[];
  readonly wish: Wish;
  readonly href: (row: Row) => string;
}) => (
  <Table
    label="Steps of the funnel"
    rows={steps}
    keyOf={({ key }) => key}
    columns={[
      { key: 'step', head: 'Step', cell: (row) => <Link href={href(row)}>{row.key}</Link> },
      {
        key: 'n',
        head: 'Reached',
        number: true,
        cell: (row) => <Figure opens={{ what: `Reached “${row.key}”`, ask: wish }}>{count(row.n)}</Figure>,
      },
      {
        key: 'before',
        head: 'Of the step before',
        number: true,
        cell: (row) => (row['step'] === 0 ? '' : shareWords(estimateOf(row['ofBefore']))),
      },
      { key: 'days', head: 'Days, four in five', number: true, cell: (row) => daysShown(row['days'] as Days) },
      { key: 'state', head: 'State', cell: (row) => <span className="dim">{state(row)}</span> },
    ]}
  />
);

const daysShown = (days: Days): string => (days ? `${count(days.median, 1)} (${count(days.low)} to ${count(days.high)})` : '');

export const stepRows = (steps: readonly Row[]): readonly (readonly (string | number | null)[])[] => [
  ['Step', 'Reached', 'Of the step before', 'Low', 'High', 'Median days', 'Lost here', 'State'],
  ...steps.map((row) => {
    const share = estimateOf(row['ofBefore']);
    return [
      row.key,
      row.n,
      share?.value ?? null,
      share?.low ?? null,
      share?.high ?? null,
      (row['days'] as Days)?.median ?? null,
      Number(row['lost'] ?? 0),
      state(row),
    ];
  }),
];
