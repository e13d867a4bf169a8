import { useState } from 'react';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { Arm } from '../../../domain/campaign/criteria.ts';
import { standingLooks } from '../../../domain/campaign/micro.ts';
import { dayWords, moneyFull } from '../../../views/words/format.ts';
import { measureWords } from '../../../views/words/criteria.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { MoneyField } from '../../components/fields/MoneyField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { ArmFields } from './ArmFields.tsx';
import { armOf, lookDraft, type ArmDraft } from './look-draft.ts';

/** Tells what was seen up to a day: sums, never what came since the last look. */
export const LookDialog = ({ campaign, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) => {
  const { ask, company, today } = useCompany();
  const micro = campaign.micro!;
  const { measure, guardrails } = micro.written!.criteria;
  const [draft, setDraft] = useState(() => lookDraft(micro));
  const [on, setOn] = useState(today);
  const [spent, setSpent] = useState<number | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const last = standingLooks(micro).at(-1);
  const arms = draft.arms.map((arm) => armOf(measure.kind, arm));
  const guards = draft.guards.map((of, n) => of.map((arm) => armOf(guardrails[n]!.measure.kind, arm)));
  const whole = [...arms, ...guards.flat()].every((arm) => arm !== null);
  const nameOf = (n: number): string | null => (micro.variants.length > 1 ? micro.variants[n]!.name : null);
  const replaced = (all: readonly ArmDraft[], n: number, arm: ArmDraft): readonly ArmDraft[] => all.map((one, i) => (i === n ? arm : one));
  const tell = (): void => {
    if (!whole) return;
    const note = why === null || why.trim() === '' ? null : { id: newId('n'), text: why.trim() };
    const answer = ask(
      [
        {
          type: 'campaign/look',
          id: campaign.id,
          on,
          arms: arms as Arm[],
          guards: guards as Arm[][],
          spentMinor: spent,
          correction: note?.id ?? null,
        },
      ],
      { notes: note ? [note] : [] },
    );
    if (answer.ok) return onClose();
    setRefused(answer.words);
    setWhy((now) => now ?? '');
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`What has “${campaign.name}” shown?`}
      onSubmit={tell}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={whole ? null : 'Fill in the sums'}>
            Tell it
          </Button>
        </>
      }
    >
      <p className="sm mut">
        {measureWords(measure)}. Sums from the start to the end of that day
        {last ? `; the last look was up to ${dayWords(last.on, today)}` : ''}.
        {micro.ended ? ' The verdict has ended it: this is kept as late, and changes nothing that was decided.' : ''}
      </p>
      <DateField
        label="Up to"
        value={on}
        latest={today}
        {...(micro.started && { earliest: micro.started.on })}
        onChange={(day) => day && setOn(day)}
      />
      {draft.arms.map((arm, n) => (
        <ArmFields
          key={micro.variants[n]!.name}
          name={nameOf(n)}
          measure={measure}
          arm={arm}
          onChange={(next) => setDraft({ ...draft, arms: replaced(draft.arms, n, next) })}
        />
      ))}
      {draft.guards.flatMap((of, g) =>
        of.map((arm, n) => (
          <ArmFields
            key={`${g} ${micro.variants[n]!.name}`}
            name={`Guardrail${nameOf(n) ? `, ${nameOf(n)}` : ''}`}
            measure={guardrails[g]!.measure}
            arm={arm}
            onChange={(next) => setDraft({ ...draft, guards: draft.guards.map((all, i) => (i === g ? replaced(all, n, next) : all)) })}
          />
        )),
      )}
      <MoneyField label="Spent so far" optional currency={company.currency} value={spent} onChange={setSpent} />
      {spent !== null && campaign.budgetMinor !== null && spent > campaign.budgetMinor && (
        <Note kind="risk">
          That is {moneyFull({ minor: spent - campaign.budgetMinor, currency: company.currency })} more than its budget of{' '}
          {moneyFull({ minor: campaign.budgetMinor, currency: company.currency })}.
        </Note>
      )}
      {refused && <Note kind="off">{refused}</Note>}
      {why !== null && <WordsField label="If this is a correction: why" optional value={why} onChange={setWhy} />}
    </Dialog>
  );
};
