import { useState } from 'react';
import { focusOn, leftOn } from '../../../domain/capacity/working.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { CapacityPage } from '../../../views/capacity/page.ts';
import { openedDays } from '../../../views/capacity/opened.ts';
import { personDays } from '../../../views/capacity/words.ts';
import { count, dayWords, list, percent } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { Form } from '../../components/Form.tsx';
import { History } from '../../components/History.tsx';
import { Note } from '../../components/Note.tsx';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import item from '../work/ItemDrawer.module.css';
import { draftOf, personCommands, type PersonDraft } from './person-draft.ts';
import { PersonFields } from './PersonFields.tsx';
import { TimeOff } from './TimeOff.tsx';

type Props = { readonly person: PersonId; readonly closeTo: string; readonly page: CapacityPage };

/** One person: hours, skills, calendar, time off, and what comes of it this quarter. */
export const PersonDrawer = ({ person, closeTo, page }: Props) => {
  const { book, may, ask, nameOf, today } = useCompany();
  const [draft, setDraft] = useState<PersonDraft | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  useBearings({ crumb: nameOf(person) });
  const row = page.people.find((p) => p.person === person);
  const record = book.capacity.get(person);
  const order = page.people.map((p) => p.person);
  const at = order.indexOf(person);
  const step = (by: number): string | undefined =>
    at >= 0 && order[at + by] ? closeTo.replace('/plan/capacity', `/plan/capacity/${order[at + by]!}`) : undefined;
  const on = today > page.from && today < page.to ? today : page.from;
  const team = record?.team ? book.team.get(record.team) : undefined;
  const left = leftOn(book, person);
  const save = (): void => {
    const commands = draft ? personCommands(book, person, draft) : [];
    const answer = commands.length === 0 ? null : ask(commands);
    if (answer && !answer.ok) return setRefused(answer.words);
    setRefused(null);
    setDraft(null);
  };
  const writes = may('capacity/set-hours') && left === null;
  return (
    <Drawer
      title={nameOf(person)}
      kick={left === null ? (team?.name ?? 'In no team') : `Left ${dayWords(left, today)}`}
      closeTo={closeTo}
      previous={step(-1)}
      next={step(1)}
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
          <Button onPress={() => setDraft(draftOf(book, person, on))}>{record ? 'Change' : 'Record hours'}</Button>
        ))
      }
    >
      {refused && <Note kind="off">{refused}</Note>}
      {draft ? (
        <Form onSubmit={save}>
          <PersonFields draft={draft} onChange={setDraft} />
        </Form>
      ) : !record ? (
        <p className="mut">Nobody recorded yet what {nameOf(person)} can give.</p>
      ) : (
        <>
          <dl className={item.facts}>
            <dt>This quarter</dt>
            <dd>
              {row ? (
                <Figure opens={openedDays(`${nameOf(person)}: days to give this quarter`, row.total)}>
                  {personDays(row.total.net)} person-days
                </Figure>
              ) : (
                'not counted'
              )}
            </dd>
            <dt>Hours</dt>
            <dd>
              {record.hours.map((h) => (
                <div key={h.from}>
                  {count(h.value, 2)} a week from {dayWords(h.from, today)}
                </div>
              ))}
            </dd>
            <dt>Focus</dt>
            <dd>
              {percent(focusOn(book, record, on))}
              {record.focus.length === 0 ? (team && team.focus.length > 0 ? ', the team’s' : ', as none is recorded') : ''}
            </dd>
            <dt>Calendar</dt>
            <dd>{row?.calendar ?? 'none: Monday to Friday, no holidays'}</dd>
            <dt>Skills</dt>
            <dd>{record.skills.length === 0 ? 'none recorded' : list(record.skills.map((s) => `${s.skill} ${s.share} %`))}</dd>
          </dl>
          <TimeOff person={person} record={record} writes={writes} />
        </>
      )}
      <section className={item.part}>
        <h3>Who recorded what</h3>
        <History thing={person} most={12} />
      </section>
    </Drawer>
  );
};
