import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import type { PersonId, PriorityId } from '../../../kernel/ids.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';
import { PriorityField } from './PriorityField.tsx';

/** Asks for a work item: what it serves before what it is, and who asked for it in which words. */
export const AddItem = ({ priority: given, onClose }: { readonly priority: PriorityId | null; readonly onClose: () => void }) => {
  const { ask, today } = useCompany();
  const [priority, setPriority] = useState<PriorityId | null>(given);
  const [title, setTitle] = useState('');
  const [size, setSize] = useState<number | null>(null);
  const [owner, setOwner] = useState<PersonId | null>(null);
  const [by, setBy] = useState<PersonId | null>(null);
  const [on, setOn] = useState<Day | null>(today);
  const [words, setWords] = useState('');
  const [why, setWhy] = useState('');
  const [refused, setRefused] = useState<string | null>(null);

  const add = (): void => {
    const wordsId = newId('n');
    const whyId = newId('n');
    const request = by && on && words.trim() !== '' ? { by, on, words: wordsId } : null;
    const foundational = priority === null && why.trim() !== '' ? whyId : null;
    const answer = ask([{ type: 'item/add', id: newId('w'), title, priority, owner, sizeDays: size, request, foundational, on: today }], {
      notes: [...(request ? [{ id: wordsId, text: words.trim() }] : []), ...(foundational ? [{ id: whyId, text: why.trim() }] : [])],
    });
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `“${title.trim()}” stands at the end of the Backlog.` });
    onClose();
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title="Add a work item"
      onSubmit={add}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={title.trim() === '' ? 'Give it a title' : null}>
            Add item
          </Button>
        </>
      }
    >
      <PriorityField
        label="Serves the priority"
        hint="Through it the item serves an outcome. Without one it is an orphan, unless it is foundational."
        value={priority}
        onChange={setPriority}
      />
      <TextField label="Title" value={title} onChange={setTitle} maxLength={200} autoFocus />
      {priority === null && (
        <WordsField
          label="Foundational because"
          optional
          hint="How it helps later: a CRM migration, a clean list."
          value={why}
          onChange={setWhy}
        />
      )}
      <NumberField label="Size" optional unit="days" value={size} onChange={setSize} />
      <PersonField label="Owner" optional value={owner} onChange={setOwner} />
      <PersonField label="Asked for by" optional value={by} onChange={setBy} />
      {by && (
        <>
          <WordsField label="In their words" value={words} onChange={setWords} placeholder="The result wanted, as it was said" />
          <DateField label="Asked on" value={on} onChange={setOn} latest={today} />
        </>
      )}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
