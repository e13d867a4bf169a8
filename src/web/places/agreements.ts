/** The places of agreements: one line in the rail, its pages behind tabs. */
import { LINKS } from '../../views/thread/links.ts';
import type { Place } from './place.ts';
import { screen } from './screen.ts';

export const AGREEMENT_PLACES: readonly Place[] = [
  {
    name: 'Agreements',
    group: 'agree',
    href: '/agree/agreements',
    path: '/agree/agreements/:id?',
    links: ['outcome', 'priority'],
    also: 'roles responsibilities raci daci accountable',
    screen: screen(async () => (await import('../screens/agreements/RolesScreen.tsx')).RolesScreen),
    actions: ({ may }) => [
      { id: 'expectations', text: 'See expectations', also: 'promises signatures agreements', href: '/agree/expectations' },
      {
        id: 'propose-expectation',
        text: 'Put an expectation forward',
        also: 'promise agree sales new',
        href: '/agree/expectations?do=add',
        forbid: may('expectation/propose') ? null : 'Owners, marketers and stakeholders put expectations forward',
      },
      { id: 'decision-log', text: 'See the decision log', also: 'logged decisions evidence', href: '/agree/log' },
      {
        id: 'log-decision',
        text: 'Log a decision',
        also: 'evidence record new',
        href: '/agree/log?do=add',
        forbid: may('logged/decide') ? null : 'Owners, marketers and stakeholders log decisions',
      },
      { id: 'search-everything', text: 'Search everything agreed and decided', also: 'find history who when', href: '/agree/search' },
    ],
  },
  {
    name: 'Expectations',
    group: 'agree',
    href: '/agree/expectations',
    path: '/agree/expectations/:id?',
    links: ['outcome', 'priority'],
    hidden: true,
    under: '/agree/agreements',
    screen: screen(async () => (await import('../screens/agreements/ExpectationsScreen.tsx')).ExpectationsScreen),
  },
  {
    name: 'Decision log',
    group: 'agree',
    href: '/agree/log',
    path: '/agree/log/:id?',
    links: LINKS,
    hidden: true,
    under: '/agree/agreements',
    screen: screen(async () => (await import('../screens/agreements/LogScreen.tsx')).LogScreen),
  },
  {
    name: 'Search',
    group: 'agree',
    href: '/agree/search',
    path: '/agree/search',
    links: LINKS,
    hidden: true,
    under: '/agree/agreements',
    screen: screen(async () => (await import('../screens/agreements/SearchScreen.tsx')).SearchScreen),
  },
];
