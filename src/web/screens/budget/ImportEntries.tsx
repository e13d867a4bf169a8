import { useRef, useState } from 'react';
import type { BudgetLine } from '../../../domain/capacity/line.ts';
import type { Command } from '../../../domain/book.ts';
import { decideBatch } from '../../../domain/decide.ts';
import { readEntries, type EntryRead } from '../../../views/budget/read-entries.ts';
import { dayWords, moneyFull, tally } from '../../../views/words/format.ts';
import type { PastedProblem } from '../../../views/words/pasted.ts';
import { refusalWords } from '../../../views/words/refusals.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Note } from '../../components/Note.tsx';
import { PastedProblems } from '../../components/PastedProblems.tsx';
import { PasteField } from '../../components/fields/PasteField.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';
import css from './BudgetScreen.module.css';

const EXAMPLE = 'date\tdescription\tinvoice\tamount\tcurrency\tline\n2026-05-04\tStand, first half\tRE-2041\t900.00\tEUR\tDock days';

/** Many invoices at once, out of a spreadsheet or a CSV file: shown with what is wrong before anything is recorded. */
export const ImportEntries = ({ line, onClose }: { readonly line?: BudgetLine; readonly onClose: () => void }) => {
  const { book, me, ask, today } = useCompany();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const read = text.trim() === '' ? null : readEntries(book, text, line);
  const { taken, problems } = read ? judged(read.entries, read.problems) : { taken: [], problems: [] };

  /** Each row is decided as it would be, so that a closed month or a missing rate is said of its row. */
  function judged(entries: readonly EntryRead[], found: readonly PastedProblem[]) {
    const good: { readonly entry: EntryRead; readonly command: Command }[] = [];
    const bad: PastedProblem[] = [];
    for (const entry of entries) {
      const command = commandOf(entry);
      const decided = decideBatch(book, [command], { by: me, at: new Date().toISOString() });
      if (decided.ok) good.push({ entry, command });
      else {
        const words = refusalWords(decided.refusal.refusal, book);
        bad.push({ line: entry.at, column: null, found: entry.what, ...words });
      }
    }
    return { taken: good, problems: [...found, ...bad].toSorted((a, b) => a.line - b.line) };
  }
  const record = (): void => {
    const answer = ask(taken.map(({ entry }) => ({ ...commandOf(entry), entry: newId('i') })));
    if (!answer.ok) return setRefused(answer.words);
    say({
      kind: 'done',
      text: `${tally(taken.length, 'invoice')} recorded${problems.length > 0 ? `; ${tally(problems.length, 'row')} left out` : ''}.`,
    });
    onClose();
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title={line ? `Paste invoices of ${line.name}` : 'Paste invoices'}
      onSubmit={() => taken.length > 0 && record()}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={taken.length === 0 ? (read ? 'No row can be taken' : 'Paste some rows first') : null}>
            {taken.length === 0
              ? 'Record'
              : `Record ${tally(taken.length, 'invoice')}${problems.length > 0 ? `, leave ${problems.length} out` : ''}`}
          </Button>
        </>
      }
    >
      <PasteField
        label="Rows with a head"
        hint={`Columns: date, description, invoice, amount, currency${line ? '' : ', line'}. Copied from a spreadsheet, or the text of a CSV file.`}
        value={text}
        onChange={setText}
        placeholder={EXAMPLE}
      />
      <div className={css.acts}>
        <Button size="small" onPress={() => file.current?.click()}>
          Choose a file
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,text/csv"
          aria-label="CSV file"
          onChange={(event) => void event.currentTarget.files?.[0]?.text().then(setText)}
        />
      </div>
      <PastedProblems problems={problems} />
      {taken.length > 0 && (
        // A list that scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={css.scroll} role="region" aria-label="What will be recorded" tabIndex={0}>
          <ul className={css.list}>
            {taken.map(({ entry }) => (
              <li key={entry.at}>
                <span>
                  {entry.what}
                  <small>
                    {dayWords(entry.on, today)}
                    {entry.ref && `, ${entry.ref}`} · {entry.line.name}
                  </small>
                </span>
                <span className={css.amount}>{moneyFull({ minor: entry.minor, currency: entry.currency })}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};

const commandOf = ({ line, on, what, ref, minor, currency, at }: EntryRead) =>
  ({ type: 'budget/record', id: line.id, entry: `i_row-${at}`, on, what, ref, minor, currency, commitment: null }) as const;
