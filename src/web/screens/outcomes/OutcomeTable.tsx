import { Link, useLocation } from 'wouter';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { standingOf, STANDING_WORDS } from '../../../views/home/pace.ts';
import { openedOutcome } from '../../../views/home/opened.ts';
import { dayWords } from '../../../views/words/format.ts';
import { valueShort } from '../../../views/words/values.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { Unknown } from '../../components/figure/Unknown.tsx';
import { Status } from '../../components/Status.tsx';
import { Table, type Column } from '../../components/Table.tsx';
import { useCompany } from '../../state/company.tsx';
import { useOutcomesNow } from './use-outcomes-now.ts';

type Props = { readonly outcomes: readonly Outcome[]; readonly label: string; /** In a drawer: only what fits. */ readonly narrow?: boolean; readonly current?: string | undefined };

/** Outcomes with where they began, where they must be, where they stand. */
export const OutcomeTable = ({ outcomes, label, narrow, current }: Props) => {
  const { company, today, nameOf } = useCompany();
  const [, go] = useLocation();
  const nowOf = useOutcomesNow();
  const write = (o: Outcome, value: number): string => valueShort(value, o.metric.unit, company.currency);
  const standing = (o: Outcome) => STANDING_WORDS[standingOf(o, nowOf(o.id)?.value ?? null, today)];
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
    ...(narrow ? [] : [{ key: 'baseline', head: 'Began at', number: true, cell: (o: Outcome) => (o.baseline === null ? <Unknown what={`Where “${o.name}” began`} why="no baseline was recorded" /> : <span className="dim">{write(o, o.baseline)}</span>) }]),
    { key: 'target', head: 'Target', number: true, cell: (o) => <b>{write(o, o.target)}</b> },
    {
      key: 'now',
      head: 'Now',
      number: true,
      cell: (o) => {
        const now = nowOf(o.id);
        const opened = openedOutcome({ outcome: o, now: now ?? null, standing: standingOf(o, now?.value ?? null, today) }, company.currency, today);
        return now && now.value !== null && opened ? <Figure opens={opened}>{write(o, now.value)}</Figure> : <Unknown what={o.name} why={now?.why ?? 'Not known yet.'} />;
      },
    },
    ...(narrow ? [] : [{ key: 'due', head: 'By', cell: (o: Outcome) => <span className="nw">{dayWords(o.due, today)}</span> }]),
    { key: 'stands', head: 'Stands', cell: (o) => <Status kind={standing(o).kind}>{standing(o).text}</Status> },
    ...(narrow ? [] : [{ key: 'owner', head: 'Owner', cell: (o: Outcome) => (o.owner ? <span className="mut">{nameOf(o.owner)}</span> : <span className="dim">Nobody yet</span>) }]),
  ];
  return <Table label={label} columns={columns} rows={outcomes} keyOf={(o) => o.id} onOpen={(o) => go(`/agree/outcomes/${o.id}`)} isCurrent={(o) => o.id === current} />;
};
