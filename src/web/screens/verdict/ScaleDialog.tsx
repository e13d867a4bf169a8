import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { addDays, daysBetween } from '../../../kernel/day.ts';
import type { BudgetId } from '../../../kernel/ids.ts';
import type { Currency } from '../../../kernel/money.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { MoneyField } from '../../components/fields/MoneyField.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';
import { MoveFrom, type Move } from './MoveFrom.tsx';

type Props = { readonly campaign: Campaign; readonly currency: Currency | null; readonly onClose: () => void };

/** Scale in one step: the follow-up with its money and its work, the criteria copied and open until it starts. */
export const ScaleDialog = ({ campaign, currency, onClose }: Props) => {
  const { book, ask, today, me } = useCompany();
  const [, go] = useLocation();
  const length = Math.max(1, daysBetween(campaign.from, campaign.to));
  const [name, setName] = useState(`${campaign.name}, scaled`);
  const [key, setKey] = useState(`${campaign.key}-2`);
  const [from, setFrom] = useState(addDays(today, 7));
  const [to, setTo] = useState(addDays(today, 7 + length));
  const [budgetMinor, setBudget] = useState<number | null>(campaign.budgetMinor);
  const [line, setLine] = useState<BudgetId | null>(campaign.micro!.line);
  const [title, setTitle] = useState(`Run ${campaign.name}, scaled`);
  const [sizeDays, setSize] = useState<number | null>(null);
  const [words, setWords] = useState('');
  const [move, setMove] = useState<Move | null>(null);
  const giving = move?.minor ? { ...move, minor: move.minor } : null;
  const [refused, setRefused] = useState<string | null>(null);
  const lines = [...book.budget.values()].map((one) => ({ value: one.id, label: one.name }));
  const scale = (): void => {
    const [why, follow] = [newId('n'), newId('c')];
    const answer = ask(
      [
        {
          type: 'verdict/scale',
          id: campaign.id,
          follow: {
            id: follow,
            name: name.trim(),
            key: key.trim(),
            from,
            to,
            budgetMinor,
            line,
            commitment: newId('g'),
            owner: campaign.owner,
          },
          move: giving && line !== null ? { ...giving, toMonth: giving.month } : null,
          priority: null,
          items:
            sizeDays === null
              ? []
              : [{ id: newId('w'), title: title.trim(), sizeDays, owner: campaign.owner ?? (me === 'p_operator' ? null : me) }],
          why,
          log: newId('l'),
        },
      ],
      { notes: [{ id: why, text: words.trim() }] },
    );
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `“${name.trim()}” is planned; its criteria are copied and open until it starts.` });
    onClose();
    go(`/market/micro/${follow}`);
  };
  const forbid =
    name.trim() === '' || key.trim() === '' ? 'Give the follow-up a name and a key' : words.trim() === '' ? 'Say why, in a sentence' : null;
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title={`Scale “${campaign.name}”`}
      onSubmit={() => forbid === null && scale()}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={forbid}>
            Plan the follow-up
          </Button>
        </>
      }
    >
      <p>
        In one step: the follow-up is planned, its money moved and set aside, its work put into the Backlog and held against the Blueprint.
        All of it happens, or nothing.
      </p>
      <TextField label="Follow-up" value={name} onChange={setName} />
      <TextField label="Tracking key" value={key} onChange={setKey} />
      <DateField label="From" value={from} onChange={(day) => day && setFrom(day)} />
      <DateField label="To" value={to} onChange={(day) => day && setTo(day)} />
      <MoneyField label="Budget (empty: none)" currency={currency} value={budgetMinor} onChange={setBudget} />
      {budgetMinor !== null && (
        <SelectField label="Line that pays" value={line} onChange={(one) => setLine(one as BudgetId | null)} choices={lines} clearable />
      )}
      {budgetMinor !== null && line !== null && <MoveFrom line={line} move={move} onChange={setMove} />}
      <NumberField label="Person-days of work (empty: none)" value={sizeDays} onChange={setSize} unit="days" />
      {sizeDays !== null && <TextField label="The work" value={title} onChange={setTitle} />}
      <WordsField label="Why" value={words} onChange={setWords} />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
