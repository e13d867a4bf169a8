import { useState } from 'react';
import type { PersonId } from '../../../kernel/ids.ts';
import type { NotDoingLine } from '../../../views/plan/not-doing.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';

/** Something that is not done, or the reason for a Won't; with who was told, where somebody was. */
export const LeaveOutDialog = ({
  period,
  about,
  onClose,
}: {
  readonly period: string;
  readonly about: NotDoingLine | null;
  readonly onClose: () => void;
}) => {
  const { book, ask } = useCompany();
  const [title, setTitle] = useState(about?.title ?? '');
  const [words, setWords] = useState('');
  const [person, setPerson] = useState<PersonId | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const missing = title.trim() === '' ? 'Say what is not done' : words.trim() === '' ? 'Say why, in a sentence' : null;
  const save = (): void => {
    const why = newId('n');
    const priority = about?.priority ?? null;
    const n = (book.blueprint.get(period)?.leftOut.at(-1)?.n ?? 0) + 1;
    const answer = ask(
      [
        { type: 'blueprint/leave-out', period, priority, title, why },
        ...(person ? [{ type: 'blueprint/tell' as const, period, priority, line: priority ? null : n, person }] : []),
      ],
      { notes: [{ id: why, text: words.trim() }] },
    );
    if (!answer.ok) return setRefused(answer.words);
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={about ? `Why not “${about.title}”?` : 'What is not done this quarter?'}
      onSubmit={() => !missing && save()}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={missing}>
            Put it on the list
          </Button>
        </>
      }
    >
      {!about && <TextField label="What?" value={title} onChange={setTitle} maxLength={200} autoFocus />}
      <WordsField label="Why" placeholder="Serves no outcome of this quarter." value={words} onChange={setWords} />
      <PersonField label="Who was told?" optional value={person} onChange={setPerson} />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
