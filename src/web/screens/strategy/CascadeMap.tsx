import { Link } from 'wouter';
import type { Priority } from '../../../domain/blueprint/priority.ts';
import type { Cascade, CascadeObjective, CascadeOutcome } from '../../../views/agree/cascade.ts';
import { dayWords, days, quarterWords } from '../../../views/words/format.ts';
import { valueShort } from '../../../views/words/values.ts';
import { useCompany } from '../../state/company.tsx';
import css from './CascadeMap.module.css';

/** From vision to priorities, link by link. A gap is a break in the line: dashed, red, with words. */
export const CascadeMap = ({ cascade }: { readonly cascade: Cascade }) => {
  const { vision, mission, objectives, adrift } = cascade;
  return (
    <div
      className={css.scroll}
      role="region"
      aria-label="Cascade map"
      tabIndex={0 /* oxlint-disable-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways */}
    >
      <div className={css.map}>
        <div className={css.heads} aria-hidden="true">
          <span>Vision and mission</span>
          <span>Objective</span>
          <span>Outcome</span>
          <span>Priority</span>
        </div>
        <div className={css.whole}>
          <div className={css.source}>
            <div className={css.node}>
              <p className={vision ? 'agreed' : css.gapText}>{vision?.statement ?? 'No vision yet'}</p>
              <p className={mission ? `agreed ${css.mission}` : css.gapText}>{mission?.statement ?? 'No mission yet'}</p>
            </div>
          </div>
          <ul className={css.branches}>
            {objectives.map((o) => (
              <ObjectiveBranch key={o.objective.id} of={o} />
            ))}
            {adrift.length > 0 && (
              <li className={css.branch}>
                <div className={`${css.node} ${css.gap}`}>
                  <p className={css.gapText}>Serves no outcome that runs</p>
                </div>
                <ul className={css.branches}>
                  <li className={`${css.branch} ${css.wide}`}>
                    <ul className={css.priorities}>
                      {adrift.map((p) => (
                        <PriorityNode key={p.id} priority={p} adrift />
                      ))}
                    </ul>
                  </li>
                </ul>
              </li>
            )}
          </ul>
        </div>
      </div>
    </div>
  );
};

const ObjectiveBranch = ({ of: { objective, outcomes, year } }: { readonly of: CascadeObjective }) => (
  <li className={css.branch}>
    <div className={`${css.node} ${css.objective}`}>
      <Link href={`/agree/strategy/${objective.id}`} className="agreed">
        {objective.statement}
      </Link>
      <p className="dim xs">Fiscal year {year}</p>
    </div>
    <ul className={css.branches}>
      {outcomes.map((o) => (
        <OutcomeBranch key={o.outcome.id} of={o} />
      ))}
      {outcomes.length === 0 && (
        <li className={css.branch}>
          <div className={`${css.node} ${css.gap}`}>
            <p className={css.gapText}>No outcome runs</p>
            <Link href={`/agree/outcomes?do=add&objective=${objective.id}`} className="lnk xs">
              Name one
            </Link>
          </div>
        </li>
      )}
    </ul>
  </li>
);

const OutcomeBranch = ({ of: { outcome, priorities, starving } }: { readonly of: CascadeOutcome }) => {
  const { company, today } = useCompany();
  return (
    <li className={css.branch}>
      <div className={`${css.node} ${css.outcome}`}>
        <Link href={`/agree/outcomes/${outcome.id}`} className="agreed">
          {outcome.name}
        </Link>
        <p className="dim xs">
          to {valueShort(outcome.target, outcome.metric.unit, company.currency)} by {dayWords(outcome.due, today)}
        </p>
      </div>
      <ul className={css.priorities}>
        {priorities.map((p) => (
          <PriorityNode key={p.id} priority={p} />
        ))}
        {starving === 'no-priority' && (
          <li className={`${css.priority} ${css.gap}`}>
            <p className={css.gapText}>Starved: no priority serves it</p>
            <Link href="/work/priorities?do=add" className="lnk xs">
              Plan one
            </Link>
          </li>
        )}
        {starving === 'no-work' && (
          <li className={`${css.priority} ${css.gap}`}>
            <p className={css.gapText}>Starved: nobody works on {priorities.length === 1 ? 'it' : 'them'} yet</p>
          </li>
        )}
      </ul>
    </li>
  );
};

const PriorityNode = ({ priority, adrift }: { readonly priority: Priority; readonly adrift?: boolean }) => (
  <li className={`${css.priority} ${adrift ? css.gap : ''}`}>
    <Link href={`/work/priorities/${priority.id}`}>{priority.title}</Link>
    <span className="dim xs nw">
      {quarterWords(priority.period)}, {days(priority.effortDays)}
    </span>
  </li>
);
