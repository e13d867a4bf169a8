import { useState } from 'react';
import { addDays } from '../../../kernel/day.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';
import { CampaignFields, type CampaignDraft } from './CampaignFields.tsx';

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

/** Plans a campaign, with the key by which the data will know it. */
export const AddCampaign = ({ onClose }: { readonly onClose: () => void }) => {
  const { ask, today, me } = useCompany();
  const [draft, setDraft] = useState<CampaignDraft>({
    name: '',
    channel: '',
    from: today,
    to: addDays(today, 30),
    budgetMinor: null,
    item: null,
    why: '',
  });
  const [key, setKey] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const tracking = key ?? keyOf(draft.name);
  const add = (): void => {
    const { why, ...terms } = draft;
    const note = terms.item === null && why.trim() !== '' ? { id: newId('n'), text: why.trim() } : null;
    const answer = ask(
      [
        {
          type: 'campaign/plan',
          id: newId('c'),
          ...terms,
          key: tracking,
          aliases: [],
          foundational: note?.id ?? null,
          owner: me === 'p_operator' ? null : me,
        },
      ],
      { notes: note ? [note] : [] },
    );
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `“${draft.name.trim()}” is planned. Put ${tracking} into its links as utm_campaign.` });
    onClose();
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title="Plan a campaign"
      onSubmit={add}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            submit
            forbid={draft.name.trim() === '' ? 'Give it a name' : draft.channel.trim() === '' ? 'Name its channel' : null}
          >
            Plan it
          </Button>
        </>
      }
    >
      <CampaignFields draft={draft} onChange={setDraft} />
      <TextField
        label="Tracking key"
        hint="What stands in its links as utm_campaign. Other names can be added later."
        value={tracking}
        onChange={setKey}
        maxLength={120}
      />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
