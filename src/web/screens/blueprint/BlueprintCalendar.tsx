import { useState } from 'react';
import { Link } from 'wouter';
import type { BlueprintView, CalendarRow, MilestoneMark } from '../../../views/plan/blueprint.ts';
import { monthMarks } from '../../../views/plan/geometry.ts';
import { count, dayWords, moneyShort, plural } from '../../../views/words/format.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useNarrow } from '../../shell/use-narrow.ts';
import { useCompany } from '../../state/company.tsx';
import { Moscow } from '../work/Moscow.tsx';
import css from './BlueprintCalendar.module.css';
import { CalendarBar } from './CalendarBar.tsx';
import { Diamond } from './Diamond.tsx';
import { MilestoneDialog } from './MilestoneDialog.tsx';
import { useUsefulStarts } from './use-useful-starts.ts';

const left = (share: number): React.CSSProperties => ({ left: `${share * 100}%` });

/** The calendar of the quarter: a row for each priority, with its bar, milestones, today and the last useful start. */
export const BlueprintCalendar = ({ view }: { readonly view: BlueprintView }) => {
  const { company, role, nameOf, may, today } = useCompany();
  const narrow = useNarrow();
  const [open, setOpen] = useState<MilestoneMark | null>(null);
  const { plan, rows, state } = view;
  const months = monthMarks(company.fiscal, view.period);
  const useful = useUsefulStarts(view)[0];
  const moves = state !== 'agreed' && !narrow && may('priority/reschedule');
  const money = (minor: number | null): string =>
    minor === null ? (role === 'viewer' ? '' : '–') : moneyShort({ minor, currency: company.currency });
  const lines = (
    <>
      {months.slice(1).map((m) => (
        <i key={m.from} className={css.month} style={left(m.left)} />
      ))}
      {useful && <i className={css.useful} style={left(useful.place)} />}
      {view.today !== null && <i className={css.today} style={left(view.today)} />}
    </>
  );
  if (rows.length === 0) return null;
  return (
    <div className={css.scroll}>
      <table
        className={css.calendar}
        aria-label={`Priorities on the calendar, ${dayWords(plan.from, today)} to before ${dayWords(plan.to, today)}`}
      >
        <thead>
          <tr>
            <th scope="col">Priority and the outcomes it serves</th>
            <th scope="col">
              <span className="unseen">Class</span>
            </th>
            <th scope="col">
              <span className="unseen">Owner</span>
            </th>
            <th scope="col" className={css.number}>
              Effort
            </th>
            <th scope="col" className={css.number}>
              Money
            </th>
            <th scope="col" className={css.head}>
              <span className="unseen">When</span>
              <div className={css.lane}>
                {months.map((m) => (
                  <b key={m.from} style={left(m.left)}>
                    {m.name}
                  </b>
                ))}
                {useful && (
                  <em
                    className={view.today === null && useful.place > 0.6 ? css.usefulEnd : css.usefulLabel}
                    style={{ ...left(useful.place), maxWidth: view.today === null ? undefined : `${(1 - useful.place) * 100}%` }}
                  >
                    last useful start, {useful.name}
                  </em>
                )}
                {view.today !== null && (
                  <em className={view.today > 0.5 ? css.todayEnd : css.todayLabel} style={left(view.today)}>
                    today
                  </em>
                )}
              </div>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.line.id} row={row} money={money(row.minor)} owner={row.line.owner ? nameOf(row.line.owner) : null}>
              <div className={css.lane}>
                {lines}
                <CalendarBar row={row} plan={plan} moves={moves} />
                {row.milestones.map((m, i) => (
                  <Diamond key={m.id} mark={m} next={row.milestones[i + 1]} onOpen={() => setOpen(m)} />
                ))}
              </div>
            </Row>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              Total of {plural(rows.length, 'priority', 'priorities')}
            </th>
            <td className={css.number}>{count(view.meters.people.days, 1)} d</td>
            <td className={css.number}>
              {role === 'viewer' ? '' : moneyShort({ minor: view.meters.money.minor, currency: company.currency })}
            </td>
          </tr>
        </tfoot>
      </table>
      {open && <MilestoneDialog id={open.id} agreed={state === 'agreed'} onClose={() => setOpen(null)} />}
    </div>
  );
};

const Row = ({
  row,
  money,
  owner,
  children,
}: {
  readonly row: CalendarRow;
  readonly money: string;
  readonly owner: string | null;
  readonly children: React.ReactNode;
}) => {
  const { line, outcomes, days } = row;
  return (
    <tr>
      <th scope="row" className={css.name}>
        <Link href={`/work/priorities/${line.id}`}>{line.title}</Link>
        <small>{outcomes.length > 0 ? outcomes.join(', ') : <Tag kind="gap">serves no outcome</Tag>}</small>
      </th>
      <td className={css.class}>
        <Moscow of={line.moscow} />
      </td>
      <td className={css.owner}>
        <Avatar name={owner} />
        <span className="unseen">{owner ?? 'nobody'}</span>
      </td>
      <td className={css.number}>{count(days, 1)} d</td>
      <td className={css.number}>{money}</td>
      <td className={css.when}>{children}</td>
    </tr>
  );
};
