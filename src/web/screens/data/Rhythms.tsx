import { count, dayWords, plural } from '../../../views/words/format.ts';
import { Status } from '../../components/Status.tsx';
import { Table } from '../../components/Table.tsx';
import { useCompany } from '../../state/company.tsx';
import type { Line } from './health-rows.ts';
import css from './HealthScreen.module.css';

const WHAT: Readonly<Record<string, string>> = {
  touch: 'touches',
  lead: 'leads',
  opportunity: 'deals',
  stage_entry: 'stage entries',
  work_done: 'done work',
  spend: 'spend',
};

/** Sources, how far each speaks, and whether that is late for it. */
export const Rhythms = ({ lines }: { readonly lines: readonly Line[] }) => {
  const { today } = useCompany();
  return (
    <section className={css.part} aria-labelledby="rhythms">
      <h2 id="rhythms">How far each source speaks</h2>
      <Table
        label="Sources and their last days"
        rows={lines.toSorted((a, b) => Number(b.late) - Number(a.late) || b.silent - a.silent)}
        keyOf={(line) => `${line.source} ${line.entity}`}
        columns={[
          { key: 'source', head: 'Source', cell: (line) => <b>{line.source}</b> },
          { key: 'what', head: 'Sends', cell: (line) => WHAT[line.entity] ?? line.entity },
          { key: 'rows', head: 'Rows', number: true, cell: (line) => count(line.rows) },
          { key: 'last', head: 'Last day', cell: (line) => dayWords(line.last, today) },
          {
            key: 'rhythm',
            head: 'Usually every',
            cell: (line) =>
              line.rhythm === null ? <span className="dim">too few days to say</span> : line.rhythm === 1 ? 'day' : `${line.rhythm} days`,
          },
          {
            key: 'state',
            head: 'State',
            cell: (line) =>
              line.late ? (
                <Status kind="off">late, silent for {plural(line.silent, 'day')}</Status>
              ) : line.rhythm === null ? (
                <Status kind="unknown">not known</Status>
              ) : (
                <Status kind="on">in time</Status>
              ),
          },
        ]}
      />
    </section>
  );
};
