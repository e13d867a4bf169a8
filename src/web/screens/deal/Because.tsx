import { Link } from 'wouter';
import type { DealView } from '../../../views/deal/deal.ts';
import { dayLong } from '../../../views/words/format.ts';
import { ThreadList } from '../../components/thread/ThreadList.tsx';
import css from './Because.module.css';

/** The request that caused it, and the chain from the touch up to the objective. */
export const Because = ({ deal }: { readonly deal: DealView }) => (
  <aside className={css.because} aria-labelledby="because">
    <h2 id="because">{deal.request ? 'The request that caused it' : 'Why it happened'}</h2>
    {deal.request ? (
      <>
        <blockquote className={`agreed ${css.words}`}>
          {deal.request.words === null ? 'The words may not be shown, or were erased.' : `“${deal.request.words}”`}
        </blockquote>
        <p className="dim xs">
          {deal.request.by}, {dayLong(deal.request.on)}. Became {deal.request.item}
          {deal.request.request && (
            <>
              {' '}
              by{' '}
              <Link href={`/work/requests/${deal.request.request.id}`} className="lnk">
                {deal.request.request.ref}
              </Link>
            </>
          )}
          .
        </p>
      </>
    ) : (
      <p className="mut sm">
        {deal.chain.length > 0
          ? 'Nobody is recorded as having asked for this work.'
          : 'No campaign of the plan touched it before the close.'}
      </p>
    )}
    {deal.chain.length > 0 && (
      <div className={css.chain}>
        <ThreadList
          knots={deal.chain.map((step) => ({ link: step.link, name: step.label, sub: step.sub, href: step.href ?? undefined }))}
        />
      </div>
    )}
  </aside>
);
