import type { Request } from '../../../domain/intake/request.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { DeferDialog } from './DeferDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import type { Triage } from './triage.ts';

type Props = { readonly act: Triage; readonly request: Request; readonly onClose: () => void };

/** The dialog of one decision about a request; each asks for the reason that the requester will read. */
export const TriageDialog = ({ act, request, onClose }: Props) => {
  switch (act) {
    case 'accept':
      return <AcceptDialog request={request} onClose={onClose} />;
    case 'merge':
      return <MergeDialog request={request} onClose={onClose} />;
    case 'defer':
      return <DeferDialog request={request} onClose={onClose} />;
    case 'place':
      return <PlaceDialog request={request} onClose={onClose} />;
    case 'decline':
    case 'return':
    case 'ask':
    case 'answer':
    case 'withdraw':
      return <ReasonDialog act={act} request={request} onClose={onClose} />;
  }
};
