import { Link } from 'wouter';
import { askedFor } from '../../../domain/backlog/asked.ts';
import type { Item } from '../../../domain/backlog/item.ts';
import { dayLong } from '../../../views/words/format.ts';
import { useCompany } from '../../state/company.tsx';
import css from './ItemDrawer.module.css';

/** Who asked for a work item, in whose words; with the request where one stands. */
export const AskedFor = ({ item }: { readonly item: Item }) => {
  const { book, nameOf, noteOf, today } = useCompany();
  return askedFor(book, item).map(({ request, by, on, words }) => (
    <section key={words} className={css.part}>
      <h3>
        Asked for by {nameOf(by)}, {dayLong(on, today)}{' '}
        {request && (
          <Link href={`/work/requests/${request.id}`} className="lnk">
            {request.ref}
          </Link>
        )}
      </h3>
      <blockquote className={`agreed ${css.words}`}>
        {noteOf(words) ? `“${noteOf(words)}”` : 'The words may not be shown, or were erased.'}
      </blockquote>
    </section>
  ));
};
