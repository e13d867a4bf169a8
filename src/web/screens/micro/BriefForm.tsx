import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { missingIn } from '../market/campaign-plan.ts';
import { CampaignFields, type CampaignDraft } from '../market/CampaignFields.tsx';
import { missingInBrief, type BriefDraft } from './brief-draft.ts';
import { BeliefField, BriefFields } from './BriefFields.tsx';

type Props = {
  readonly title: string;
  /** What is said before the fields. */
  readonly lead?: ReactNode;
  readonly plan: CampaignDraft;
  readonly onPlan: (plan: CampaignDraft) => void;
  readonly brief: BriefDraft;
  readonly onBrief: (brief: BriefDraft) => void;
  /** Why it was not taken; null: nothing was refused. */
  readonly refused: string | null;
  readonly onWrite: () => void;
  readonly onClose: () => void;
  /** Further fields. */
  readonly children?: ReactNode;
};

/** A campaign and its brief to fill in, as a dialog. */
export const BriefForm = ({ title, lead, plan, onPlan, brief, onBrief, refused, onWrite, onClose, children }: Props) => {
  const { today } = useCompany();
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title={title}
      onSubmit={onWrite}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={missingIn(plan) ?? missingInBrief(brief, plan, today)}>
            Write the brief
          </Button>
        </>
      }
    >
      {lead}
      <BeliefField draft={brief} onChange={onBrief} />
      <CampaignFields draft={plan} onChange={onPlan} first={false} />
      <BriefFields draft={brief} onChange={onBrief} budgetMinor={plan.budgetMinor} />
      {children}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
