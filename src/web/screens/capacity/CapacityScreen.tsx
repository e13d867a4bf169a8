import { useState } from 'react';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { IconCalendarPlus, IconChevronLeft, IconChevronRight, IconUserPlus } from '@tabler/icons-react';
import { quarterAfter, quarterNamed, quarterOf } from '../../../kernel/fiscal.ts';
import type { CalendarId, PersonId, TeamId } from '../../../kernel/ids.ts';
import { capacityPage } from '../../../views/capacity/capacity.ts';
import { metersOf } from '../../../views/capacity/meters.ts';
import { spendIn } from '../../../views/budget/facts.ts';
import { quarterWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { CapacityMeters } from '../../components/CapacityMeters.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Note } from '../../components/Note.tsx';
import { Segments } from '../../components/Segments.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { AddCalendar } from './AddCalendar.tsx';
import { AddTeam } from './AddTeam.tsx';
import { CalendarDrawer } from './CalendarDrawer.tsx';
import css from './CapacityScreen.module.css';
import { PersonDrawer } from './PersonDrawer.tsx';
import { RecordPerson } from './RecordPerson.tsx';
import { SkillTable } from './SkillTable.tsx';
import { TeamDrawer } from './TeamDrawer.tsx';
import { TeamsAndCalendars } from './TeamsAndCalendars.tsx';
import { WeekTable } from './WeekTable.tsx';

type Adding = 'person' | 'team' | 'calendar' | null;

/** Who can give how many person-days in which week, and whether what is planned fits. */
export const CapacityScreen = () => {
  const { book, company, today, may, nameOf, role } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const asked = search.get('period');
  const period = asked !== null && quarterNamed(company.fiscal, asked) ? asked : quarterOf(company.fiscal, today).id;
  const [by, setBy] = useState<'person' | 'skill'>('person');
  const [adding, setAdding] = useState<Adding>(search.get('do') === 'add' ? 'person' : null);
  const writes = may('capacity/set-hours');
  useKey('n', 'Record a person', () => setAdding('person'), writes);
  const money = useFacts('budget', { year: Number(period.slice(0, 4)) }, role !== 'viewer');
  const page = capacityPage(book, period, today, nameOf);
  const meters = metersOf(book, period, today, money.data ? spendIn(money.data).byLine : undefined);
  const here = `/plan/capacity?period=${period}`;
  const to = (steps: number): void => go(`/plan/capacity?period=${quarterAfter(company.fiscal, period, steps).id}`);
  return (
    <>
      <Head
        title={page.title}
        sub={page.scope}
        actions={
          <>
            <div className={css.period} role="group" aria-label="Quarter">
              <IconButton label="Quarter before" onPress={() => to(-1)}>
                <IconChevronLeft size={16} stroke={1.6} aria-hidden="true" />
              </IconButton>
              <b>{quarterWords(period)}</b>
              <IconButton label="Quarter after" onPress={() => to(1)}>
                <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
              </IconButton>
            </div>
            {writes && (
              <>
                <Button icon={<IconCalendarPlus size={15} stroke={1.8} aria-hidden="true" />} onPress={() => setAdding('calendar')}>
                  Draw a calendar
                </Button>
                <Button
                  kind="primary"
                  icon={<IconUserPlus size={15} stroke={1.8} aria-hidden="true" />}
                  onPress={() => setAdding('person')}
                >
                  Record a person
                </Button>
              </>
            )}
          </>
        }
      />
      <div className={css.body}>
        {page.people.length === 0 ? (
          <Empty action={writes && <Button onPress={() => setAdding('person')}>Record the first person</Button>}>
            Each person stands here with a number for every week: weekly hours, less holidays, time off and what goes into meetings. A
            Blueprint is agreed against these person-days.
          </Empty>
        ) : (
          <>
            <CapacityMeters meters={meters} currency={company.currency} money={role !== 'viewer'} />
            <div className={css.tools}>
              <Segments
                label="Look at capacity"
                value={by}
                onChoose={setBy}
                choices={[
                  { value: 'person', text: 'By person and week' },
                  { value: 'skill', text: 'By skill' },
                ]}
              />
            </div>
            {by === 'person' ? <WeekTable page={page} here={here} open={id as PersonId | undefined} /> : <SkillTable page={page} />}
          </>
        )}
        {page.notes.map((note) => (
          <Note key={note} kind="plain">
            {note}
          </Note>
        ))}
        <TeamsAndCalendars
          here={here}
          onTeam={writes ? () => setAdding('team') : null}
          onCalendar={writes ? () => setAdding('calendar') : null}
        />
      </div>
      {adding === 'person' && <RecordPerson from={page.from} onClose={() => setAdding(null)} />}
      {adding === 'team' && <AddTeam onClose={() => setAdding(null)} />}
      {adding === 'calendar' && <AddCalendar onClose={() => setAdding(null)} />}
      {id?.startsWith('p_') && <PersonDrawer key={id} person={id as PersonId} closeTo={here} page={page} />}
      {id?.startsWith('d_') && book.calendar.has(id as CalendarId) && (
        <CalendarDrawer key={id} calendar={book.calendar.get(id as CalendarId)!} closeTo={here} />
      )}
      {id?.startsWith('t_') && book.team.has(id as TeamId) && <TeamDrawer key={id} team={book.team.get(id as TeamId)!} closeTo={here} />}
    </>
  );
};
