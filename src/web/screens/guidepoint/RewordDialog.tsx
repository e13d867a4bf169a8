import { useState } from 'react';
import { current, type Guidepoint } from '../../../domain/guidepoint/guidepoint.ts';
import { inWords, quarterWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import type { Draft } from './wording.ts';
import { WordingFields } from './WordingFields.tsx';

/** A new wording of what is put forward: signatures begin anew. */
export const RewordDialog = ({ guidepoint, onClose }: { readonly guidepoint: Guidepoint; readonly onClose: () => void }) => {
  const { ask } = useCompany();
  const v = current(guidepoint);
  const [draft, setDraft] = useState<Draft>({ statement: v.statement, outcomes: v.outcomes.map((o) => o.outcome), seats: v.seats });
  const [refused, setRefused] = useState<string | null>(null);
  const command = { type: 'guidepoint/reword', period: guidepoint.period, version: v.n, ...draft } as const;
  const rule = useRule([command]);
  const signed = Object.keys(v.signatures).length;
  const reword = (): void => {
    const answer = ask([command]);
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `Version ${v.n + 1} is put forward.` });
    onClose();
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title={`Reword the Guidepoint for ${quarterWords(guidepoint.period)}`}
      onSubmit={() => !rule && reword()}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={rule}>
            Put forward version {v.n + 1}
          </Button>
        </>
      }
    >
      <WordingFields draft={draft} onChange={setDraft} />
      {signed > 0 && (
        <Note kind="risk">
          {signed === 1 ? 'One signature' : `${inWords(signed)} signatures`} under version {v.n} {signed === 1 ? 'stays' : 'stay'} on record
          and no longer {signed === 1 ? 'counts' : 'count'}.
        </Note>
      )}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
