import type { Purpose } from '../../../domain/capacity/line.ts';
import { quarterWords } from '../../../views/words/format.ts';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useCompany } from '../../state/company.tsx';
import type { LineDraft } from './line-draft.ts';

type Props = {
  readonly draft: LineDraft;
  readonly onChange: (draft: LineDraft) => void;
  /** The currency of a line stays. */ readonly fixed?: boolean;
};

/** Name, currency, purpose and owner of a budget line. */
export const LineFields = ({ draft, onChange, fixed }: Props) => {
  const { book } = useCompany();
  const set = (change: Partial<LineDraft>): void => onChange({ ...draft, ...change });
  const purposes = [
    ...[...book.priority.values()]
      .filter((p) => !p.retired || p.id === draft.purpose?.id)
      .toReversed()
      .map((p) => ({ value: `priority ${p.id}`, label: `${p.title} (${quarterWords(p.period)})` })),
    ...[...book.campaign.values()]
      .filter((c) => !c.retired || c.id === draft.purpose?.id)
      .toReversed()
      .map((c) => ({ value: `campaign ${c.id}`, label: `Campaign: ${c.name}` })),
  ];
  return (
    <>
      <TextField label="Name" hint="What the money buys." value={draft.name} onChange={(name) => set({ name })} maxLength={120} autoFocus />
      {!fixed && (
        <TextField
          label="Currency"
          hint="Three letters. It stays: plan and invoices of this line are kept in it."
          value={draft.currency}
          onChange={(currency) => set({ currency: currency.toUpperCase() })}
          maxLength={3}
        />
      )}
      <SelectField
        label="For the priority or campaign"
        optional
        clearable
        value={draft.purpose === null ? null : `${draft.purpose.kind} ${draft.purpose.id}`}
        onChange={(value) => set({ purpose: purposeOf(value) })}
        choices={purposes}
        placeholder="None"
      />
      {draft.purpose !== null && (
        <CheckField checked={draft.takesSpend} onChange={(takesSpend) => set({ takesSpend })}>
          Count the imported spend of its campaigns as spent on this line
        </CheckField>
      )}
      <PersonField label="Owner" optional value={draft.owner} onChange={(owner) => set({ owner })} />
    </>
  );
};

const purposeOf = (value: string | null): Purpose | null => {
  const [kind, id] = (value ?? '').split(' ');
  if (kind === 'priority') return { kind, id: id as `r_${string}` };
  return kind === 'campaign' ? { kind, id: id as `c_${string}` } : null;
};
