import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { useCompany } from '../../state/company.tsx';
import { changesOf, draftOf } from '../market/campaign-plan.ts';
import { briefDraft, briefed, NEW_BRIEF } from './brief-draft.ts';
import { BriefForm } from './BriefForm.tsx';

/** Writes the brief of a campaign that is planned already: the first makes a micro-campaign of it, a later one rewords it. */
export const RebriefDialog = ({ campaign, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) => {
  const { ask, noteOf } = useCompany();
  const [, go] = useLocation();
  const { id, micro } = campaign;
  const was = micro ? { id: micro.hypothesis, text: noteOf(micro.hypothesis) } : null;
  const [brief, setBrief] = useState(micro ? briefDraft(micro, was!.text) : NEW_BRIEF);
  const wasWhy = campaign.foundational ? noteOf(campaign.foundational) : '';
  const [terms, setTerms] = useState(draftOf(campaign, wasWhy));
  const [refused, setRefused] = useState<string | null>(null);
  const write = (): void => {
    const { command, notes } = briefed(id, brief, campaign.name, was);
    const changed = changesOf(campaign, terms, wasWhy);
    const answer = ask([...changed.commands, command], { notes: [...changed.notes, ...notes] });
    if (!answer.ok) return setRefused(answer.words);
    onClose();
    go(`/market/micro/${id}`);
  };
  return (
    <BriefForm
      title={micro ? `Reword the brief of “${campaign.name}”` : `Make “${campaign.name}” a micro-campaign`}
      lead={
        <p className="sm mut">
          {micro?.written?.proposed
            ? 'The criteria were put forward with what stands here: once it changes, they must be put forward again.'
            : 'All of it may change until two people have frozen what counts as success; then it stays as it stands.'}
        </p>
      }
      plan={terms}
      onPlan={setTerms}
      brief={brief}
      onBrief={setBrief}
      refused={refused}
      onWrite={write}
      onClose={onClose}
    />
  );
};
