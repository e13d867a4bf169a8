import { Autocomplete } from '@mantine/core';
import type { Day } from '../../../kernel/day.ts';
import type { ItemId, PersonId } from '../../../kernel/ids.ts';
import { DateField } from '../../components/fields/DateField.tsx';
import { Field } from '../../components/fields/Field.tsx';
import { MoneyField } from '../../components/fields/MoneyField.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';

export type CampaignDraft = {
  readonly name: string;
  readonly channel: string;
  readonly from: Day;
  readonly to: Day;
  readonly budgetMinor: number | null;
  readonly item: ItemId | null;
  readonly owner: PersonId | null;
  /** Why it needs no work item; empty where it has one. */
  readonly why: string;
};

/** What a campaign is made of, its names left out. */
export const CampaignFields = ({
  draft,
  onChange,
  frozen = false,
  first = true,
}: {
  readonly draft: CampaignDraft;
  readonly onChange: (draft: CampaignDraft) => void;
  /** Its criteria are frozen, and with them its name, channel, dates and budget. */
  readonly frozen?: boolean;
  /** It stands first where it is asked, so its name has the focus. */
  readonly first?: boolean;
}) => {
  const { book } = useCompany();
  const set = (change: Partial<CampaignDraft>): void => onChange({ ...draft, ...change });
  const items = [...book.item.values()]
    .filter((i) => !i.retired || i.id === draft.item)
    .map((i) => ({ value: i.id, label: `${i.ref} ${i.title}` }));
  return (
    <>
      {frozen ? (
        <Note>Its criteria are frozen, and with them its name, channel, dates and budget: a new campaign may have others.</Note>
      ) : (
        <Terms draft={draft} set={set} first={first} />
      )}
      <SelectField
        label="Work item"
        hint="Who asked for it, and what it serves, comes from there."
        value={draft.item}
        onChange={(item) => set({ item: item as ItemId | null })}
        choices={items}
        placeholder="No work item"
        clearable
      />
      {draft.item === null && (
        <WordsField
          label="Foundational because"
          optional
          hint="Without a work item or a reason it stands as a break in the thread."
          value={draft.why}
          onChange={(why) => set({ why })}
        />
      )}
      <PersonField
        label="Owner"
        hint="Who answers for it; may be handed over at any time."
        value={draft.owner}
        onChange={(owner) => set({ owner })}
        clearable={false}
      />
    </>
  );
};

type TermsProps = { readonly draft: CampaignDraft; readonly set: (change: Partial<CampaignDraft>) => void; readonly first: boolean };

/** What its criteria are frozen with. */
const Terms = ({ draft, set, first }: TermsProps) => {
  const { book, company } = useCompany();
  const channels = [...new Set([...book.campaign.values()].map((c) => c.channel))].toSorted();
  return (
    <>
      <TextField label="Name" value={draft.name} onChange={(name) => set({ name })} maxLength={200} autoFocus={first} />
      <Field label="Channel">
        {(wired) => (
          <Autocomplete
            {...wired}
            data={channels}
            value={draft.channel}
            onChange={(channel) => set({ channel })}
            comboboxProps={{ zIndex: 400 }}
          />
        )}
      </Field>
      <DateField label="From" value={draft.from} onChange={(from) => from && set({ from })} />
      <DateField label="To" value={draft.to} onChange={(to) => to && set({ to })} />
      <MoneyField
        label="Budget"
        optional
        currency={company.currency}
        value={draft.budgetMinor}
        onChange={(budgetMinor) => set({ budgetMinor })}
      />
    </>
  );
};
