import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { changesOf, draftOf, missingIn } from '../market/campaign-plan.ts';
import { CampaignFields } from '../market/CampaignFields.tsx';
import { briefDraft, briefed, missingInBrief, NEW_BRIEF } from './brief-draft.ts';
import { BeliefField, BriefFields } from './BriefFields.tsx';

/** Writes the brief of a campaign that is planned already: the first makes a micro-campaign of it, a later one rewords it. */
export const RebriefDialog = ({ campaign, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) => {
  const { ask, noteOf, today } = useCompany();
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
    <Dialog
      opened
      wide
      onClose={onClose}
      title={micro ? `Reword the brief of “${campaign.name}”` : `Make “${campaign.name}” a micro-campaign`}
      onSubmit={write}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={missingIn(terms) ?? missingInBrief(brief, terms, today)}>
            Write the brief
          </Button>
        </>
      }
    >
      <p className="sm mut">
        {micro?.written?.proposed
          ? 'The criteria were put forward with what stands here: once it changes, they must be put forward again.'
          : 'All of it may change until two people have frozen what counts as success; then it stays as it stands.'}
      </p>
      <BeliefField draft={brief} onChange={setBrief} />
      <CampaignFields draft={terms} onChange={setTerms} first={false} />
      <BriefFields draft={brief} onChange={setBrief} budgetMinor={terms.budgetMinor} />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
