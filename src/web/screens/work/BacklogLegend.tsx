import css from './BacklogScreen.module.css';

/** What the marks mean. */
export const BacklogLegend = () => (
  <div className={css.legend}>
    <span>
      <svg width={60} height={12} aria-hidden="true">
        <rect width={3} height={12} style={{ fill: 'var(--th-work)' }} />
        <rect x={3} y={3} width={28} height={6} style={{ fill: 'var(--th-work)', opacity: 0.42 }} />
        <rect x={31} y={3} width={24} height={6} style={{ fill: 'var(--th-work)', opacity: 0.18 }} />
      </svg>
      50 %, 85 %, 95 % sure to be finished
    </span>
    <span>
      <svg width={12} height={9} aria-hidden="true">
        <path d="M0 0h12L6 9z" style={{ fill: 'var(--off)' }} />
      </svg>
      last useful start: later work lands less than half of its effect in time
    </span>
    <span>Sizes in person-days. ≈ guessed from similar items.</span>
  </div>
);
