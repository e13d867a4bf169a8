import { Link } from 'wouter';
import { usePlaceHere } from '../places/here.ts';
import type { Place } from '../places/place.ts';
import css from './Rail.module.css';

/** The pages of the place that is open. */
export const Pages = ({ pages }: { readonly pages: readonly Place[] }) => {
  const here = usePlaceHere();
  return (
    <ul className={css.pages}>
      {pages.map(({ name, href }) => (
        <li key={href}>
          <Link href={href} aria-current={here?.href === href || here?.under === href ? 'page' : undefined}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
};
