import { Link } from 'wouter';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Break } from '../../../views/thread/thread.ts';
import css from './Panels.module.css';

/** What breaks the thread, and where to mend it. */
export const Breaks = ({ breaks }: { readonly breaks: readonly Break[] }) => (
  <section aria-labelledby="breaks">
    <h2 id="breaks" className={css.head}>
      <IconAlertTriangle size={16} stroke={1.6} aria-hidden="true" />
      Breaks in this thread
    </h2>
    {breaks.length === 0 ? (
      <p className="mut sm">None: every link of what is shown holds.</p>
    ) : (
      <ul className={css.breaks}>
        {breaks.map((b) => (
          <li key={b.code} title={b.todo}>
            <span>{b.text}</span>
            <Link href={b.href} className="lnk" aria-label={`${b.action}: ${b.text}`}>
              {b.action}
            </Link>
          </li>
        ))}
      </ul>
    )}
  </section>
);
