import { Link } from 'wouter';
import { inForce } from '../../../domain/capacity/dated.ts';
import type { Calendar, Team } from '../../../domain/capacity/standing.ts';
import type { Day } from '../../../kernel/day.ts';
import { capital, dayWords, percent, tally } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './Lists.module.css';
import { weekdayWords } from './weekdays.ts';

type Props = { readonly here: string; readonly onTeam: (() => void) | null; readonly onCalendar: (() => void) | null };

/** The teams and the working calendars that people follow. */
export const TeamsAndCalendars = ({ here, onTeam, onCalendar }: Props) => {
  const { book, today } = useCompany();
  const teams = [...book.team.values()].filter((t) => !t.retired);
  const calendars = [...book.calendar.values()].filter((c) => !c.retired);
  const address = (id: string): string => here.replace('/plan/capacity', `/plan/capacity/${id}`);
  const people = (team: Team): number => [...book.capacity.values()].filter((p) => p.team === team.id).length;
  return (
    <div className={css.two}>
      <section>
        <div className={css.head}>
          <h2>Teams</h2>
          {onTeam && (
            <Button kind="quiet" size="small" onPress={onTeam}>
              Form a team
            </Button>
          )}
        </div>
        {teams.length === 0 && (
          <p className="mut sm">A team gives its calendar and its focus factor to those who have none of their own.</p>
        )}
        <ul className={css.list}>
          {teams.map((team) => (
            <li key={team.id}>
              <span>
                <Link className="lnk" href={address(team.id)}>
                  {team.name}
                </Link>
                <small>
                  {tally(people(team), 'person', 'people')} · {focusWords(team, today)} ·{' '}
                  {team.calendar ? (book.calendar.get(team.calendar)?.name ?? 'no calendar') : 'no calendar'}
                </small>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <div className={css.head}>
          <h2>Working calendars</h2>
          {onCalendar && (
            <Button kind="quiet" size="small" onPress={onCalendar}>
              Draw a calendar
            </Button>
          )}
        </div>
        {calendars.length === 0 && <p className="mut sm">A calendar says which weekdays are worked and which days are holidays.</p>}
        <ul className={css.list}>
          {calendars.map((calendar) => (
            <li key={calendar.id}>
              <span>
                <Link className="lnk" href={address(calendar.id)}>
                  {calendar.name}
                </Link>
                <small>
                  {weekdayWords(calendar.weekdays)} · {nextHoliday(calendar, today)}
                </small>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
};

const focusWords = (team: Team, today: Day): string => {
  const focus = inForce(team.focus, today) ?? team.focus[0]?.value;
  return focus === undefined ? 'no focus factor' : `${percent(focus)} focus`;
};
const nextHoliday = ({ holidays }: Calendar, today: Day): string => {
  const next = holidays.find((h) => h.day >= today);
  if (next) return `next holiday ${dayWords(next.day, today)}, ${next.name}`;
  return capital(holidays.length === 0 ? 'no holidays yet' : 'no holiday to come');
};
