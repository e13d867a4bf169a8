import { Link } from 'wouter';
import css from '../agreements/AgreeTabs.module.css';

const TABS = [
  { href: '/prove/funnel', text: 'Funnel' },
  { href: '/prove/roi', text: 'Return on cost' },
  { href: '/prove/credit', text: 'Credit' },
] as const;

/** The pages of how many come through, what it cost and who gets the credit. */
export const ProveTabs = ({ current }: { readonly current: (typeof TABS)[number]['href'] }) => (
  <nav className={css.tabs} aria-label="Funnel and ROI">
    {TABS.map(({ href, text }) => (
      <Link key={href} href={href} aria-current={href === current ? 'page' : undefined}>
        {text}
      </Link>
    ))}
  </nav>
);
