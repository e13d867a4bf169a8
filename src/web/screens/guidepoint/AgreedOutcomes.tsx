import { Link } from 'wouter';
import type { AgreedOutcome } from '../../../domain/guidepoint/guidepoint.ts';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { capital, dayLong, dayWords, plural } from '../../../views/words/format.ts';
import { valueShort } from '../../../views/words/values.ts';
import { Unknown } from '../../components/figure/Unknown.tsx';
import { Table, type Column } from '../../components/Table.tsx';
import { useNarrow } from '../../shell/use-narrow.ts';
import { useCompany } from '../../state/company.tsx';
import { NowCell } from '../outcomes/NowCell.tsx';
import { OutcomeStack } from '../outcomes/OutcomeStack.tsx';
import { StandsCell } from '../outcomes/StandsCell.tsx';
import css from './GuidepointPage.module.css';

/** The outcomes as they were signed, beside where they stand now. */
export const AgreedOutcomes = ({ outcomes }: { readonly outcomes: readonly AgreedOutcome[] }) => {
  const { book, company, today, nameOf } = useCompany();
  const phone = useNarrow();
  const write = (o: AgreedOutcome, value: number): string => valueShort(value, o.metric.unit, company.currency);
  const dues = new Set(outcomes.map((o) => o.due));
  const due = dues.size === 1 ? [...dues][0]! : null;
  // Held against what was signed, also where a later change has moved the outcome since.
  const asSigned = (o: AgreedOutcome): Outcome => ({ ...book.outcome.get(o.outcome)!, target: o.target, due: o.due });
  const columns: Column<AgreedOutcome>[] = [
    {
      key: 'name',
      head: 'Outcome',
      cell: (o) => (
        <Link href={`/agree/outcomes/${o.outcome}`} className="agreed" style={{ fontSize: 15 }}>
          {o.name}
        </Link>
      ),
    },
    {
      key: 'baseline',
      head: 'From',
      number: true,
      cell: (o) => (
        <span className="dim">
          {o.baseline === null ? <Unknown what={o.name} why="No baseline was recorded." /> : write(o, o.baseline)}
        </span>
      ),
    },
    { key: 'target', head: due ? `Target, ${dayWords(due, today)}` : 'Target', number: true, cell: (o) => <b>{write(o, o.target)}</b> },
    ...(due ? [] : [{ key: 'due', head: 'By', cell: (o: AgreedOutcome) => <span className="nw">{dayLong(o.due, today)}</span> }]),
    { key: 'now', head: 'Now', number: true, cell: (o) => <NowCell outcome={asSigned(o)} /> },
    { key: 'stands', head: 'Stands', cell: (o) => <StandsCell outcome={asSigned(o)} /> },
    { key: 'owner', head: 'Owner', cell: (o) => <span className="mut">{nameOf(book.outcome.get(o.outcome)?.owner ?? null)}</span> },
  ];
  return (
    <section className={css.block} aria-labelledby="outcomes">
      <h2 id="outcomes">
        {capital(plural(outcomes.length, 'outcome'))} {outcomes.length === 1 ? 'makes' : 'make'} it true
      </h2>
      {phone ? (
        <OutcomeStack outcomes={outcomes.map(asSigned)} label="Outcomes of this Guidepoint" />
      ) : (
        <Table label="Outcomes of this Guidepoint" columns={columns} rows={outcomes} keyOf={(o) => o.outcome} />
      )}
    </section>
  );
};
