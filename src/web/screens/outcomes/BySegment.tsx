import { Link } from 'wouter';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import type { Measure } from '../../../domain/strategy/metric.ts';
import type { Row } from '../../../kernel/answer.ts';
import { addDays } from '../../../kernel/day.ts';
import type { SegmentId } from '../../../kernel/ids.ts';
import type { Money } from '../../../kernel/money.ts';
import { openedDeals } from '../../../views/audience/opened.ts';
import { count, moneyFull, moneyShort } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Table, type Column } from '../../components/Table.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { Unknown } from '../../components/figure/Unknown.tsx';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';

const FIGURE: { readonly [M in Measure]: string } = {
  'won-revenue': 'wonRevenue',
  'open-pipeline': 'openPipeline',
  'opportunities-opened': 'opportunitiesOpened',
  'deals-won': 'dealsWon',
  'deals-lost': 'dealsLost',
};

/** The same measure, by segment of the audience. Segments overlap, so the lines are not added up. */
export const BySegment = ({ outcome, measure }: { readonly outcome: Outcome; readonly measure: Measure }) => {
  const { book } = useCompany();
  const any = [...book.segment.values()].some((s) => !s.retired);
  const facts = useFacts('ask', { question: 'measures', by: 'segment', since: outcome.from, until: addDays(outcome.due, 1) }, any);
  return (
    <section>
      <h3>By segment</h3>
      {any ? (
        <Answered of={facts} what="the segments" lines={3}>
          {({ rows, findings }) => (
            <>
              <Table
                label={`${outcome.name} by segment`}
                columns={columnsOf(outcome, FIGURE[measure])}
                rows={rows}
                keyOf={(row) => row.key}
              />
              {findings
                .filter(({ code }) => code === 'overlap')
                .map(({ text }) => (
                  <p key={text} className="dim xs" style={{ marginTop: 6 }}>
                    {text}
                  </p>
                ))}
            </>
          )}
        </Answered>
      ) : (
        <p className="mut">
          No segment is defined yet.{' '}
          <Link href="/market/audience" className="lnk">
            Define one
          </Link>
        </p>
      )}
    </section>
  );
};

const columnsOf = (outcome: Outcome, figure: string): Column<Row>[] => [
  {
    key: 'segment',
    head: 'Segment',
    cell: (row) =>
      typeof row['id'] === 'string' ? (
        <Link href={`/market/audience/${row['id']}`}>{row.key}</Link>
      ) : (
        <span className="mut">{row.key}</span>
      ),
  },
  {
    key: 'value',
    head: 'Now',
    number: true,
    cell: (row) => <Value outcome={outcome} row={row} value={row[figure] as Money | number | null} />,
  },
];

const Value = ({ outcome, row, value }: { readonly outcome: Outcome; readonly row: Row; readonly value: Money | number | null }) => {
  const { book, today } = useCompany();
  if (value === null) return <Unknown what={row.key} why="Not known: no deal of the segment has an amount." />;
  const text = typeof value === 'number' ? count(value) : moneyShort(value);
  const segment = book.segment.get(row['id'] as SegmentId);
  if (!segment) return <span>{text}</span>;
  const full = typeof value === 'number' ? text : moneyFull(value);
  return <Figure opens={openedDeals(segment, outcome.name, full, row.n, today)}>{text}</Figure>;
};
