import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Command } from '../../../domain/book.ts';
import { dayIn } from '../../../kernel/zone.ts';
import type { Fiscal } from '../../../kernel/fiscal.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { Form } from '../../components/Form.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { call } from '../../state/api.ts';
import { useDoing } from '../../state/doing.ts';
import { newBatch, newId } from '../../state/ids.ts';
import { useSession } from '../../state/session.tsx';
import { currencyChoices, monthChoices, ownZone, patternChoices, zoneChoices } from './currencies.ts';
import { DraftNote } from './DraftNote.tsx';
import { draftOf } from './sentence.ts';
import css from './StartScreen.module.css';

/** Four questions. The answer to the last becomes the first objective and, where it names a number, a draft outcome. */
export const MineForm = () => {
  const { refresh } = useSession();
  const [, go] = useLocation();
  const [name, setName] = useState('');
  const [currency, setCurrency] = useState<string | null>('EUR');
  const [zone, setZone] = useState<string | null>(ownZone());
  const [month, setMonth] = useState('1');
  const [pattern, setPattern] = useState<Fiscal['pattern']>('calendar');
  const [sentence, setSentence] = useState('');
  const currencies = useMemo(() => currencyChoices(), []);
  const zones = useMemo(() => zoneChoices(), []);
  const fiscal: Fiscal = { startMonth: Number(month), pattern };
  const draft = draftOf(sentence, { today: dayIn(zone ?? 'UTC', new Date().toISOString()), fiscal, currency });
  const doing = useDoing(async () => {
    const company = await call('company add', {
      name: name.trim(),
      fiscal,
      seats: ['marketing'],
      ...(currency && { currency }),
      ...(zone && { zone }),
    });
    await call('decide', {
      company: company.id,
      batch: newBatch(),
      commands: firstCommands(sentence.trim(), draft, company.person),
      notes: [],
      people: [],
    });
    await refresh();
    go(`/c/${company.id}`);
  });
  const missing =
    name.trim() === '' ? 'Write the name of the company.' : sentence.trim() === '' ? 'Say what marketing must achieve, and by when.' : null;
  return (
    <Form onSubmit={() => !missing && doing.run()}>
      <TextField label="What is the company called?" value={name} onChange={setName} maxLength={80} autoFocus />
      <div className={css.pair}>
        <SelectField label="Currency" value={currency} onChange={setCurrency} choices={currencies} />
        <SelectField label="Time zone" value={zone} onChange={setZone} choices={zones} />
      </div>
      <div className={css.pair}>
        <SelectField label="Fiscal year begins in" value={month} onChange={(m) => setMonth(m ?? '1')} choices={monthChoices()} />
        <SelectField
          label="Quarters are made of"
          value={pattern}
          onChange={(p) => setPattern((p ?? 'calendar') as Fiscal['pattern'])}
          choices={patternChoices()}
        />
      </div>
      <WordsField
        label="What must marketing achieve by when?"
        hint="One sentence. It becomes the first objective; you can change it later."
        placeholder="Reach €3.6 M of open pipeline by the end of June"
        value={sentence}
        onChange={setSentence}
        maxLength={300}
      />
      {sentence.trim() !== '' && <DraftNote draft={draft} currency={currency} />}
      {doing.problem && <ErrorInPlace problem={doing.problem} />}
      <div>
        <Button kind="primary" submit busy={doing.busy} forbid={missing}>
          {name.trim() === '' ? 'Found the company' : `Found ${name.trim()}`}
        </Button>
      </div>
    </Form>
  );
};

const firstCommands = (statement: string, { due, terms }: ReturnType<typeof draftOf>, owner: string): Command[] => {
  const objective = newId('o');
  const person = owner as `p_${string}`;
  return [
    { type: 'objective/set', id: objective, statement, due, owner: person },
    ...(terms ? [{ type: 'outcome/add' as const, id: newId('u'), objective, owner: person, ...terms }] : []),
  ];
};
