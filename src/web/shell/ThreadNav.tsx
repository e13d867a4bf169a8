import { Link } from 'wouter';
import { Tooltip } from '@mantine/core';
import { hueStyle } from '../components/thread/hue.ts';
import { GROUPS, ON_THREAD } from '../places/groups.ts';
import { usePlaceHere } from '../places/here.ts';
import { PLACES } from '../places/places.ts';
import { Pages } from './Pages.tsx';
import css from './Rail.module.css';

/** The places that hang on the thread, from what was agreed to what it proved. */
export const ThreadNav = () => {
  const here = usePlaceHere();
  const groups = ON_THREAD.map((group) => ({ group, pages: PLACES.filter((p) => p.group === group && !p.hidden) })).filter(
    ({ pages }) => pages.length > 0,
  );
  return (
    <ul className={css.thread}>
      {groups.map(({ group, pages }) => {
        const { name, knot } = GROUPS[group];
        const current = here?.group === group;
        return (
          <li key={group} style={hueStyle(knot!)}>
            <Tooltip label={name} position="right" classNames={{ tooltip: css.tip ?? '' }}>
              <Link href={pages[0]!.href} className={`${css.line} ${current ? css.on : ''}`}>
                <i className={css.knot} aria-hidden="true" />
                <span>{name}</span>
              </Link>
            </Tooltip>
            {current && <Pages pages={pages} />}
          </li>
        );
      })}
    </ul>
  );
};
