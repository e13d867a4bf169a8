import { useState } from 'react';
import type { Command } from '../../../domain/book.ts';
import type { CheckIn } from '../../../domain/strategy/check-in.ts';
import type { Unit } from '../../../domain/strategy/metric.ts';
import type { Day } from '../../../kernel/day.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import { SILENT_DAYS } from '../../../views/decisions/check-ins.ts';
import { dayWords, tally } from '../../../views/words/format.ts';
import { valueShort } from '../../../views/words/values.ts';
import { Button } from '../../components/Button.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { ValueField } from '../../components/fields/ValueField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Form } from '../../components/Form.tsx';
import { Note } from '../../components/Note.tsx';
import { Status } from '../../components/Status.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';
import css from './CheckInList.module.css';

type Said = { readonly value: number; readonly on: Day; readonly note: NoteId | null };
type Props = {
  readonly unit: Unit;
  readonly checkIns: readonly CheckIn[];
  /** Days without a word; null where nothing is expected. */
  readonly silent: number | null;
  readonly forbid: string | null;
  readonly command: (said: Said) => Command;
};

/** What was said about a reported number, and the place to say how it stands now. */
export const CheckInList = ({ unit, checkIns, silent, forbid, command }: Props) => {
  const { company, today, nameOf, noteOf } = useCompany();
  const [saying, setSaying] = useState(false);
  const [all, setAll] = useState(false);
  const newest = checkIns.toReversed();
  const write = (n: number): string => valueShort(n, unit, company.currency);
  return (
    <section>
      <h3>Check-ins</h3>
      {silent !== null && silent > SILENT_DAYS && (
        <p>
          <Status kind="risk">Silent for {tally(silent, 'day')}. Silence is not green.</Status>
        </p>
      )}
      {saying ? (
        <CheckInForm unit={unit} command={command} onDone={() => setSaying(false)} />
      ) : (
        <p className={css.act}>
          <Button size="small" onPress={() => setSaying(true)} forbid={forbid}>
            Check in
          </Button>
        </p>
      )}
      <ol className={css.list}>
        {(all ? newest : newest.slice(0, FIRST)).map((c) => (
          <li key={`${c.at}${c.on}`}>
            <time>{dayWords(c.on, today)}</time>
            <b className="num">{write(c.value)}</b>
            <span>
              {nameOf(c.by)}
              {c.note && noteOf(c.note) && <span className={`agreed ${css.words}`}>“{noteOf(c.note)}”</span>}
            </span>
          </li>
        ))}
      </ol>
      {newest.length > FIRST && !all && (
        <button type="button" className="lnk sm" onClick={() => setAll(true)}>
          Show all {newest.length}
        </button>
      )}
      {checkIns.length === 0 && <p className="mut">Nobody has said how it stands.</p>}
    </section>
  );
};

const FIRST = 8;

const CheckInForm = ({ unit, command, onDone }: Pick<Props, 'unit' | 'command'> & { readonly onDone: () => void }) => {
  const { company, today, ask } = useCompany();
  const [value, setValue] = useState<number | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const missing = value === null ? 'Say how much it is' : on === null ? 'Say on which day' : null;
  const go = (): void => {
    if (value === null || on === null) return;
    const note = words.trim() === '' ? null : { id: newId('n'), text: words.trim() };
    const answer = ask([command({ value, on, note: note?.id ?? null })], { notes: note ? [note] : [] });
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: 'Checked in.' });
    onDone();
  };
  return (
    <div className={css.form}>
      <Form onSubmit={go}>
        <Columns>
          <ValueField label="How much is it?" unit={unit} currency={company.currency} value={value} onChange={setValue} />
          <DateField label="On" value={on} onChange={setOn} latest={today} />
        </Columns>
        <WordsField label="In your words" optional value={words} onChange={setWords} />
        {refused && <Note kind="off">{refused}</Note>}
        <div className={css.buttons}>
          <Button kind="primary" size="small" submit forbid={missing}>
            Check in
          </Button>
          <Button kind="quiet" size="small" onPress={onDone}>
            Cancel
          </Button>
        </div>
      </Form>
    </div>
  );
};
