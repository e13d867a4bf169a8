import { useState } from 'react';
import type { Request } from '../../../domain/intake/request.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import { dayLong } from '../../../views/words/format.ts';
import { DateField } from '../../components/fields/DateField.tsx';
import { useCompany } from '../../state/company.tsx';
import { DecideDialog } from './DecideDialog.tsx';

/** Puts a request off until a day, on which it comes back by itself. */
export const DeferDialog = ({ request: { id, ref }, onClose }: { readonly request: Request; readonly onClose: () => void }) => {
  const { today } = useCompany();
  const [until, setUntil] = useState<Day | null>(addDays(today, 28));
  return (
    <DecideDialog
      title={`Defer ${ref}`}
      does={`Defer ${ref}`}
      done={until ? `${ref} comes back on ${dayLong(until, today)}.` : ''}
      lacks={until === null ? 'Say until when' : null}
      commands={(why) => (until === null ? [] : [{ type: 'request/defer', id, until, why }])}
      onClose={onClose}
    >
      <DateField
        label="Until"
        hint="On this day it waits in Decisions again, by itself."
        value={until}
        onChange={setUntil}
        earliest={addDays(today, 1)}
      />
    </DecideDialog>
  );
};
