import { useState } from 'react';
import { openWorkOf } from '../../../domain/agreements/verdict-acts.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import { abortFrees, wouldFree } from '../../../views/market/ending-words.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';
import css from './AbortDialog.module.css';

/** Ends the campaign: its money goes back to the line, its people become free, what is not needed any more is dropped. */
export const AbortDialog = ({ campaign, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) => {
  const { book, ask } = useCompany();
  const work = openWorkOf(book, campaign.id);
  const [drop, setDrop] = useState<readonly ItemId[]>(work.map(({ id }) => id));
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const go = (): void => {
    const why = newId('n');
    const free = wouldFree(book, campaign);
    const answer = ask([{ type: 'verdict/abort', id: campaign.id, drop, why, log: newId('l') }], {
      notes: [{ id: why, text: words.trim() }],
    });
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `“${campaign.name}” is aborted; ${free}.` });
    onClose();
  };
  const forbid = words.trim() === '' ? 'Say why, in a sentence' : null;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Abort “${campaign.name}”`}
      onSubmit={() => forbid === null && go()}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="grave" submit forbid={forbid}>
            Abort it
          </Button>
        </>
      }
    >
      <div className={css.frees}>
        {abortFrees(book, campaign).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {work.length > 0 && <p className="sm mut">Open work that is not dropped goes back into the Backlog.</p>}
      {work.map(({ id, ref, title }) => (
        <CheckField key={id} checked={drop.includes(id)} onChange={(on) => setDrop(on ? [...drop, id] : drop.filter((one) => one !== id))}>
          Drop {ref} {title}
        </CheckField>
      ))}
      <WordsField label="Why" value={words} onChange={setWords} autoFocus />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
