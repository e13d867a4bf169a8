import { useState } from 'react';
import type { MonthHead, BudgetPage } from '../../../views/budget/page.ts';
import { monthOfYear } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { Note } from '../../components/Note.tsx';
import { Status } from '../../components/Status.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { useRule } from '../../state/rule.ts';
import css from './BudgetScreen.module.css';

/** Months whose books are closed: their plan, forecast and entries stay as they are. */
export const MonthsDrawer = ({ page, closeTo }: { readonly page: BudgetPage; readonly closeTo: string }) => {
  const { ask } = useCompany();
  const [opening, setOpening] = useState<MonthHead | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  useBearings({ crumb: 'Months' });
  const lock = (month: MonthHead): void => {
    const answer = ask([{ type: 'month/lock', month: month.id }]);
    setRefused(answer.ok ? null : answer.words);
  };
  return (
    <Drawer title={`Close the books of a month of ${page.year}`} kick="Budget" closeTo={closeTo}>
      <p className="mut sm">
        Plan, forecast and entries of a closed month stay as they are. What is still open of its commitments moves to the next month that is
        not closed. An owner or the seat of finance closes and opens.
      </p>
      {refused && <Note kind="off">{refused}</Note>}
      <ul className={css.list}>
        {page.months.map((month) => (
          <Month key={month.id} month={month} onLock={() => lock(month)} onOpen={() => setOpening(month)} />
        ))}
      </ul>
      {opening && (
        <WhyDialog
          title={`Open the books of ${monthOfYear(opening)} again?`}
          does="Open them again"
          onClose={() => setOpening(null)}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'month/unlock', month: opening.id, why }], { notes: [note] });
            return answer.ok ? null : answer.words;
          }}
        />
      )}
    </Drawer>
  );
};

const Month = ({ month, onLock, onOpen }: { readonly month: MonthHead; readonly onLock: () => void; readonly onOpen: () => void }) => {
  const rule = useRule([month.locked ? { type: 'month/unlock', month: month.id, why: 'n_x' } : { type: 'month/lock', month: month.id }]);
  return (
    <li>
      <span>
        {monthOfYear(month)}
        <small>{month.locked ? <Status kind="on">closed</Status> : month.ended ? 'over, still open' : 'open'}</small>
      </span>
      {month.locked ? (
        <Button kind="quiet" size="small" onPress={onOpen} forbid={rule}>
          Open again
        </Button>
      ) : (
        <Button size="small" onPress={onLock} forbid={rule}>
          Close {monthOfYear(month)}
        </Button>
      )}
    </li>
  );
};
