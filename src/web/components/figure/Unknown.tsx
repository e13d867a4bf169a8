import { Figure } from './Figure.tsx';
import css from './Unknown.module.css';

/** What is not known: never 0; a dash that says why when it is pressed. */
export const Unknown = ({ what, why }: { readonly what: string; readonly why: string }) => (
  <Figure opens={{ what, missing: [why] }}>
    <span className={css.dash} aria-label={`not known: ${why}`}>
      –
    </span>
  </Figure>
);
