import type { RequestCommand, Request } from '../../../domain/intake/request.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import { useCompany } from '../../state/company.tsx';
import { DecideDialog } from './DecideDialog.tsx';

type Act = 'decline' | 'return' | 'ask' | 'answer' | 'withdraw';
type Props = { readonly act: Act; readonly request: Request; readonly onClose: () => void };

/** Decisions that need nothing but words. */
export const ReasonDialog = ({ act, request: { id, ref, by }, onClose }: Props) => {
  const { nameOf } = useCompany();
  const look: {
    readonly [A in Act]: {
      title: string;
      does: string;
      done: string;
      label?: string;
      hint?: string;
      command: (note: NoteId) => RequestCommand;
    };
  } = {
    decline: {
      title: `Decline ${ref}?`,
      does: `Decline ${ref}`,
      done: `${ref} is declined.`,
      command: (why) => ({ type: 'request/decline', id, why }),
    },
    return: {
      title: `Bring ${ref} back to the inbox?`,
      does: 'Bring it back',
      done: `${ref} waits for a decision again.`,
      command: (why) => ({ type: 'request/return', id, why }),
    },
    ask: {
      title: `Ask ${nameOf(by)} about ${ref}`,
      does: 'Ask',
      done: 'Asked.',
      label: 'Your question',
      hint: 'It stands on the requester’s page until it is answered.',
      command: (question) => ({ type: 'request/ask', id, question }),
    },
    answer: {
      title: `Answer the question about ${ref}`,
      does: 'Answer',
      done: 'Answered.',
      label: 'The answer',
      hint: 'It is kept with the request.',
      command: (answer) => ({ type: 'request/answer', id, answer }),
    },
    withdraw: {
      title: `Withdraw ${ref}?`,
      does: `Withdraw ${ref}`,
      done: `${ref} is withdrawn.`,
      hint: 'It is kept with the request.',
      command: (why) => ({ type: 'request/withdraw', id, why }),
    },
  };
  const { command, ...words } = look[act];
  return <DecideDialog {...words} commands={(why) => [command(why)]} onClose={onClose} />;
};
