import { useState } from 'react';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { Measure } from '../../../domain/campaign/criteria.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { CountedField } from './CountedField.tsx';
import { KINDS } from './counted-words.ts';
import { asMoney, asPercent, criteriaOf, draftOf, missingIn } from './criteria-draft.ts';
import { GuardFields } from './GuardFields.tsx';
import { SampleSizeHelp } from './SampleSizeHelp.tsx';

/** Writes the success criteria: what is measured, from where it is scaled and aborted, how much is needed, how often we may be wrong. */
export const CriteriaDialog = ({ campaign, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) => {
  const { ask, company } = useCompany();
  const micro = campaign.micro!;
  const [draft, setDraft] = useState(() => draftOf(micro.written?.criteria ?? null, campaign.from, company.currency));
  const [refused, setRefused] = useState<string | null>(null);
  const set = (change: Partial<typeof draft>): void => setDraft({ ...draft, ...change });
  const missing = missingIn(draft);
  const criteria = missing === null ? criteriaOf(draft, company.currency) : null;
  // Half-written guardrails are no reason to be silent about how many cases it takes.
  const sized = criteriaOf({ ...draft, guards: [] }, company.currency);
  const unit = asPercent(draft) ? '%' : asMoney(draft) ? (company.currency ?? undefined) : undefined;
  const several = micro.variants.length > 1;
  const write = (): void => {
    if (!criteria) return;
    const answer = ask([{ type: 'campaign/write-criteria', id: campaign.id, criteria }]);
    if (answer.ok) onClose();
    else setRefused(answer.words);
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title={`Success criteria of “${campaign.name}”`}
      onSubmit={write}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={missing}>
            Write them down
          </Button>
        </>
      }
    >
      <p className="sm mut">They are a draft until a second person freezes them. After the start nothing changes them.</p>
      <Columns>
        <SelectField
          label="Measure"
          value={draft.kind}
          onChange={(kind) => kind && set({ kind: kind as Measure['kind'] })}
          choices={KINDS}
        />
        <SelectField
          label="Better is"
          value={draft.better}
          onChange={(better) => better && set({ better: better as Measure['better'] })}
          choices={[
            { value: 'more', label: 'more of it' },
            { value: 'less', label: 'less of it' },
          ]}
        />
      </Columns>
      <CountedField label="What counts" value={draft.of} onChange={(of) => set({ of })} />
      <CountedField label="Out of" value={draft.outOf} onChange={(outOf) => set({ outOf })} />
      {several && (
        <CheckField checked={draft.relative} onChange={(relative) => set({ relative })}>
          Thresholds are differences to “{micro.variants[0]!.name}”
        </CheckField>
      )}
      <Columns>
        <NumberField
          label={draft.better === 'more' ? 'Scale above' : 'Scale below'}
          value={draft.scale}
          onChange={(scale) => set({ scale })}
          {...(unit && { unit })}
        />
        <NumberField
          label={draft.better === 'more' ? 'Abort below' : 'Abort above'}
          value={draft.abort}
          onChange={(abort) => set({ abort })}
          {...(unit && { unit })}
        />
      </Columns>
      <Columns>
        <NumberField
          label="At least"
          hint={several ? 'Cases of each variant before anything is said.' : 'Cases before anything is said.'}
          value={draft.minimum}
          onChange={(minimum) => set({ minimum })}
          unit="cases"
        />
        <DateField
          label="Deadline"
          value={draft.deadline}
          earliest={campaign.from}
          onChange={(deadline) => deadline && set({ deadline })}
        />
      </Columns>
      <NumberField
        label="We accept to be wrong"
        hint="For scale and for abort, each, however often somebody looks."
        value={draft.error}
        onChange={(error) => set({ error })}
        unit="% of the time"
      />
      {sized && (
        <SampleSizeHelp
          criteria={sized}
          variants={micro.variants.length}
          segment={micro.segment}
          channel={campaign.channel}
          from={campaign.from}
        />
      )}
      <GuardFields guards={draft.guards} outOf={draft.outOf} variants={micro.variants.length} onChange={(guards) => set({ guards })} />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
