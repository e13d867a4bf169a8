import { useState } from 'react';
import { addDays } from '../../../kernel/day.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';
import { keyOf, missingIn, newCampaign, planned } from './campaign-plan.ts';
import { CampaignFields } from './CampaignFields.tsx';

/** Plans a campaign, with the key by which the data will know it. */
export const AddCampaign = ({ onClose }: { readonly onClose: () => void }) => {
  const { ask, today, me } = useCompany();
  const [draft, setDraft] = useState(newCampaign(today, addDays(today, 30), me));
  const [key, setKey] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const tracking = key ?? keyOf(draft.name);
  const add = (): void => {
    const { command, notes } = planned(newId('c'), draft, tracking);
    const answer = ask([command], { notes });
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
          <Button kind="primary" submit forbid={missingIn(draft)}>
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
