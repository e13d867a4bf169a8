import { Link } from 'wouter';
import { placeOf } from '../../../views/words/place-of.ts';
import { useCompany } from '../../state/company.tsx';
import css from './About.module.css';

/** The things an agreement is about, as links. */
export const About = ({ ids }: { readonly ids: readonly string[] }) => {
  const { book } = useCompany();
  if (ids.length === 0) return null;
  return (
    <section>
      <h3>About</h3>
      <ul className={css.about}>
        {ids.map((id) => {
          const place = placeOf(book, id);
          return (
            <li key={id}>
              {place ? (
                <Link href={place.href} className="lnk">
                  {place.text}
                </Link>
              ) : (
                id
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
