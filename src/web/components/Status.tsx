import css from './Status.module.css';

export type StatusKind = 'on' | 'risk' | 'off' | 'early' | 'unknown';

const GLYPHS: { readonly [K in StatusKind]: React.ReactNode } = {
  on: <circle cx="5" cy="5" r="4.2" fill="currentColor" />,
  risk: (
    <>
      <circle cx="5" cy="5" r="3.7" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M5 .8a4.2 4.2 0 0 1 0 8.4z" fill="currentColor" />
    </>
  ),
  off: <path d="M5 .6 9.6 9.2H.4z" fill="currentColor" />,
  early: <circle cx="5" cy="5" r="3.8" fill="none" stroke="currentColor" strokeWidth="1.3" strokeDasharray="1.7 1.5" />,
  unknown: <path d="M1 5h8" stroke="currentColor" strokeWidth="1.8" />,
};

/** How something stands: always glyph, word and colour together. */
export const Status = ({ kind, children }: { readonly kind: StatusKind; readonly children: React.ReactNode }) => (
  <span className={`${css.st} ${css[kind]}`}>
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      {GLYPHS[kind]}
    </svg>
    {children}
  </span>
);
