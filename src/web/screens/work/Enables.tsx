import { useState } from 'react';
import { MultiSelect } from '@mantine/core';
import type { Item } from '../../../domain/backlog/item.ts';
import type { OutcomeId, PriorityId } from '../../../kernel/ids.ts';
import { list } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/fields/Field.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';

/** Whom foundational work helps later. */
export const Enables = ({ item }: { readonly item: Item }) => {
  const { book, may } = useCompany();
  const [asking, setAsking] = useState(false);
  if (!item.foundational) return null;
  const names = [
    ...item.enables.outcomes.map((id) => book.outcome.get(id)?.name ?? id),
    ...item.enables.priorities.map((id) => book.priority.get(id)?.title ?? id),
  ];
  return (
    <p className="sm mut">
      {names.length > 0 ? `Enables ${list(names)}.` : 'Nobody has said yet whom it enables.'}{' '}
      {may('item/enable') && !item.retired && (
        <button type="button" className="lnk" onClick={() => setAsking(true)}>
          {names.length > 0 ? 'Change' : 'Say whom'}
        </button>
      )}
      {asking && <EnablesDialog item={item} onClose={() => setAsking(false)} />}
    </p>
  );
};

const EnablesDialog = ({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) => {
  const { book, ask } = useCompany();
  const [outcomes, setOutcomes] = useState<readonly string[]>(item.enables.outcomes);
  const [priorities, setPriorities] = useState<readonly string[]>(item.enables.priorities);
  const [refused, setRefused] = useState<string | null>(null);
  const save = (): void => {
    const answer = ask([
      { type: 'item/enable', id: item.id, outcomes: outcomes as readonly OutcomeId[], priorities: priorities as readonly PriorityId[] },
    ]);
    if (answer.ok) onClose();
    else setRefused(answer.words);
  };
  const fields = [
    {
      label: 'Outcomes',
      value: outcomes,
      set: setOutcomes,
      all: [...book.outcome.values()].filter((o) => !o.retired).map((o) => ({ value: o.id, label: o.name })),
    },
    {
      label: 'Priorities',
      value: priorities,
      set: setPriorities,
      all: [...book.priority.values()].filter((p) => !p.retired).map((p) => ({ value: p.id, label: p.title })),
    },
  ];
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Whom does ${item.ref} enable?`}
      onSubmit={save}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Keep it
          </Button>
        </>
      }
    >
      {fields.map(({ label, value, set, all }) => (
        <Field key={label} label={label}>
          {(wired) => (
            <MultiSelect
              {...wired}
              data={all}
              value={[...value]}
              onChange={set}
              searchable
              nothingFoundMessage="Nothing like that"
              comboboxProps={{ zIndex: 400 }}
            />
          )}
        </Field>
      ))}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
