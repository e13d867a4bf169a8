import { useState, type ReactNode } from 'react';
import type { NoteId } from '../../kernel/ids.ts';
import { newId } from '../state/ids.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { WordsField } from './fields/WordsField.tsx';
import { Note } from './Note.tsx';

type Props = {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** What the button does: "Drop W-12". */
  readonly does: string;
  /** What the words are: "Why" unless said. */
  readonly label?: string;
  readonly onClose: () => void;
  /** Is given the note's id and its words; answers with a refusal in words, or null when it is done. */
  readonly onWhy: (why: NoteId, note: { readonly id: NoteId; readonly text: string }) => string | null;
};

/** Something that needs a reason in words, kept with the decision. */
export const WhyDialog = ({ title, children, does, label = 'Why', onClose, onWhy }: Props) => {
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const go = (): void => {
    const id = newId('n');
    const no = onWhy(id, { id, text: words.trim() });
    if (no === null) onClose();
    else setRefused(no);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      onSubmit={() => words.trim() !== '' && go()}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={words.trim() === '' ? 'Say why, in a sentence' : null}>
            {does}
          </Button>
        </>
      }
    >
      {children}
      <WordsField label={label} value={words} onChange={setWords} autoFocus />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
