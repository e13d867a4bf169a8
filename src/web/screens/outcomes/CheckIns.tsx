import { useState } from 'react';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { SILENT_DAYS, silentDays } from '../../../views/decisions/check-ins.ts';
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
import css from './CheckIns.module.css';

/** What was said about a reported outcome, and the place to say how it stands now. */
export const CheckIns = ({ outcome }: { readonly outcome: Outcome }) => {
  const { company, today, nameOf, noteOf, may } = useCompany();
  const [saying, setSaying] = useState(false);
  const silent = silentDays(outcome, today);
  const write = (n: number): string => valueShort(n, outcome.metric.unit, company.currency);
  return (
    <section>
      <h3>Check-ins</h3>
      {silent !== null && silent > SILENT_DAYS && (
        <p>
          <Status kind="risk">Silent for {tally(silent, 'day')}. Silence is not green.</Status>
        </p>
      )}
      {saying ? (
        <CheckInForm outcome={outcome} onDone={() => setSaying(false)} />
      ) : (
        !outcome.retired && (
          <p className={css.act}>
            <Button size="small" onPress={() => setSaying(true)} forbid={may('outcome/check-in') ? null : 'Viewers cannot check in'}>
              Check in
            </Button>
          </p>
        )
      )}
      <ol className={css.list}>
        {outcome.checkIns.toReversed().map((c) => (
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
      {outcome.checkIns.length === 0 && <p className="mut">Nobody has said how it stands.</p>}
    </section>
  );
};

const CheckInForm = ({ outcome, onDone }: { readonly outcome: Outcome; readonly onDone: () => void }) => {
  const { company, today, ask } = useCompany();
  const [value, setValue] = useState<number | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const missing = value === null ? 'Say how much it is' : on === null ? 'Say on which day' : null;
  const go = (): void => {
    if (value === null || on === null) return;
    const note = words.trim() === '' ? null : { id: newId('n'), text: words.trim() };
    const answer = ask([{ type: 'outcome/check-in', id: outcome.id, value, on, note: note?.id ?? null }], { notes: note ? [note] : [] });
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: 'Checked in.' });
    onDone();
  };
  return (
    <div className={css.form}>
      <Form onSubmit={go}>
        <Columns>
          <ValueField label="How much is it?" unit={outcome.metric.unit} currency={company.currency} value={value} onChange={setValue} />
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
