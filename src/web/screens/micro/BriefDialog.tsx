import { useState } from 'react';
import { useLocation } from 'wouter';
import { addDays } from '../../../kernel/day.ts';
import { TextField } from '../../components/fields/TextField.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { keyOf, newCampaign, planned } from '../market/campaign-plan.ts';
import { briefed, NEW_BRIEF } from './brief-draft.ts';
import { BriefForm } from './BriefForm.tsx';

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
    <BriefForm
      title="Brief a micro-campaign"
      plan={draft}
      onPlan={setDraft}
      brief={brief}
      onBrief={setBrief}
      refused={refused}
      onWrite={add}
      onClose={onClose}
    >
      <TextField label="Tracking key" hint="What stands in its links as utm_campaign." value={tracking} onChange={setKey} maxLength={120} />
    </BriefForm>
  );
};
