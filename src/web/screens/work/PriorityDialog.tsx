import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { quarterWords } from '../../../views/words/format.ts';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';
import { emptyPriority, PriorityFields } from './PriorityFields.tsx';
import { Note } from '../../components/Note.tsx';
import { useState } from 'react';

/** Plans a priority for a quarter. */
export const PriorityDialog = ({ period, onClose }: { readonly period: string; readonly onClose: () => void }) => {
  const { ask, company } = useCompany();
  const [draft, setDraft] = useState(() => emptyPriority(company.fiscal, period));
  const [refused, setRefused] = useState<string | null>(null);
  const add = (): void => {
    const answer = ask([{ type: 'priority/plan', id: newId('r'), period, ...draft, effortDays: draft.effortDays ?? 0 }]);
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `“${draft.title.trim()}” is planned for ${quarterWords(period)}.` });
    onClose();
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title={`Plan a priority for ${quarterWords(period)}`}
      onSubmit={add}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            submit
            forbid={draft.title.trim() === '' ? 'Give it a title' : draft.effortDays === null ? 'Say how many days it takes' : null}
          >
            Plan it
          </Button>
        </>
      }
    >
      <PriorityFields draft={draft} onChange={setDraft} />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
