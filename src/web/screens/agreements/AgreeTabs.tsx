import { Link } from 'wouter';
import css from './AgreeTabs.module.css';

const TABS = [
  { href: '/agree/agreements', text: 'Roles' },
  { href: '/agree/expectations', text: 'Expectations' },
  { href: '/agree/log', text: 'Decision log' },
  { href: '/agree/search', text: 'Search' },
] as const;

/** The four pages of what people owe each other. */
export const AgreeTabs = ({ current }: { readonly current: (typeof TABS)[number]['href'] }) => (
  <nav className={css.tabs} aria-label="Agreements">
    {TABS.map(({ href, text }) => (
      <Link key={href} href={href} aria-current={href === current ? 'page' : undefined}>
        {text}
      </Link>
    ))}
  </nav>
);
