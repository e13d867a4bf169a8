import { useState } from 'react';
import type { Item } from '../../../domain/backlog/item.ts';
import { practiceOf } from '../../../domain/backlog/practice.ts';
import { sizeOf } from '../../../domain/backlog/sizing.ts';
import type { Command } from '../../../domain/book.ts';
import { SCORE_NAMES, servedBy, type ScoreName } from '../../../views/work/scores.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';

type Values = { readonly [field: string]: number | null };
type FieldOf = {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly choices?: readonly (readonly [number, string])[];
};

/** A working month has 21 days. */
const MONTH = 21;
const IMPACTS = [
  [3, '3, massive'],
  [2, '2, high'],
  [1, '1, medium'],
  [0.5, '0.5, low'],
  [0.25, '0.25, minimal'],
] as const;
const CONFIDENCES = [
  [100, '100 %, high'],
  [80, '80 %, medium'],
  [50, '50 %, low'],
] as const;

/** Asks for the numbers of one score; each may be taken back. */
export const ScoreDialog = ({ item, name, onClose }: { readonly item: Item; readonly name: ScoreName; readonly onClose: () => void }) => {
  const { ask, book } = useCompany();
  const variant = practiceOf(book).ice;
  const outcomes = servedBy(book, item);
  const fields: readonly FieldOf[] = fieldsOf(
    name,
    variant,
    outcomes.map((id) => [id, book.outcome.get(id)?.name ?? id]),
  );
  const [values, setValues] = useState<Values>(() => known(item, name, sizeOf(book, item).days));
  const [refused, setRefused] = useState<string | null>(null);
  const has = name === 'value' ? item.values.length > 0 : item.scores[name] !== null;
  const missing = name === 'value' ? null : fields.find(({ key }) => (values[key] ?? null) === null);
  const send = (commands: readonly Command[]): void => {
    if (commands.length === 0) return onClose();
    const answer = ask(commands);
    if (answer.ok) onClose();
    else setRefused(answer.words);
  };
  const v = (key: string): number => values[key]!;
  const { id } = item;
  const save = (): void => {
    if (missing) return;
    if (name === 'rice')
      return send([
        {
          type: 'item/score-rice',
          id,
          rice: { reach: v('reach'), impact: v('impact'), confidence: v('confidence'), effortMonths: v('effortMonths') },
        },
      ]);
    if (name === 'ice')
      return send([{ type: 'item/score-ice', id, ice: { variant, impact: v('impact'), confidence: v('confidence'), last: v('last') } }]);
    if (name === 'wsjf')
      return send([
        {
          type: 'item/score-wsjf',
          id,
          wsjf: { value: v('value'), urgency: v('urgency'), enablement: v('enablement'), jobSize: v('jobSize') },
        },
      ]);
    send(outcomes.map((outcome) => ({ type: 'item/estimate-value', id, outcome, percent: values[outcome] ?? null })));
  };
  const takeBack = (): void =>
    send(
      name === 'rice'
        ? [{ type: 'item/score-rice', id, rice: null }]
        : name === 'ice'
          ? [{ type: 'item/score-ice', id, ice: null }]
          : name === 'wsjf'
            ? [{ type: 'item/score-wsjf', id, wsjf: null }]
            : item.values.map(({ outcome }) => ({ type: 'item/estimate-value', id, outcome, percent: null })),
    );
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`${SCORE_NAMES[name]} of ${item.ref}`}
      onSubmit={save}
      foot={
        <>
          {has && (
            <Button kind="quiet" onPress={takeBack}>
              Take the score back
            </Button>
          )}
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            submit
            forbid={
              fields.length === 0
                ? 'Tie it to a priority that serves an outcome first'
                : missing
                  ? `Give ${missing.label.toLowerCase()}`
                  : null
            }
          >
            Keep the score
          </Button>
        </>
      }
    >
      {fields.length === 0 && <Note kind="early">It serves no outcome, so there is no gap that it could close.</Note>}
      {fields.map((field) =>
        field.choices ? (
          <SelectField
            key={field.key}
            label={field.label}
            hint={field.hint}
            value={values[field.key] === null || values[field.key] === undefined ? null : String(values[field.key])}
            onChange={(value) => setValues({ ...values, [field.key]: value === null ? null : Number(value) })}
            choices={field.choices.map(([value, label]) => ({ value: String(value), label }))}
          />
        ) : (
          <NumberField
            key={field.key}
            label={field.label}
            hint={field.hint}
            value={values[field.key] ?? null}
            onChange={(value) => setValues({ ...values, [field.key]: value })}
          />
        ),
      )}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};

const known = (item: Item, name: ScoreName, days: number | null): Values => {
  if (name === 'value') return Object.fromEntries(item.values.map(({ outcome, percent }) => [outcome, percent]));
  if (name === 'rice')
    return { ...(item.scores.rice ?? { effortMonths: days === null ? null : Math.max(0.1, Math.round((days / MONTH) * 10) / 10) }) };
  if (name === 'wsjf') return { ...item.scores.wsjf };
  const { ice } = item.scores;
  return ice ? { impact: ice.impact, confidence: ice.confidence, last: ice.last } : {};
};

const TEN = 'From 1 to 10.';
const TWENTY = 'From 1 to 20, beside the other items: 1, 2, 3, 5, 8, 13, 20.';
const fieldsOf = (name: ScoreName, variant: 'ease' | 'effort', outcomes: readonly (readonly [string, string])[]): readonly FieldOf[] => {
  if (name === 'rice')
    return [
      { key: 'reach', label: 'Reach', hint: 'People or accounts in a quarter.' },
      { key: 'impact', label: 'Impact', hint: 'On each of them.', choices: IMPACTS },
      { key: 'confidence', label: 'Confidence', hint: 'How sure are these numbers?', choices: CONFIDENCES },
      { key: 'effortMonths', label: 'Effort', hint: 'Person-months; a month has 21 working days.' },
    ];
  if (name === 'ice')
    return [
      { key: 'impact', label: 'Impact', hint: TEN },
      { key: 'confidence', label: 'Confidence', hint: TEN },
      {
        key: 'last',
        label: variant === 'ease' ? 'Ease' : 'Effort',
        hint: variant === 'ease' ? 'From 1, very hard, to 10, done in a day.' : 'From 1, very much, to 10, hardly any.',
      },
    ];
  if (name === 'wsjf')
    return [
      { key: 'value', label: 'User and business value', hint: TWENTY },
      { key: 'urgency', label: 'Time criticality', hint: TWENTY },
      { key: 'enablement', label: 'Risk reduction or opportunity enablement', hint: TWENTY },
      { key: 'jobSize', label: 'Job size', hint: TWENTY },
    ];
  return outcomes.map(([key, label]) => ({
    key,
    label,
    hint: 'Percent of the way from baseline to target that this item goes, as you estimate it.',
  }));
};
