import { useEffect, useState } from 'react';
import css from './Loading.module.css';

/** Nothing for the first fifth of a second; then grey lines where text will be; after three seconds, what is being read. */
export const Loading = ({ what, lines = 4 }: { /** "the deals of this quarter" */ readonly what: string; readonly lines?: number }) => {
  const [since, setSince] = useState<0 | 200 | 3000>(0);
  useEffect(() => {
    const timers = [setTimeout(() => setSince(200), 200), setTimeout(() => setSince(3000), 3000)];
    return () => timers.forEach(clearTimeout);
  }, []);
  if (since === 0) return <i hidden data-loading="" />;
  return (
    <div className={css.loading} role="status" data-loading="">
      <span className="unseen">Reading {what}</span>
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} style={{ width: `${[62, 88, 74, 81, 55, 69][line % 6]}%` }} />
      ))}
      {since === 3000 && <p className="sm dim">Reading {what} …</p>}
    </div>
  );
};
