import { useState } from 'react';
import type { BudgetLine } from '../../../domain/capacity/line.ts';
import type { BudgetPage } from '../../../views/budget/page.ts';
import { moneyFull } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './BudgetScreen.module.css';
import { SpreadFields } from './SpreadFields.tsx';

/** Plans the months of a line. */
export const PlanDialog = ({
  line,
  page,
  onClose,
}: {
  readonly line: BudgetLine;
  readonly page: BudgetPage;
  readonly onClose: () => void;
}) => {
  const { ask } = useCompany();
  const [plan, setPlan] = useState<{ readonly [month: string]: number | null }>(() =>
    Object.fromEntries(page.months.map((m) => [m.id, line.plan[m.id] ?? null])),
  );
  const [refused, setRefused] = useState<string | null>(null);
  const save = (): void => {
    const months = page.months.flatMap(({ id, locked }) => {
      const minor = plan[id] ?? 0;
      return locked || minor === (line.plan[id] ?? 0) ? [] : [{ month: id, minor }];
    });
    const answer = ask([{ type: 'budget/plan', id: line.id, months }]);
    if (answer.ok) onClose();
    else setRefused(answer.words);
  };
  const total = page.months.reduce((sum, m) => sum + (plan[m.id] ?? 0), 0);
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title={`Plan ${line.name} for ${page.year}`}
      onSubmit={save}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Save the plan
          </Button>
        </>
      }
    >
      <SpreadFields months={page.months} currency={line.currency} value={plan} onChange={setPlan} />
      <p className={css.total}>
        Together <b>{moneyFull({ minor: total, currency: line.currency })}</b> for the year.
      </p>
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
