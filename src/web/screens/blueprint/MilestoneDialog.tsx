import { useState } from 'react';
import type { Command } from '../../../domain/book.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import { dayWords } from '../../../views/words/format.ts';

/** One milestone: what can be seen by when, and whether it was reached. In an agreed Blueprint only the latter changes. */
export const MilestoneDialog = ({
  id,
  agreed,
  onClose,
}: {
  readonly id: string;
  readonly agreed: boolean;
  readonly onClose: () => void;
}) => {
  const { book, today, may, ask } = useCompany();
  const m = book.milestone.get(id as `m_${string}`);
  const [title, setTitle] = useState(m?.title ?? '');
  const [day, setDay] = useState(m?.day ?? today);
  const [reached, setReached] = useState(m?.reached ?? null);
  const [refused, setRefused] = useState<string | null>(null);
  if (!m) return null;
  const plans = may('milestone/reach');
  const save = (commands: readonly Command[], text: string): void => {
    const answer = commands.length > 0 ? ask(commands) : null;
    if (answer && !answer.ok) return setRefused(answer.words);
    if (commands.length > 0) say({ kind: 'done', text });
    onClose();
  };
  const changed: Command[] = [
    ...(!agreed && title.trim() !== m.title ? [{ type: 'milestone/reword' as const, id: m.id, title }] : []),
    ...(!agreed && day !== m.day ? [{ type: 'milestone/move' as const, id: m.id, day }] : []),
    ...(reached !== m.reached
      ? [reached ? { type: 'milestone/reach' as const, id: m.id, on: reached } : { type: 'milestone/reopen' as const, id: m.id }]
      : []),
  ];
  return (
    <Dialog
      opened
      onClose={onClose}
      title={m.title}
      onSubmit={() => plans && save(changed, 'The milestone is kept.')}
      foot={
        <>
          {!agreed && plans && (
            <Button kind="quiet" onPress={() => save([{ type: 'milestone/remove', id: m.id }], 'The milestone is removed.')}>
              Remove
            </Button>
          )}
          <Button onPress={onClose}>Close</Button>
          {plans && (
            <Button
              kind="primary"
              submit
              forbid={changed.length === 0 ? 'Nothing has changed' : title.trim() === '' ? 'Give it a title' : null}
            >
              Keep it
            </Button>
          )}
        </>
      }
    >
      {agreed || !plans ? (
        <p>
          Planned for {dayWords(m.day, today)}, in “{book.priority.get(m.priority)?.title}”.
          {agreed && ' The Blueprint is agreed, so its day moves by a change only.'}
        </p>
      ) : (
        <>
          <TextField label="What can be seen then?" value={title} onChange={setTitle} maxLength={80} autoFocus />
          <DateField label="By" value={day} onChange={(d) => d && setDay(d)} />
        </>
      )}
      {plans ? (
        <>
          <CheckField checked={reached !== null} onChange={(yes) => setReached(yes ? today : null)}>
            It was reached
          </CheckField>
          {reached !== null && <DateField label="On" value={reached} onChange={(d) => d && setReached(d)} latest={today} />}
        </>
      ) : (
        m.reached && <p>Reached on {dayWords(m.reached, today)}.</p>
      )}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
