import { useState } from 'react';
import type { Calendar } from '../../../domain/capacity/standing.ts';
import { partsOf, type Day } from '../../../kernel/day.ts';
import { dayWithWeekday, list, tally } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Form } from '../../components/Form.tsx';
import { History } from '../../components/History.tsx';
import { Note } from '../../components/Note.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import item from '../work/ItemDrawer.module.css';
import { AddHolidays } from './AddHolidays.tsx';
import css from './Lists.module.css';
import { Weekdays } from './Weekdays.tsx';
import { weekdayWords } from './weekdays.ts';

/** One working calendar: its weekdays and its holidays, which can be pasted, loaded or taken from a starter set. */
export const CalendarDrawer = ({ calendar, closeTo }: { readonly calendar: Calendar; readonly closeTo: string }) => {
  const { book, ask, may, nameOf, today } = useCompany();
  const { id } = calendar;
  const [draft, setDraft] = useState<{ readonly name: string; readonly weekdays: readonly number[] } | null>(null);
  const [adding, setAdding] = useState(false);
  const [retiring, setRetiring] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  useBearings({ crumb: calendar.name });
  const writes = may('calendar/add-holidays') && !calendar.retired;
  const followers = [
    ...[...book.team.values()].filter((t) => !t.retired && t.calendar === id).map((t) => t.name),
    ...[...book.capacity.values()].filter((p) => p.calendar === id).map((p) => nameOf(p.person)),
  ];
  const years = Map.groupBy(
    calendar.holidays.filter((h) => partsOf(h.day).year >= partsOf(today).year - 1),
    (h) => partsOf(h.day).year,
  );
  const save = (): void => {
    if (!draft) return;
    const answer = ask([
      { type: 'calendar/rename', id, name: draft.name },
      { type: 'calendar/choose-weekdays', id, weekdays: draft.weekdays },
    ]);
    if (!answer.ok) return setRefused(answer.words);
    setRefused(null);
    setDraft(null);
  };
  const remove = (day: Day): void => {
    const answer = ask([{ type: 'calendar/remove-holiday', id, day }]);
    setRefused(answer.ok ? null : answer.words);
  };
  return (
    <Drawer
      title={calendar.name}
      kick="Working calendar"
      closeTo={closeTo}
      foot={
        writes &&
        (draft ? (
          <>
            <Button kind="primary" onPress={save}>
              Save changes
            </Button>
            <Button onPress={() => setDraft(null)}>Leave unchanged</Button>
          </>
        ) : (
          <>
            <Button kind="primary" onPress={() => setAdding(true)}>
              Add holidays
            </Button>
            <Button onPress={() => setDraft({ name: calendar.name, weekdays: calendar.weekdays })}>Change</Button>
            <Button kind="quiet" onPress={() => setRetiring(true)}>
              Retire
            </Button>
          </>
        ))
      }
    >
      {refused && <Note kind="off">{refused}</Note>}
      {draft ? (
        <Form onSubmit={save}>
          <TextField label="Name" value={draft.name} onChange={(name) => setDraft({ ...draft, name })} maxLength={80} />
          <Weekdays value={draft.weekdays} onChange={(weekdays) => setDraft({ ...draft, weekdays })} />
        </Form>
      ) : (
        <>
          <dl className={item.facts}>
            <dt>Worked on</dt>
            <dd>{weekdayWords(calendar.weekdays)}</dd>
            <dt>Followed by</dt>
            <dd>{followers.length === 0 ? 'nobody yet' : list(followers)}</dd>
          </dl>
          <section className={item.part}>
            <h3>Holidays</h3>
            {years.size === 0 && <p className="mut sm">None yet. Add those of your country in one step, or paste a list.</p>}
            {[...years].map(([year, holidays]) => (
              <div key={year}>
                <p className="mut sm">
                  {year}, {tally(holidays.length, 'day')}
                </p>
                <ul className={css.list}>
                  {holidays.map((h) => (
                    <li key={h.day}>
                      <span>
                        {dayWithWeekday(h.day, h.day)}
                        <small>{h.name}</small>
                      </span>
                      {writes && (
                        <Button kind="quiet" size="small" onPress={() => remove(h.day)}>
                          Remove
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </section>
          <section className={item.part}>
            <h3>Who decided what</h3>
            <History thing={id} most={8} />
          </section>
        </>
      )}
      {adding && <AddHolidays calendar={calendar} onClose={() => setAdding(false)} />}
      {retiring && (
        <WhyDialog
          title={`Retire the calendar “${calendar.name}”?`}
          does="Retire the calendar"
          onClose={() => setRetiring(false)}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'calendar/retire', id, why }], { notes: [note] });
            return answer.ok ? null : answer.words;
          }}
        />
      )}
    </Drawer>
  );
};
