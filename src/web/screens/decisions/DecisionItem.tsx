import { Link } from 'wouter';
import type { Decision } from '../../../views/decisions/decision.ts';
import { short } from '../../../views/words/format.ts';
import { Status } from '../../components/Status.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './DecisionItem.module.css';

/** One thing that waits: what, why, by when, and the way there. */
export const DecisionItem = ({ decision: { title, text, quote, when, state, action, href } }: { readonly decision: Decision }) => {
  const { noteOf } = useCompany();
  const words = noteOf(quote);
  return (
    <li className={css.item}>
      <h3>{title}</h3>
      <p>
        {text} {words && <span className="agreed">“{short(words, 140)}”</span>}
      </p>
      <div className={css.foot}>
        <Status kind={state}>{when}</Status>
        <Link href={href} className="lnk" aria-label={`${action}: ${title}`}>
          {action}
        </Link>
      </div>
    </li>
  );
};
