import { Link } from 'wouter';
import { IconHome, IconInbox, IconListCheck, IconRoute, IconSearch, type Icon } from '@tabler/icons-react';
import { openPalette } from '../palette/opening.ts';
import { usePlaceHere } from '../places/here.ts';
import { PLACES } from '../places/places.ts';
import { useDecisions } from '../state/decisions.ts';
import css from './Tabs.module.css';

const TABS: readonly { readonly name: string; readonly href: string; readonly icon: Icon }[] = [
  { name: 'Home', href: '/', icon: IconHome },
  { name: 'Decisions', href: '/decisions', icon: IconInbox },
  { name: 'Backlog', href: '/work/backlog', icon: IconListCheck },
  { name: 'Thread', href: '/prove/thread', icon: IconRoute },
];

/** The phone's rail: four places at the thumb, and Find for the rest. */
export const Tabs = () => {
  const here = usePlaceHere();
  const decisions = useDecisions();
  const tabs = TABS.filter(({ href }) => PLACES.some((p) => p.href === href));
  return (
    <nav className={`tabs ${css.tabs}`} aria-label="Places" style={{ gridTemplateColumns: `repeat(${tabs.length + 1}, 1fr)` }}>
      {tabs.map(({ name, href, icon: Icon }) => (
        <Link key={href} href={href} aria-current={here?.href === href ? 'page' : undefined}>
          <Icon size={20} stroke={1.6} aria-hidden="true" />
          {name}
          {name === 'Decisions' && decisions.length > 0 && <em aria-label={`${decisions.length} waiting for you`}>{decisions.length}</em>}
        </Link>
      ))}
      <button type="button" onClick={() => openPalette()}>
        <IconSearch size={20} stroke={1.6} aria-hidden="true" />
        Find
      </button>
    </nav>
  );
};
