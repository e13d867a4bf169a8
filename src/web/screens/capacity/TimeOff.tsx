import { useState } from 'react';
import type { Absence, PersonCapacity } from '../../../domain/capacity/standing.ts';
import { workedIn, workingDays } from '../../../domain/capacity/working.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { personDays } from '../../../views/capacity/words.ts';
import { dayWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { Form } from '../../components/Form.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import item from '../work/ItemDrawer.module.css';
import css from './Lists.module.css';

type Props = { readonly person: PersonId; readonly record: PersonCapacity; readonly writes: boolean };

/** Time off of a person. Why somebody is off is not asked and not kept. */
export const TimeOff = ({ person, record, writes }: Props) => {
  const { book, ask, today } = useCompany();
  const [adding, setAdding] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const days = workingDays(book, person);
  const coming = record.absences.filter((a) => a.to >= addDays(today, -90));
  const cancel = (id: Absence['id']): void => {
    const answer = ask([{ type: 'capacity/cancel-off', person, id }]);
    setRefused(answer.ok ? null : answer.words);
  };
  return (
    <section className={item.part}>
      <h3>Time off</h3>
      {coming.length === 0 && !adding && <p className="mut sm">None recorded for the last three months or later.</p>}
      <ul className={css.list}>
        {coming.map((a) => (
          <li key={a.id}>
            <span>
              {spanWords(a, today)}
              <small>{personDays(workedIn(days, a.from, addDays(a.to, 1)).off)} working days</small>
            </span>
            {writes && (
              <Button kind="quiet" size="small" onPress={() => cancel(a.id)}>
                Take back
              </Button>
            )}
          </li>
        ))}
      </ul>
      {refused && <Note kind="off">{refused}</Note>}
      {adding ? (
        <AddOff person={person} onDone={() => setAdding(false)} />
      ) : (
        writes && (
          <Button size="small" onPress={() => setAdding(true)}>
            Record time off
          </Button>
        )
      )}
    </section>
  );
};

const spanWords = ({ from, to, halfFirst, halfLast }: Absence, today: Day): string =>
  from === to
    ? `${dayWords(from, today)}${halfFirst || halfLast ? ', half a day' : ''}`
    : `${dayWords(from, today)}${halfFirst ? ' from noon' : ''} to ${dayWords(to, today)}${halfLast ? ' until noon' : ''}`;

const AddOff = ({ person, onDone }: { readonly person: PersonId; readonly onDone: () => void }) => {
  const { ask, today } = useCompany();
  const [from, setFrom] = useState<Day | null>(today);
  const [to, setTo] = useState<Day | null>(null);
  const [halfFirst, setHalfFirst] = useState(false);
  const [halfLast, setHalfLast] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const add = (): void => {
    if (from === null) return;
    const answer = ask([
      {
        type: 'capacity/take-off',
        person,
        id: newId('a'),
        from,
        to: to ?? from,
        halfFirst,
        halfLast: halfLast && to !== null && to !== from,
      },
    ]);
    if (answer.ok) onDone();
    else setRefused(answer.words);
  };
  return (
    <Form onSubmit={add}>
      <Columns>
        <DateField label="First day off" value={from} onChange={setFrom} />
        <DateField label="Last day off" optional value={to} onChange={setTo} />
      </Columns>
      <CheckField checked={halfFirst} onChange={setHalfFirst}>
        {to === null || to === from ? 'Half a day only' : 'The first day from noon'}
      </CheckField>
      {to !== null && to !== from && (
        <CheckField checked={halfLast} onChange={setHalfLast}>
          The last day until noon
        </CheckField>
      )}
      {refused && <Note kind="off">{refused}</Note>}
      <div className={css.acts}>
        <Button kind="primary" submit forbid={from === null ? 'Choose the first day' : null}>
          Record
        </Button>
        <Button onPress={onDone}>Cancel</Button>
      </div>
    </Form>
  );
};
