import { useState, type ReactNode } from 'react';
import type { Command } from '../../../domain/book.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useRule } from '../../state/rule.ts';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';

type Props = {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly label?: string;
  readonly hint?: string;
  /** What the button does: "Decline R-131". */
  readonly does: string;
  readonly done: string;
  /** What is decided with this reason; nothing where something is still missing, which `lacks` names. */
  readonly commands: (why: NoteId) => readonly Command[];
  readonly lacks?: string | null;
  readonly onClose: () => void;
};

/** A decision about a request, with the words its requester will read. */
export const DecideDialog = ({
  title,
  children,
  label = 'Why',
  hint = 'The requester reads this.',
  does,
  done,
  commands,
  lacks = null,
  onClose,
}: Props) => {
  const { ask } = useCompany();
  const [words, setWords] = useState('');
  const [why] = useState(() => newId('n'));
  const [refused, setRefused] = useState<string | null>(null);
  const rule = useRule(lacks === null ? commands(why) : []);
  const forbid = lacks ?? (words.trim() === '' ? 'Say why, in a sentence' : rule);
  const go = (): void => {
    if (forbid !== null) return;
    const answer = ask(commands(why), { notes: [{ id: why, text: words.trim() }] });
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: done });
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      onSubmit={go}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={forbid}>
            {does}
          </Button>
        </>
      }
    >
      {children}
      <WordsField label={label} hint={hint} value={words} onChange={setWords} maxLength={2000} autoFocus />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
