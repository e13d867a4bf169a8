import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { dayWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Form } from '../../components/Form.tsx';
import { Note } from '../../components/Note.tsx';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import item from '../work/ItemDrawer.module.css';
import css from './BudgetScreen.module.css';

/** Exchange rates by day; the rate in force on a date is the latest on or before it. */
export const RatesDrawer = ({ closeTo }: { readonly closeTo: string }) => {
  const { book, company, ask, may, today } = useCompany();
  const [from, setFrom] = useState('USD');
  const [to, setTo] = useState(company.currency ?? 'EUR');
  const [day, setDay] = useState<Day | null>(today);
  const [rate, setRate] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  useBearings({ crumb: 'Rates' });
  const writes = may('rate/set');
  const add = (): void => {
    if (day === null) return;
    const answer = ask([
      { type: 'rate/set', from: from.trim().toUpperCase(), to: to.trim().toUpperCase(), day, rate: rate.trim().replace(',', '.') },
    ]);
    setRefused(answer.ok ? null : answer.words);
    if (answer.ok) setRate('');
  };
  const pairs = [...book.rate.values()].filter((p) => p.rates.length > 0);
  return (
    <Drawer title="Exchange rates" kick="Budget" closeTo={closeTo}>
      <p className="mut sm">
        An amount is converted by the rate in force on its day: the latest on or before it. Where there is none, the sum is not known; it is
        never taken as 1.
      </p>
      {writes && (
        <Form onSubmit={add}>
          <Columns>
            <TextField label="One unit of" value={from} onChange={setFrom} maxLength={3} />
            <TextField label="is so many" value={to} onChange={setTo} maxLength={3} />
          </Columns>
          <Columns>
            <TextField label="Rate" value={rate} onChange={setRate} placeholder="0.9231" maxLength={24} />
            <DateField label="From" value={day} onChange={setDay} />
          </Columns>
          {refused && <Note kind="off">{refused}</Note>}
          <div className={css.acts}>
            <Button kind="primary" submit forbid={rate.trim() === '' ? 'Give the rate' : day === null ? 'Choose the day' : null}>
              Record the rate
            </Button>
          </div>
        </Form>
      )}
      {pairs.length === 0 && <p className="mut sm">No rate is recorded yet.</p>}
      {pairs.map((pair) => (
        <section key={`${pair.from}/${pair.to}`} className={item.part}>
          <h3>
            1 {pair.from} in {pair.to}
          </h3>
          <ul className={css.list}>
            {pair.rates.toReversed().map((r) => (
              <li key={r.from}>
                <span>
                  {r.value} <small>from {dayWords(r.from, today)}</small>
                </span>
                {writes && (
                  <Button
                    kind="quiet"
                    size="small"
                    onPress={() => {
                      const answer = ask([{ type: 'rate/remove', from: pair.from, to: pair.to, day: r.from }]);
                      setRefused(answer.ok ? null : answer.words);
                    }}
                  >
                    Remove
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Drawer>
  );
};
