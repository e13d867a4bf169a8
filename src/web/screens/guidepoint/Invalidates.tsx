import { Link } from 'wouter';
import type { Guidepoint } from '../../../domain/guidepoint/guidepoint.ts';
import type { OutcomeId } from '../../../kernel/ids.ts';
import { invalidates } from '../../../views/agree/invalidates.ts';
import { days, moneyShort } from '../../../views/words/format.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import css from './GuidepointPage.module.css';

/** What it would make doubtful, counted before it is sent; and what already went into it. */
export const Invalidates = ({ guidepoint, touched }: { readonly guidepoint: Guidepoint; readonly touched: readonly OutcomeId[] }) => {
  const { book } = useCompany();
  const { data } = useFacts('home', { period: guidepoint.period });
  const effort = data?.strip.find((k) => k.link === 'work')?.effortDays ?? null;
  const money = data?.strip.find((k) => k.link === 'campaign')?.money ?? null;
  const spent = [
    effort !== null && effort > 0 ? days(Math.round(effort)) : null,
    money && money.minor > 0 ? moneyShort(money) : null,
  ].filter((s) => s !== null);
  return (
    <div>
      <h3>This would invalidate</h3>
      <ul className={css.counts}>
        {invalidates(book, guidepoint, touched).map(({ what, howMuch, href }) => (
          <li key={what}>
            {href ? <Link href={href}>{what}</Link> : what}
            <b className="num">{howMuch}</b>
          </li>
        ))}
      </ul>
      {spent.length > 0 && (
        <p className="mut" style={{ marginTop: 10 }}>
          {spent.join(' and ')} already went into the quarter.
        </p>
      )}
    </div>
  );
};
