import { useState } from 'react';
import { Link } from 'wouter';
import { inForce } from '../../../domain/capacity/dated.ts';
import type { Team } from '../../../domain/capacity/standing.ts';
import type { Command } from '../../../domain/book.ts';
import type { Day } from '../../../kernel/day.ts';
import type { CalendarId } from '../../../kernel/ids.ts';
import { dayWords, percent } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Form } from '../../components/Form.tsx';
import { History } from '../../components/History.tsx';
import { Note } from '../../components/Note.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import item from '../work/ItemDrawer.module.css';
import css from './Lists.module.css';

type Draft = { readonly name: string; readonly calendar: CalendarId | null; readonly focus: number | null; readonly from: Day };

/** One team: who is in it, which calendar it follows, how much of its time is planned work. */
export const TeamDrawer = ({ team, closeTo }: { readonly team: Team; readonly closeTo: string }) => {
  const { book, ask, may, nameOf, today } = useCompany();
  const { id } = team;
  const now = inForce(team.focus, today) ?? null;
  const start = (): Draft => ({
    name: team.name,
    calendar: team.calendar,
    focus: now === null ? null : Math.round(now * 100),
    from: today,
  });
  const [draft, setDraft] = useState<Draft | null>(null);
  const [retiring, setRetiring] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  useBearings({ crumb: team.name });
  const people = [...book.capacity.values()].filter((p) => p.team === id);
  const save = (): void => {
    if (!draft) return;
    const focus = draft.focus === null ? null : draft.focus / 100;
    const commands: Command[] = [
      ...(draft.name !== team.name ? [{ type: 'team/rename', id, name: draft.name } as const] : []),
      ...(draft.calendar !== team.calendar ? [{ type: 'team/follow-calendar', id, calendar: draft.calendar } as const] : []),
      ...(focus !== null && focus !== now ? [{ type: 'team/set-focus', id, from: draft.from, focus } as const] : []),
    ];
    const answer = commands.length === 0 ? null : ask(commands);
    if (answer && !answer.ok) return setRefused(answer.words);
    setRefused(null);
    setDraft(null);
  };
  return (
    <Drawer
      title={team.name}
      kick="Team"
      closeTo={closeTo}
      foot={
        may('team/rename') &&
        !team.retired &&
        (draft ? (
          <>
            <Button kind="primary" onPress={save}>
              Save changes
            </Button>
            <Button onPress={() => setDraft(null)}>Leave unchanged</Button>
          </>
        ) : (
          <>
            <Button onPress={() => setDraft(start())}>Change</Button>
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
          <SelectField
            label="Working calendar"
            optional
            clearable
            value={draft.calendar}
            onChange={(calendar) => setDraft({ ...draft, calendar: calendar as CalendarId | null })}
            choices={[...book.calendar.values()].filter((c) => !c.retired).map((c) => ({ value: c.id, label: c.name }))}
          />
          <Columns>
            <NumberField label="Focus" unit="%" value={draft.focus} onChange={(focus) => setDraft({ ...draft, focus })} />
            <DateField label="From" value={draft.from} onChange={(from) => from && setDraft({ ...draft, from })} />
          </Columns>
        </Form>
      ) : (
        <>
          <dl className={item.facts}>
            <dt>Calendar</dt>
            <dd>{team.calendar ? book.calendar.get(team.calendar)?.name : 'none: Monday to Friday, no holidays'}</dd>
            <dt>Focus</dt>
            <dd>
              {team.focus.length === 0
                ? 'none recorded: all working time is counted'
                : team.focus.map((f) => (
                    <div key={f.from}>
                      {percent(f.value)} from {dayWords(f.from, today)}
                    </div>
                  ))}
            </dd>
          </dl>
          <section className={item.part}>
            <h3>People</h3>
            {people.length === 0 && <p className="mut sm">Nobody is in this team yet.</p>}
            <ul className={css.list}>
              {people.map((p) => (
                <li key={p.person}>
                  <Link className="lnk" href={closeTo.replace('/plan/capacity', `/plan/capacity/${p.person}`)}>
                    {nameOf(p.person)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
          <section className={item.part}>
            <h3>Who decided what</h3>
            <History thing={id} most={8} />
          </section>
        </>
      )}
      {retiring && (
        <WhyDialog
          title={`Retire the team “${team.name}”?`}
          does="Retire the team"
          onClose={() => setRetiring(false)}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'team/retire', id, why }], { notes: [note] });
            return answer.ok ? null : answer.words;
          }}
        />
      )}
    </Drawer>
  );
};
