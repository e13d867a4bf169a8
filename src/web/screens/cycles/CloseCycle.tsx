import { useState } from 'react';
import type { Cycle } from '../../../domain/backlog/cycle.ts';
import type { CycleId } from '../../../kernel/ids.ts';
import { dayWords, plural } from '../../../views/words/format.ts';
import type { CycleRow } from '../../../views/work/cycles.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';

type Props = { readonly row: CycleRow; readonly into: readonly Cycle[]; readonly onClose: () => void };

/** Closes a cycle: what is done is said, and where the rest goes is asked. */
export const CloseCycle = ({ row, into, onClose }: Props) => {
  const { ask, today } = useCompany();
  const [to, setTo] = useState<CycleId | 'backlog'>(into[0]?.id ?? 'backlog');
  const [refused, setRefused] = useState<string | null>(null);
  const { done, open, cycle } = row;
  const close = (): void => {
    const answer = ask([{ type: 'cycle/close', id: cycle.id, on: today, into: to === 'backlog' ? null : to }]);
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `The cycle is closed: ${plural(done.length, 'item')} done.` });
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Close this cycle?"
      onSubmit={close}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Close with {done.length} of {done.length + open.length} done
          </Button>
        </>
      }
    >
      <p>
        {plural(done.length, 'item')} {done.length === 1 ? 'is' : 'are'} done.{' '}
        {open.length === 0
          ? 'Nothing is left.'
          : `${plural(open.length, 'item')} ${open.length === 1 ? 'is' : 'are'} not; where do they go?`}
      </p>
      {open.length > 0 && (
        <ChoiceField
          label="The rest"
          value={to}
          onChange={setTo}
          options={[
            ...into.map((c) => ({
              value: c.id as CycleId | 'backlog',
              text: `Into the cycle ${dayWords(c.from, today)} to ${dayWords(c.to, today)}`,
            })),
            { value: 'backlog' as const, text: 'Back to the Backlog', small: 'They keep their place there.' },
          ]}
        />
      )}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
