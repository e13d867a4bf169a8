import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { copiedCriteria, daysOf } from '../../../domain/agreements/verdict-scale.ts';
import { addDays, daysBetween } from '../../../kernel/day.ts';
import type { BudgetId, PriorityId } from '../../../kernel/ids.ts';
import type { Currency } from '../../../kernel/money.ts';
import { lineChoices } from '../../../views/budget/line-choices.ts';
import { scaleTakes } from '../../../views/market/ending-words.ts';
import { criteriaWords } from '../../../views/market/criteria-words.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { MoneyField } from '../../components/fields/MoneyField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import { MoveFrom, type Move } from './MoveFrom.tsx';
import { newWork, worked, WorkFields, type Work } from './WorkFields.tsx';

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
  const [work, setWork] = useState<readonly Work[]>(() => [newWork(`Run ${campaign.name}, scaled`)]);
  const [priority, setPriority] = useState<PriorityId | null>(null);
  const [words, setWords] = useState('');
  const [move, setMove] = useState<Move | null>(null);
  const giving = move?.minor ? { ...move, minor: move.minor } : null;
  const [ids] = useState(() => ({ why: newId('n'), follow: newId('c'), commitment: newId('g'), log: newId('l') }));
  const [refused, setRefused] = useState<string | null>(null);
  const items = worked(work, campaign.owner ?? (me === 'p_operator' ? null : me));
  const copied = criteriaWords(copiedCriteria(campaign.micro!.written!.criteria, to), currency, today)
    .filter(({ label }) => label !== 'Error')
    .map(({ label, text }) => (label === 'Measure' ? text : `${label.toLowerCase()} ${text}`))
    .join('; ');
  const own = campaign.item === null ? null : (book.item.get(campaign.item)?.priority ?? null);
  const lines = lineChoices(book, currency, line);
  const command = {
    type: 'verdict/scale',
    id: campaign.id,
    follow: {
      id: ids.follow,
      name: name.trim(),
      key: key.trim(),
      from,
      to,
      budgetMinor,
      line,
      commitment: ids.commitment,
      owner: campaign.owner,
    },
    move: giving && line !== null ? { ...giving, toMonth: giving.month } : null,
    priority,
    items,
    why: ids.why,
    log: ids.log,
  } as const;
  const missing =
    name.trim() === '' || key.trim() === ''
      ? 'Give the follow-up a name and a key'
      : budgetMinor !== null && budgetMinor > 0 && line === null
        ? `“${name.trim()}” costs money: choose the line that pays, or leave its budget empty`
        : null;
  // The very code that decides it says what does not fit: money that the line does not have, days that the quarter does not have.
  const rule = useRule(missing ? [] : [command]);
  const forbid = missing ?? rule ?? (words.trim() === '' ? 'Say why, in a sentence' : null);
  const scale = (): void => {
    const answer = ask([command], { notes: [{ id: ids.why, text: words.trim() }] });
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `“${name.trim()}” is planned; its criteria are copied and open until it starts.` });
    onClose();
    go(`/market/micro/${ids.follow}`);
  };
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
      <Columns>
        <TextField label="Follow-up" value={name} onChange={setName} />
        <TextField label="Tracking key" value={key} onChange={setKey} />
      </Columns>
      <Columns>
        <DateField label="From" value={from} onChange={(day) => day && setFrom(day)} earliest={today} />
        <DateField label="To" value={to} onChange={(day) => day && setTo(day)} earliest={from} />
      </Columns>
      <MoneyField label="Budget" optional currency={currency} value={budgetMinor} onChange={setBudget} />
      {budgetMinor !== null && (
        <SelectField label="Line that pays" value={line} onChange={(one) => setLine(one as BudgetId | null)} choices={lines} clearable />
      )}
      {budgetMinor !== null && line !== null && <MoveFrom line={line} move={move} onChange={setMove} />}
      <WorkFields work={work} onChange={setWork} />
      <SelectField
        label="The work serves"
        optional
        value={priority}
        onChange={(one) => setPriority(one as PriorityId | null)}
        choices={[...book.priority.values()].filter((p) => !p.retired && p.to >= from).map((p) => ({ value: p.id, label: p.title }))}
        placeholder={own ? (book.priority.get(own)?.title ?? own) : 'No priority: the reason below says why'}
        clearable
      />
      <Note>
        {scaleTakes(book, { from, to, days: daysOf(items), priority: priority ?? own })} Its criteria are copied and stay open until two
        people freeze them: <span className="agreed">{copied}</span>.
      </Note>
      <WordsField label="Why" value={words} onChange={setWords} />
      {(refused ?? rule) && <Note kind="off">{refused ?? rule}</Note>}
    </Dialog>
  );
};
