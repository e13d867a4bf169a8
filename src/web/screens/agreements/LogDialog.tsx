import { useState, useSyncExternalStore } from 'react';
import { IconX } from '@tabler/icons-react';
import type { Alternative, LoggedDecision } from '../../../domain/agreements/logged.ts';
import type { Day } from '../../../kernel/day.ts';
import type { LoggedId, PersonId } from '../../../kernel/ids.ts';
import { dayWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { evidenceKept, onEvidence, setEvidence } from '../../state/evidence.ts';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';
import css from './LogDialog.module.css';
import { SubjectsField } from './SubjectsField.tsx';

type Props = { readonly supersedes: LoggedDecision | null; readonly onClose: (id: LoggedId | null) => void };

/** Writes a decision down: the question, the words, who, what else, and the numbers that were kept for it. */
export const LogDialog = ({ supersedes, onClose }: Props) => {
  const { id: company, me, today, nameOf, ask } = useCompany();
  const evidence = useSyncExternalStore(onEvidence, () => evidenceKept(company));
  const [matter, setMatter] = useState(supersedes?.matter ?? '');
  const [decided, setDecided] = useState('');
  const [deciders, setDeciders] = useState<readonly PersonId[]>([me]);
  const [on, setOn] = useState<Day | null>(today);
  const [alternatives, setAlternatives] = useState<readonly Alternative[]>([]);
  const [about, setAbout] = useState<readonly string[]>(supersedes?.about ?? []);
  const [refused, setRefused] = useState<string | null>(null);
  const missing =
    matter.trim() === ''
      ? 'Say what was to be decided'
      : decided.trim() === ''
        ? 'Say what was decided'
        : deciders.length === 0
          ? 'Name who decided'
          : on === null
            ? 'Say when'
            : null;
  const save = (): void => {
    if (missing || on === null) return;
    const id = newId('l');
    const said = alternatives.filter((a) => a.text.trim() !== '');
    const answer = ask([
      { type: 'logged/decide', id, supersedes: supersedes?.id ?? null, matter, decided, deciders, on, alternatives: said, evidence, about },
    ]);
    if (!answer.ok) return setRefused(answer.words);
    setEvidence(company, []);
    say({ kind: 'done', text: 'Logged, with its numbers as they stand today.' });
    onClose(id);
  };
  return (
    <Dialog
      opened
      wide
      onClose={() => onClose(null)}
      title={supersedes ? `Decide otherwise than ${supersedes.ref}` : 'Log a decision'}
      onSubmit={save}
      foot={
        <>
          <Button onPress={() => onClose(null)}>Cancel</Button>
          <Button kind="primary" submit forbid={missing}>
            Log the decision
          </Button>
        </>
      }
    >
      {supersedes && (
        <Note>
          {supersedes.ref} said: <span className="agreed">“{supersedes.decided}”</span> It stays on record and points here.
        </Note>
      )}
      <TextField label="What was to be decided?" placeholder="Do we go to the fair?" maxLength={300} value={matter} onChange={setMatter} />
      <WordsField label="What was decided?" maxLength={2000} value={decided} onChange={setDecided} />
      <Columns>
        <PersonField
          label="Who decided?"
          placeholder={deciders.length === 0 ? 'Choose somebody' : 'And who else?'}
          value={null}
          among={(person) => !deciders.includes(person)}
          onChange={(person) => person && setDeciders([...deciders, person])}
        />
        <DateField label="When?" value={on} latest={today} onChange={setOn} />
      </Columns>
      <ul className={css.chips}>
        {deciders.map((who) => (
          <li key={who}>
            <span>{nameOf(who)}</span>
            <button type="button" aria-label={`Leave out ${nameOf(who)}`} onClick={() => setDeciders(deciders.filter((d) => d !== who))}>
              <IconX size={13} stroke={1.8} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <section className={css.part} aria-label="Evidence">
        <h3>The numbers it rests on</h3>
        {evidence.length === 0 ? (
          <p className="sm mut">
            None kept yet. Open any number and press “Use as evidence”; it is kept as it stands then, and waits here.
          </p>
        ) : (
          <ul className={css.numbers}>
            {evidence.map((e, place) => (
              // The same number may be kept twice; nothing but its place tells them apart.
              <li key={`${e.what} ${place}`}>
                <b className="num">{e.shown}</b>
                <span>
                  {e.what}, {dayWords(e.asOf, today)}
                </span>
                <button
                  type="button"
                  className="lnk"
                  aria-label={`Leave out ${e.what}`}
                  onClick={() =>
                    setEvidence(
                      company,
                      evidence.filter((x) => x !== e),
                    )
                  }
                >
                  Leave out
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className={css.part} aria-label="Alternatives">
        <h3>What else was thought of?</h3>
        {alternatives.map((a, place) => {
          const set = (change: Partial<Alternative>): void =>
            setAlternatives(alternatives.map((x, i) => (i === place ? { ...x, ...change } : x)));
          return (
            // Lines that are being typed have nothing but their place.
            <Columns key={place}>
              <TextField label="Instead" maxLength={300} value={a.text} onChange={(text) => set({ text })} />
              <TextField label="Why not" optional maxLength={500} value={a.against} onChange={(against) => set({ against })} />
            </Columns>
          );
        })}
        <Button size="small" onPress={() => setAlternatives([...alternatives, { text: '', against: '' }])}>
          Add an alternative
        </Button>
      </section>
      <SubjectsField value={about} onChange={setAbout} />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
