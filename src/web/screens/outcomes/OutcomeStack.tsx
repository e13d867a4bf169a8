import { Link } from 'wouter';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { dayWords } from '../../../views/words/format.ts';
import { valueShort } from '../../../views/words/values.ts';
import { useCompany } from '../../state/company.tsx';
import { NowCell } from './NowCell.tsx';
import css from './OutcomeStack.module.css';
import { StandsCell } from './StandsCell.tsx';

/** Outcomes under each other: the table's lines where it is too narrow for its columns. */
export const OutcomeStack = ({ outcomes, label }: { readonly outcomes: readonly Outcome[]; readonly label: string }) => {
  const { company, today } = useCompany();
  return (
    <ul className={css.stack} aria-label={label}>
      {outcomes.map((o) => (
        <li key={o.id}>
          <Link href={`/agree/outcomes/${o.id}`} className="agreed">
            {o.name}
          </Link>
          <span className={css.now}>
            <NowCell outcome={o} />
          </span>
          <span className="dim">
            to {valueShort(o.target, o.metric.unit, company.currency)} by {dayWords(o.due, today)}
          </span>
          <span className={css.stands}>
            <StandsCell outcome={o} />
          </span>
        </li>
      ))}
    </ul>
  );
};
