import { Link, useLocation } from 'wouter';
import type { PersonId } from '../../../kernel/ids.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { WorkingDay } from '../../../domain/capacity/working.ts';
import { openedDays } from '../../../views/capacity/opened.ts';
import type { CapacityPage, PersonWeeks } from '../../../views/capacity/page.ts';
import { personDays } from '../../../views/capacity/words.ts';
import { count, dayWords, monthShort, percent } from '../../../views/words/format.ts';
import { partsOf } from '../../../kernel/day.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './WeekTable.module.css';

type Props = { readonly page: CapacityPage; readonly here: string; readonly open: PersonId | undefined };

/** A row for each person, a column for each week, and below them what is planned and what is free. */
export const WeekTable = ({ page, here, open }: Props) => {
  const { nameOf, today } = useCompany();
  const [, go] = useLocation();
  const address = (person: PersonId): string => here.replace('/plan/capacity', `/plan/capacity/${person}`);
  const now = (from: Day, to: Day): boolean => today >= from && today < to;
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css.frame} role="region" aria-label="Person-days by person and week" tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col" className={css.number}>
              Hours
            </th>
            <th scope="col" className={css.number}>
              Focus
            </th>
            <th scope="col" className={css.number}>
              Days
            </th>
            {page.weeks.map(({ from, to }, i) => (
              <th key={from} scope="col" className={`${css.week} ${now(from, to) ? css.now : ''}`}>
                <span>{i === 0 || partsOf(from).month !== partsOf(page.weeks[i - 1]!.from).month ? monthShort(from) : ''}</span>
                <abbr title={`${dayWords(from, today)} to ${dayWords(addDays(to, -1), today)}`}>{partsOf(from).date}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.people.map((p) => (
            <tr
              key={p.person}
              className={`${css.opens} ${p.person === open ? css.current : ''}`}
              onClick={(event) => !(event.target as HTMLElement).closest('a, button') && go(address(p.person))}
            >
              <th scope="row">
                <Link href={address(p.person)} className={css.name}>
                  <Avatar name={nameOf(p.person)} />
                  <span>
                    {nameOf(p.person)}
                    <small>{underName(p)}</small>
                  </span>
                </Link>
              </th>
              <td className={css.number}>{p.hours === null ? '–' : count(p.hours, 1)}</td>
              <td className={css.number}>{percent(p.focus)}</td>
              <td className={css.number}>
                <Figure opens={openedDays(`${nameOf(p.person)}: days to give this quarter`, p.total)}>{personDays(p.total.net)}</Figure>
              </td>
              {p.weeks.map((week, i) => (
                <Cell key={page.weeks[i]!.from} week={week} now={now(page.weeks[i]!.from, page.weeks[i]!.to)} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <Sums label="There is" total={page.total!.net} each={page.byWeek.map((w) => w.days)} />
          <Sums label="Planned" total={page.planned.days} each={page.byWeek.map((w) => w.planned)} />
          <Sums label="Free" total={page.total!.net - page.planned.days} each={page.byWeek.map((w) => w.days - w.planned)} judged />
        </tfoot>
      </table>
    </div>
  );
};

const underName = ({ team, record, leftOn, calendar }: PersonWeeks): string =>
  [
    leftOn === null ? team?.name : `left ${dayWords(leftOn)}`,
    record.skills.map((s) => s.skill).join(', ') || 'no skill recorded',
    calendar === null ? 'no calendar' : null,
  ]
    .filter(Boolean)
    .join(' · ');

/** One week of one person: its days, shaded by how much of the paid time is left; a mark where it holds days off or holidays. */
const Cell = ({ week, now }: { readonly week: WorkingDay; readonly now: boolean }) => {
  const away = week.off + week.holiday;
  const why = [week.off > 0 ? `${personDays(week.off)} off` : null, week.holiday > 0 ? `${personDays(week.holiday)} holiday` : null]
    .filter(Boolean)
    .join(', ');
  return (
    <td
      className={`${css.cell} ${now ? css.now : ''} ${away > 0 ? css.away : ''} ${week.net === 0 ? css.none : ''}`}
      style={{ '--full': String(week.gross === 0 ? 0 : (week.gross - away) / week.gross) } as React.CSSProperties}
      title={why || undefined}
    >
      {week.gross === 0 ? <span className="unseen">not at work</span> : count(week.net, 1)}
      {why && <span className="unseen">, {why}</span>}
    </td>
  );
};

const Sums = ({
  label,
  total,
  each,
  judged,
}: {
  readonly label: string;
  readonly total: number;
  readonly each: readonly number[];
  readonly judged?: boolean;
}) => (
  <tr>
    <th scope="row" colSpan={3}>
      {label}
    </th>
    <td className={css.number}>{judged && total < -0.05 ? <Tag kind="warn">{personDays(total)}</Tag> : personDays(total)}</td>
    {each.map((n, i) => (
      <td key={i} className={`${css.cell} ${judged && n < -0.05 ? css.short : ''}`}>
        {count(n, 1)}
      </td>
    ))}
  </tr>
);
