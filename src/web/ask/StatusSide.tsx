import type { RequestPage } from '../../views/intake/request-page.ts';
import css from './StatusSide.module.css';

/** Beside the page: why, what it serves, what happened so far. */
export const StatusSide = ({ page }: { readonly page: RequestPage }) => (
  <>
    {page.why && (
      <>
        <h2>{page.why.label}</h2>
        <blockquote className={`agreed ${css.words}`}>“{page.why.words}”</blockquote>
        <p className={css.by}>{page.why.by}</p>
      </>
    )}
    {page.serves && (
      <>
        <h2>What it serves</h2>
        <p className={css.serves}>{page.serves.name}</p>
        <p className={css.sm}>{page.serves.text}</p>
      </>
    )}
    <h2>So far</h2>
    <ol className={css.track}>
      {page.steps.map((step) => (
        <li key={step.text} className={step.done ? undefined : css.todo}>
          <b>{step.text}</b>
          {step.when}
        </li>
      ))}
    </ol>
  </>
);
