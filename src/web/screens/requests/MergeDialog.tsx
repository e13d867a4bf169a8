import { useState } from 'react';
import type { Request } from '../../../domain/intake/request.ts';
import type { RequestId } from '../../../kernel/ids.ts';
import { duplicatesOf, inboxRow, standsAs } from '../../../views/intake/inbox.ts';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { useLooking } from './use-looking.ts';

/** Joins a request with another that asks for the same; the likest are offered first. */
export const MergeDialog = ({ request: { id, ref }, onClose }: { readonly request: Request; readonly onClose: () => void }) => {
  const looking = useLooking();
  const { book } = looking;
  const twins = duplicatesOf(looking, id);
  const [into, setInto] = useState<RequestId | null>(twins[0]?.request.id ?? null);
  const others = [...book.request.values()].filter(
    (other) =>
      other.id !== id &&
      !twins.some((twin) => twin.request.id === other.id) &&
      !['merged', 'declined', 'withdrawn'].includes(other.standing.state),
  );
  const first = into && book.request.get(into);
  return (
    <DecideDialog
      title={`Join ${ref} with another request`}
      does={first ? `Join with ${first.ref}` : 'Join'}
      done={first ? `${ref} shares the place and dates of ${first.ref}.` : ''}
      lacks={into === null ? 'Choose the request it is joined with' : null}
      commands={(why) => (into === null ? [] : [{ type: 'request/merge', id, into, why }])}
      onClose={onClose}
    >
      {twins.length > 0 && (
        <ChoiceField
          label="Perhaps the same"
          value={into}
          onChange={setInto}
          options={twins.map((twin) => ({
            value: twin.request.id,
            text: `${twin.request.ref} ${twin.title}`,
            small: standsAs(looking, twin.request),
          }))}
        />
      )}
      <SelectField
        label={twins.length > 0 ? 'Or another' : 'Join with'}
        value={twins.some((twin) => twin.request.id === into) ? null : into}
        onChange={(value) => setInto(value as RequestId | null)}
        choices={others.map((other) => ({ value: other.id, label: `${other.ref} ${inboxRow(looking, other).title}` }))}
        placeholder="Choose a request"
      />
    </DecideDialog>
  );
};
