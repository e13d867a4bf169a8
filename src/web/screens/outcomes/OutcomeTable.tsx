import { Link, useLocation } from 'wouter';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { dayWords } from '../../../views/words/format.ts';
import { valueShort } from '../../../views/words/values.ts';
import { Unknown } from '../../components/figure/Unknown.tsx';
import { Table, type Column } from '../../components/Table.tsx';
import { useNarrow } from '../../shell/use-narrow.ts';
import { useCompany } from '../../state/company.tsx';
import { NowCell } from './NowCell.tsx';
import { OutcomeStack } from './OutcomeStack.tsx';
import { ScoreLine } from '../strategy/ScoreLine.tsx';
import { StandsCell } from './StandsCell.tsx';
import { SureCell } from './SureCell.tsx';

type Props = {
  readonly outcomes: readonly Outcome[];
  readonly label: string;
  /** In a drawer: only what fits. */ readonly narrow?: boolean;
  readonly current?: string | undefined;
  /** They are over: how far each came, not how it stands. */ readonly over?: boolean;
};

/** Outcomes with where they began, where they must be, where they stand. */
export const OutcomeTable = ({ outcomes, label, narrow, current, over }: Props) => {
  const { company, today, nameOf } = useCompany();
  const [, go] = useLocation();
  const phone = useNarrow();
  const write = (o: Outcome, value: number): string => valueShort(value, o.metric.unit, company.currency);
  const columns: Column<Outcome>[] = [
    {
      key: 'name',
      head: 'Outcome',
      cell: (o) => (
        <Link href={`/agree/outcomes/${o.id}`} className="agreed" style={{ fontSize: 15 }}>
          {o.name}
        </Link>
      ),
    },
    ...(narrow
      ? []
      : [
          {
            key: 'baseline',
            head: 'Began at',
            number: true,
            cell: (o: Outcome) =>
              o.baseline === null ? (
                <Unknown what={`Where “${o.name}” began`} why="no baseline was recorded" />
              ) : (
                <span className="dim">{write(o, o.baseline)}</span>
              ),
          },
        ]),
    { key: 'target', head: 'Target', number: true, cell: (o) => <b>{write(o, o.target)}</b> },
    { key: 'now', head: 'Now', number: true, cell: (o) => <NowCell outcome={o} /> },
    ...(narrow ? [] : [{ key: 'due', head: 'By', cell: (o: Outcome) => <span className="nw">{dayWords(o.due, today)}</span> }]),
    over
      ? { key: 'score', head: 'Score', cell: (o) => <ScoreLine outcome={o} /> }
      : { key: 'stands', head: 'Stands', cell: (o) => <StandsCell outcome={o} /> },
    ...(narrow || over ? [] : [{ key: 'sure', head: 'Confidence', number: true, cell: (o: Outcome) => <SureCell outcome={o} /> }]),
    ...(narrow
      ? []
      : [
          {
            key: 'owner',
            head: 'Owner',
            cell: (o: Outcome) => (o.owner ? <span className="mut">{nameOf(o.owner)}</span> : <span className="dim">Nobody yet</span>),
          },
        ]),
  ];
  if (phone) return <OutcomeStack outcomes={outcomes} label={label} />;
  return (
    <Table
      label={label}
      columns={columns}
      rows={outcomes}
      keyOf={(o) => o.id}
      onOpen={(o) => go(`/agree/outcomes/${o.id}`)}
      isCurrent={(o) => o.id === current}
    />
  );
};
