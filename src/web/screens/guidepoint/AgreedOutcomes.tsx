import { Link } from 'wouter';
import type { AgreedOutcome } from '../../../domain/guidepoint/guidepoint.ts';
import { openedOutcome } from '../../../views/home/opened.ts';
import { standingOf, STANDING_WORDS } from '../../../views/home/pace.ts';
import { capital, dayLong, dayWords, plural } from '../../../views/words/format.ts';
import { valueShort } from '../../../views/words/values.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { Unknown } from '../../components/figure/Unknown.tsx';
import { Status } from '../../components/Status.tsx';
import { Table, type Column } from '../../components/Table.tsx';
import { useCompany } from '../../state/company.tsx';
import { useOutcomesNow } from '../outcomes/use-outcomes-now.ts';
import css from './GuidepointPage.module.css';

/** The outcomes as they were signed, beside where they stand now. */
export const AgreedOutcomes = ({ outcomes }: { readonly outcomes: readonly AgreedOutcome[] }) => {
  const { book, company, today, nameOf } = useCompany();
  const nowOf = useOutcomesNow();
  const write = (o: AgreedOutcome, value: number): string => valueShort(value, o.metric.unit, company.currency);
  const dues = new Set(outcomes.map((o) => o.due));
  const due = dues.size === 1 ? [...dues][0]! : null;
  const standing = (o: AgreedOutcome) => {
    const outcome = book.outcome.get(o.outcome)!;
    const now = nowOf(o.outcome) ?? null;
    return { outcome, now, standing: standingOf({ ...outcome, target: o.target, due: o.due }, now?.value ?? null, today) };
  };
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
    { key: 'baseline', head: 'From', number: true, cell: (o) => <span className="dim">{o.baseline === null ? <Unknown what={o.name} why="No baseline was recorded." /> : write(o, o.baseline)}</span> },
    { key: 'target', head: due ? `Target, ${dayWords(due, today)}` : 'Target', number: true, cell: (o) => <b>{write(o, o.target)}</b> },
    ...(due ? [] : [{ key: 'due', head: 'By', cell: (o: AgreedOutcome) => <span className="nw">{dayLong(o.due, today)}</span> }]),
    {
      key: 'now',
      head: 'Now',
      number: true,
      cell: (o) => {
        const stand = standing(o);
        const opened = openedOutcome(stand, company.currency, today);
        return stand.now && stand.now.value !== null && opened ? <Figure opens={opened}>{write(o, stand.now.value)}</Figure> : <Unknown what={o.name} why={stand.now?.why ?? 'Not known yet.'} />;
      },
    },
    {
      key: 'stands',
      head: 'Stands',
      cell: (o) => {
        const { kind, text } = STANDING_WORDS[standing(o).standing];
        return <Status kind={kind}>{text}</Status>;
      },
    },
    { key: 'owner', head: 'Owner', cell: (o) => <span className="mut">{nameOf(book.outcome.get(o.outcome)?.owner ?? null)}</span> },
  ];
  return (
    <section className={css.block} aria-labelledby="outcomes">
      <h2 id="outcomes">
        {capital(plural(outcomes.length, 'outcome'))} {outcomes.length === 1 ? 'makes' : 'make'} it true
      </h2>
      <Table label="Outcomes of this Guidepoint" columns={columns} rows={outcomes} keyOf={(o) => o.outcome} />
    </section>
  );
};
