import { useState } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { IconPlus } from '@tabler/icons-react';
import type { CycleId } from '../../../kernel/ids.ts';
import { cycles } from '../../../views/work/cycles.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { useCompany } from '../../state/company.tsx';
import { CycleDrawer } from './CycleDrawer.tsx';
import css from './Cycles.module.css';
import { CycleLine } from './CycleLine.tsx';
import { PlanCycle } from './PlanCycle.tsx';

/** Cycles: the running one, the next, and what became of those before. */
export const CyclesScreen = () => {
  const { book, today, may } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [search] = useSearchParams();
  const [planning, setPlanning] = useState(search.get('do') === 'plan');
  const { running, planned, past, title, sub } = cycles(book, today);
  const parts = [
    { name: 'Running', rows: running },
    { name: 'Planned', rows: planned },
    { name: 'Closed', rows: past },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <>
      <Head
        title={title}
        sub={sub}
        actions={
          may('cycle/plan') && (
            <Button kind="primary" icon={<IconPlus size={15} stroke={1.8} aria-hidden="true" />} onPress={() => setPlanning(true)}>
              Plan a cycle
            </Button>
          )
        }
      />
      {parts.length === 0 && (
        <Empty action={may('cycle/plan') && <Button onPress={() => setPlanning(true)}>Plan the first cycle</Button>}>
          For five or ten working days a team takes the next items of the Backlog, against what its people can give in these days.
        </Empty>
      )}
      {parts.map(({ name, rows }) => (
        <section key={name} className={css.part}>
          <h2 className={css.head}>{name}</h2>
          <ul className={css.lines}>
            {rows.map((row) => (
              <CycleLine key={row.cycle.id} row={row} />
            ))}
          </ul>
        </section>
      ))}
      {planning && <PlanCycle onClose={() => setPlanning(false)} />}
      {id && book.cycle.has(id as CycleId) && <CycleDrawer id={id as CycleId} />}
    </>
  );
};
