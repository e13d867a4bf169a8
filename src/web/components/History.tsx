import { useState } from 'react';
import { Link } from 'wouter';
import { localTime } from '../../kernel/zone.ts';
import type { Sent } from '../../server/contract/book.ts';
import { eventWords } from '../../views/words/events.ts';
import { dayWords } from '../../views/words/format.ts';
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
            {entries.filter(worthTelling).map((entry) => (
              <Line key={entry.stamp.seq} entry={entry} within={thing !== undefined} />
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

/** A new work item stands at the end of the Backlog: that it was put there says nothing more. */
const worthTelling = ({ event }: Sent): boolean => !(event.type === 'backlog/placed' && event.before === null);

const Line = ({ entry: { event, stamp }, within }: { readonly entry: Sent; readonly within: boolean }) => {
  const { book, company, nameOf, noteOf, today } = useCompany();
  const { text, quote, href } = eventWords(event, { book, nameOf, today });
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
