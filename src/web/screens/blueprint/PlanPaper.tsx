import type { Plan } from '../../../domain/blueprint/plan.ts';
import { metersOf } from '../../../views/plan/meters.ts';
import { capital, count, days, dayWords, list, moneyFull, plural } from '../../../views/words/format.ts';
import { leverWords } from '../../../views/words/events-blueprint.ts';
import { CLASSES } from '../../../views/plan/classes.ts';
import { useCompany } from '../../state/company.tsx';
import css from './PlanPaper.module.css';

/** Exactly what is signed: every priority with its terms, what it takes of what is recorded, the levers and what is not done. */
export const PlanPaper = ({ plan, period }: { readonly plan: Plan; readonly period: string }) => {
  const { book, company, role, today, nameOf, noteOf } = useCompany();
  const { people, money } = metersOf(book, plan, period, today);
  const write = (minor: number): string => moneyFull({ minor, currency: company.currency });
  const sees = role !== 'viewer';
  return (
    <div className={css.paper}>
      <ul>
        {plan.lines.map((l) => (
          <li key={l.id}>
            <b className="agreed">{l.title}</b>
            <span>
              {CLASSES[l.moscow]}, {days(l.effortDays)}
              {sees && l.budgetMinor !== null ? `, ${write(l.budgetMinor)}` : ''}, {dayWords(l.from, today)} to {dayWords(l.to, today)},{' '}
              {nameOf(l.owner)}
            </span>
            <span className="dim">
              {l.outcomes.length > 0 ? `Serves ${list(l.outcomes.map((o) => book.outcome.get(o)?.name ?? o))}.` : 'Serves no outcome.'}
              {l.milestones.length > 0 && ` ${list(l.milestones.map((m) => `${m.title} by ${dayWords(m.day, today)}`))}.`}
              {l.dependsOn.length > 0 && ` Waits for ${list(l.dependsOn.map((id) => book.priority.get(id)?.title ?? id))}.`}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {days(people.days)} of {people.of === null ? 'an unrecorded number of' : count(people.of, 1)} person-days
        {sees && money.of !== null && `, ${write(money.minor)} of ${write(money.of)}`}. Must takes {days(people.must)}; the rule allows{' '}
        {plan.rule.mustPercent} %.
      </p>
      {plan.levers.length > 0 && (
        <p>
          {plan.levers.map((l) => (
            <span key={JSON.stringify(l)} className={css.lever}>
              {capital(leverWords(l, { book, today, nameOf }))}: <span className="agreed">“{noteOf(l.why)}”</span>
            </span>
          ))}
        </p>
      )}
      {plan.stopped.length > 0 && <p>Stopped: {list(plan.stopped.map((s) => `${s.title}, ${days(s.spentDays)} already spent`))}.</p>}
      {plan.notDoing.length > 0 && (
        <p className="dim">
          Not doing ({plural(plan.notDoing.length, 'line')}): {list(plan.notDoing.map((n) => n.title))}.
        </p>
      )}
    </div>
  );
};
