import { useState } from 'react';
import { withLever } from '../../../domain/blueprint/edits.ts';
import { shortfalls } from '../../../domain/blueprint/gate.ts';
import type { Lever } from '../../../domain/blueprint/plan.ts';
import { addDays } from '../../../kernel/day.ts';
import { quarterAfter } from '../../../kernel/fiscal.ts';
import type { PriorityId } from '../../../kernel/ids.ts';
import type { BlueprintView } from '../../../views/plan/blueprint.ts';
import { capital, days, quarterWords } from '../../../views/words/format.ts';
import { shortfallWords } from '../../../views/words/refusals-blueprint.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { MoneyField } from '../../components/fields/MoneyField.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { Status } from '../../components/Status.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { useRule } from '../../state/rule.ts';

type Kind = Lever['lever'];

/** One of the four levers, with its reason; what would still be missing is said while it is filled in. */
export const LeverDialog = ({
  view,
  period,
  onClose,
}: {
  readonly view: BlueprintView;
  readonly period: string;
  readonly onClose: () => void;
}) => {
  const { book, company, ask } = useCompany();
  const [kind, setKind] = useState<Kind>('cut');
  const [about, setAbout] = useState<PriorityId | null>(null);
  const [later, setLater] = useState(() => quarterAfter(company.fiscal, period, 1).id);
  const [to, setTo] = useState(() => addDays(view.plan.to, 13));
  const [daysAfter, setDaysAfter] = useState<number | null>(null);
  const [minor, setMinor] = useState<number | null>(null);
  const [skill, setSkill] = useState('');
  const [words, setWords] = useState('');
  const [note] = useState(() => newId('n'));
  const [refused, setRefused] = useState<string | null>(null);
  const priority = about ?? 'r_none';
  const lever: Lever =
    kind === 'cut'
      ? { lever: 'cut', priority, why: note }
      : kind === 'defer'
        ? { lever: 'defer', priority, period: later, why: note }
        : kind === 'extend'
          ? { lever: 'extend', priority, to, daysAfter: daysAfter ?? 0, minorAfter: minor, why: note }
          : { lever: 'add', days: daysAfter ?? 0, skill: skill.trim() || null, minor, why: note };
  const command = { type: 'blueprint/pull-lever', period, lever } as const;
  const rule = useRule([command]);
  const missing = kind !== 'add' && about === null ? 'Choose a priority' : words.trim() === '' ? 'Say why, in a sentence' : rule;
  const left = shortfalls(withLever(view.plan, lever));
  const save = (): void => {
    const answer = ask([command], { notes: [{ id: note, text: words.trim() }] });
    if (!answer.ok) return setRefused(answer.words);
    onClose();
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title="Make it fit"
      onSubmit={() => !missing && save()}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={missing}>
            Record it
          </Button>
        </>
      }
    >
      <ChoiceField
        label="Which lever?"
        value={kind}
        onChange={setKind}
        options={[
          { value: 'cut', text: 'Cut', small: 'It is not done this quarter, and goes onto the not-doing list.' },
          { value: 'defer', text: 'Defer', small: 'It moves to a later quarter once the Blueprint is agreed.' },
          { value: 'extend', text: 'Extend', small: 'It ends after the quarter; what lands there counts there.' },
          { value: 'add', text: 'Add', small: 'People or money beyond what is recorded, such as a freelancer.' },
        ]}
      />
      {kind !== 'add' && (
        <SelectField
          label="Which priority?"
          value={about}
          onChange={(id) => setAbout(id as PriorityId | null)}
          choices={view.plan.lines.map((l) => ({ value: l.id, label: `${l.title}, ${days(l.effortDays)}` }))}
          placeholder="Choose one"
        />
      )}
      {kind === 'defer' && (
        <SelectField
          label="To which quarter?"
          value={later}
          onChange={(id) => id && setLater(id)}
          choices={[1, 2, 3, 4]
            .map((n) => quarterAfter(company.fiscal, period, n).id)
            .map((id) => ({ value: id, label: quarterWords(id) }))}
        />
      )}
      {kind === 'extend' && <DateField label="It ends on" value={to} onChange={(d) => d && setTo(d)} earliest={view.plan.to} />}
      {(kind === 'extend' || kind === 'add') && (
        <Columns>
          <NumberField
            label={kind === 'add' ? 'Person-days added' : 'Person-days after the quarter'}
            unit="days"
            value={daysAfter}
            onChange={setDaysAfter}
          />
          <MoneyField
            label={kind === 'add' ? 'Money added' : 'Money after the quarter'}
            optional
            currency={company.currency}
            value={minor}
            onChange={setMinor}
          />
        </Columns>
      )}
      {kind === 'add' && <TextField label="For which skill?" optional value={skill} onChange={setSkill} maxLength={60} />}
      <WordsField label="Why" placeholder="It moves nothing before next year." value={words} onChange={setWords} />
      <p>
        {left.length === 0 ? (
          <Status kind="on">Then it fits.</Status>
        ) : (
          <Status kind="risk">{left.map((s) => capital(shortfallWords(s, book))).join('; ')}.</Status>
        )}
      </p>
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
