import { useState } from 'react';
import { acceptedAsNew, acceptedInto } from '../../../domain/backlog/accepting.ts';
import type { Request } from '../../../domain/intake/request.ts';
import type { ItemId, PriorityId } from '../../../kernel/ids.ts';
import { requestTitle } from '../../../views/intake/title.ts';
import { orderOf } from '../../../views/work/backlog.ts';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Segments } from '../../components/Segments.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { PriorityField } from '../work/PriorityField.tsx';
import { DecideDialog } from './DecideDialog.tsx';

/** Accepts a request as new work, or as work that stands in the Backlog already. */
export const AcceptDialog = ({ request, onClose }: { readonly request: Request; readonly onClose: () => void }) => {
  const { book, noteOf, today } = useCompany();
  const words = noteOf(request.result) !== '';
  const [as, setAs] = useState<'new' | 'known'>('new');
  const [id] = useState(() => newId('w'));
  const [title, setTitle] = useState(requestTitle(request, noteOf) ?? '');
  const [priority, setPriority] = useState<PriorityId | null>(null);
  const [sizeDays, setSize] = useState<number | null>(null);
  const [known, setKnown] = useState<ItemId | null>(null);
  const item = known && book.item.get(known);
  const lacks = as === 'new' ? (title.trim() === '' ? 'Give the work a title' : null) : item ? null : 'Choose the work it becomes part of';
  return (
    <DecideDialog
      title={`Accept ${request.ref}`}
      does={`Accept ${request.ref}`}
      done={as === 'new' ? `${request.ref} stands at the end of the Backlog.` : `${request.ref} is part of ${item?.ref}.`}
      lacks={lacks}
      commands={(why) => {
        if (lacks !== null) return [];
        const accepting = { request, why, words };
        return item && as === 'known'
          ? acceptedInto(accepting, item)
          : acceptedAsNew(accepting, { id, title: title.trim(), priority, sizeDays, on: today });
      }}
      onClose={onClose}
    >
      <Segments
        label="As"
        value={as}
        choices={[
          { value: 'new', text: 'New work' },
          { value: 'known', text: 'Part of work that stands' },
        ]}
        onChoose={setAs}
      />
      {as === 'new' ? (
        <>
          <TextField
            label="Title of the work"
            hint="What will be made; the result wanted stays with the request."
            value={title}
            onChange={setTitle}
            maxLength={200}
          />
          <PriorityField label="Serves the priority" optional value={priority} onChange={setPriority} />
          <NumberField label="Size" optional unit="days" value={sizeDays} onChange={setSize} />
        </>
      ) : (
        <SelectField
          label="Work item"
          value={known}
          onChange={(value) => setKnown(value as ItemId | null)}
          choices={orderOf(book).map((value) => ({ value, label: `${book.item.get(value)!.ref} ${book.item.get(value)!.title}` }))}
          placeholder="Choose a work item"
        />
      )}
    </DecideDialog>
  );
};
