import { useState } from 'react';
import { useLocation } from 'wouter';
import { monthsOfYear } from '../../../kernel/fiscal-month.ts';
import { isCurrency } from '../../../kernel/money.ts';
import { isMonthLocked } from '../../../domain/capacity/line.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { emptyLine } from './line-draft.ts';
import { LineFields } from './LineFields.tsx';
import { SpreadFields } from './SpreadFields.tsx';

/** Opens a budget line, with its plan for a year. */
export const OpenLine = ({ year, onClose }: { readonly year: number; readonly onClose: () => void }) => {
  const { book, ask, company, today } = useCompany();
  const [, go] = useLocation();
  const [draft, setDraft] = useState(() => emptyLine(company.currency));
  const [plan, setPlan] = useState<{ readonly [month: string]: number | null }>({});
  const [refused, setRefused] = useState<string | null>(null);
  const months = monthsOfYear(company.fiscal, year).map((m) => ({ ...m, locked: isMonthLocked(book, m.id), ended: m.to <= today }));
  const open = (): void => {
    const id = newId('b');
    const planned = Object.entries(plan).flatMap(([month, minor]) => (minor === null ? [] : [{ month, minor }]));
    const answer = ask([{ type: 'budget/open', id, ...draft, takesSpend: draft.purpose !== null && draft.takesSpend, months: planned }]);
    if (!answer.ok) return setRefused(answer.words);
    onClose();
    go(`/plan/budget/${id}`);
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title="Open a budget line"
      onSubmit={open}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            submit
            forbid={draft.name.trim() === '' ? 'Give it a name' : !isCurrency(draft.currency) ? 'Give its currency in three letters' : null}
          >
            Open the line
          </Button>
        </>
      }
    >
      <LineFields draft={draft} onChange={setDraft} />
      {isCurrency(draft.currency) && <SpreadFields months={months} currency={draft.currency} value={plan} onChange={setPlan} />}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
