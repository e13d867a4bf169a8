import { useState } from 'react';
import { Link } from 'wouter';
import { localTime } from '../../kernel/zone.ts';
import type { Sent } from '../../server/contract/book.ts';
import { eventWords } from '../../views/words/events.ts';
import { condensed } from '../../views/words/condensed.ts';
import { dayWords, tally } from '../../views/words/format.ts';
import { useCompany } from '../state/company.tsx';
import { useFacts } from '../state/facts.ts';
import { Answered } from './Answered.tsx';
import css from './History.module.css';

type Props = {
  /** Only what happened to this thing; everything where it is left out. */
  readonly thing?: string;
  readonly most?: number;
};

/** Who decided what, when: newest first. */
export const History = ({ thing, most = 30 }: Props) => {
  const [limit, setLimit] = useState(most);
  const facts = useFacts('history', { limit, ...(thing && { thing }) });
  return (
    <Answered of={facts} what="the history" lines={3}>
      {({ entries, more }) => (
        <>
          <ol className={css.history}>
            {condensed(entries).map(({ entry, n }) => (
              <Line key={entry.stamp.seq} entry={entry} n={n} within={thing !== undefined} />
            ))}
          </ol>
          {entries.length === 0 && <p className="sm dim">Nothing was decided here yet.</p>}
          {more && (
            <button type="button" className="lnk sm" onClick={() => setLimit(Math.min(1000, limit * 3))}>
              Show earlier
            </button>
          )}
        </>
      )}
    </Answered>
  );
};

const Line = ({ entry: { event, stamp }, n, within }: { readonly entry: Sent; readonly n: number; readonly within: boolean }) => {
  const { book, company, nameOf, noteOf, today } = useCompany();
  const { text, quote, href } =
    n > 1
      ? { text: `put ${tally(n, 'work item')} in order`, quote: null, href: '/work/backlog' }
      : eventWords(event, { book, nameOf, today });
  const local = localTime(company.zone, stamp.at);
  const words = noteOf(quote);
  return (
    <li>
      <time dateTime={stamp.at} title={local.slice(11, 16)}>
        {dayWords(local.slice(0, 10), today)}
      </time>
      <div>
        <b>{stamp.by === 'p_operator' ? 'The local operator' : nameOf(stamp.by)}</b>{' '}
        {href && !within ? (
          <Link href={href} className={css.what}>
            {text}
          </Link>
        ) : (
          text
        )}
        .{words && <span className={`agreed ${css.quote}`}>“{words}”</span>}
      </div>
    </li>
  );
};
