import css from './Pending.module.css';

/** A number that is being counted: a grey line, never a 0. */
export const Pending = () => (
  <span className={css.pending} data-loading="">
    <span className="unseen">being counted</span>
  </span>
);
