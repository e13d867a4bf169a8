import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'wouter';
import { ThreadLocator } from '../components/thread/ThreadLocator.tsx';
import { useBearingsNow } from '../places/bearings.ts';
import { GROUPS } from '../places/groups.ts';
import { leadsOf, usePlaceHere } from '../places/here.ts';
import { PLACES } from '../places/places.ts';
import { AsOf } from './AsOf.tsx';
import css from './Bar.module.css';
import { BarTools } from './BarTools.tsx';
import { useNarrow } from './use-narrow.ts';

/** Where this is: place, place on the thread, and as of when. */
export const Bar = () => {
  const place = usePlaceHere();
  const { crumb, links = place?.links ?? [], to, note } = useBearingsNow();
  const narrow = useNarrow();
  const group = place && GROUPS[place.group].name;
  return (
    <header className={css.bar}>
      <nav className={css.crumb} aria-label="Breadcrumb">
        {place && group !== place.name && (
          <>
            <span>{group}</span>
            <IconChevronRight size={13} stroke={1.6} aria-hidden="true" />
          </>
        )}
        {place && crumb ? <Link href={place.href}>{place.name}</Link> : <b>{place?.name ?? 'Not found'}</b>}
        {crumb && (
          <>
            <IconChevronRight size={13} stroke={1.6} aria-hidden="true" />
            <b className={css.last}>{crumb}</b>
          </>
        )}
      </nav>
      {links.length > 0 ? <ThreadLocator current={links} to={{ ...leadsOf(PLACES), ...to }} still={narrow} /> : <span />}
      <div className={css.tools}>
        <AsOf note={note} />
        <BarTools />
      </div>
    </header>
  );
};
