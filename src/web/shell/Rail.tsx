import { Link } from 'wouter';
import { Tooltip } from '@mantine/core';
import { IconDatabase, IconHome, IconInbox, IconSearch, IconSettings, type Icon } from '@tabler/icons-react';
import { useDecisions } from '../state/decisions.ts';
import { openPalette } from '../palette/opening.ts';
import { GROUPS } from '../places/groups.ts';
import { usePlaceHere } from '../places/here.ts';
import { PLACES } from '../places/places.ts';
import type { Group } from '../places/place.ts';
import { CompanyMenu } from './CompanyMenu.tsx';
import { MeMenu } from './MeMenu.tsx';
import { Pages } from './Pages.tsx';
import css from './Rail.module.css';
import { ThreadNav } from './ThreadNav.tsx';

/** The rail: few places, and only the current one shows its pages. */
export const Rail = () => {
  const decisions = useDecisions();
  return (
    <nav className={`rail ${css.rail}`} aria-label="Main">
      <CompanyMenu />
      <button type="button" className={css.find} onClick={() => openPalette()} aria-keyshortcuts="Meta+K Control+K">
        <IconSearch size={15} stroke={1.6} aria-hidden="true" />
        <span>Find or do</span>
        <kbd aria-hidden="true">{/Mac|iP/.test(navigator.platform) ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <Line group="home" icon={IconHome} />
      <Line group="decisions" icon={IconInbox} count={decisions.length} />
      <ThreadNav />
      <div className={css.foot}>
        <Line group="data" icon={IconDatabase} />
        <Line group="people" icon={IconSettings} />
        <MeMenu />
      </div>
    </nav>
  );
};

/** One line of the rail; a place that has no page yet is absent. */
const Line = ({ group, icon: Icon, count }: { readonly group: Group; readonly icon: Icon; readonly count?: number }) => {
  const here = usePlaceHere();
  const pages = PLACES.filter((p) => p.group === group && !p.hidden);
  if (pages.length === 0) return null;
  const current = here?.group === group;
  const { name } = GROUPS[group];
  return (
    <>
      <Tooltip label={name} position="right" classNames={{ tooltip: css.tip ?? '' }}>
        <Link
          href={pages[0]!.href}
          className={`${css.line} ${current ? css.current : ''}`}
          aria-current={current && pages.length === 1 ? 'page' : undefined}
        >
          <Icon size={16} stroke={1.6} aria-hidden="true" />
          <span>{name}</span>
          {count !== undefined && count > 0 && <em aria-label={`${count} waiting for you`}>{count}</em>}
        </Link>
      </Tooltip>
      {current && pages.length > 1 && <Pages pages={pages} />}
    </>
  );
};
