import { useState } from 'react';
import { useLocation } from 'wouter';
import { addDays } from '../../../kernel/day.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { keyOf, missingIn, newCampaign, planned } from '../market/campaign-plan.ts';
import { CampaignFields } from '../market/CampaignFields.tsx';
import { briefed, missingInBrief, NEW_BRIEF } from './brief-draft.ts';
import { BeliefField, BriefFields } from './BriefFields.tsx';

/** Plans a campaign with its brief, in one batch. */
export const BriefDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { ask, me, today } = useCompany();
  const [, go] = useLocation();
  const [draft, setDraft] = useState(newCampaign(addDays(today, 7), addDays(today, 35), me));
  const [brief, setBrief] = useState(NEW_BRIEF);
  const [key, setKey] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const tracking = key ?? keyOf(draft.name);
  const add = (): void => {
    const id = newId('c');
    const [plan, said] = [planned(id, draft, tracking), briefed(id, brief, draft.name)];
    const answer = ask([plan.command, said.command], { notes: [...said.notes, ...plan.notes] });
    if (!answer.ok) return setRefused(answer.words);
    go(`/market/micro/${id}`);
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title="Brief a micro-campaign"
      onSubmit={add}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={missingIn(draft) ?? missingInBrief(brief, draft, today)}>
            Write the brief
          </Button>
        </>
      }
    >
      <BeliefField draft={brief} onChange={setBrief} />
      <CampaignFields draft={draft} onChange={setDraft} first={false} />
      <BriefFields draft={brief} onChange={setBrief} budgetMinor={draft.budgetMinor} />
      <TextField label="Tracking key" hint="What stands in its links as utm_campaign." value={tracking} onChange={setKey} maxLength={120} />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
