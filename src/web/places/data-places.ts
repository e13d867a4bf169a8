/** Places of the data beside imports, loads and names: their health, the programs that send events; and links of campaigns. */
import type { Place } from './place.ts';
import { screen } from './screen.ts';

export const DATA_PLACES: readonly Place[] = [
  {
    name: 'Health',
    group: 'data',
    href: '/data/health',
    path: '/data/health',
    links: [],
    also: 'gaps coverage missing late stale data quality',
    screen: screen(async () => (await import('../screens/data/HealthScreen.tsx')).HealthScreen),
  },
  {
    name: 'Identity',
    group: 'data',
    href: '/data/identity',
    path: '/data/identity/:handle?',
    links: [],
    also: 'merge duplicates people contacts accounts visitors who is who',
    screen: screen(async () => (await import('../screens/identity/IdentityScreen.tsx')).IdentityScreen),
  },
  {
    name: 'Stages',
    group: 'data',
    href: '/data/stages',
    path: '/data/stages',
    links: [],
    also: 'funnel definitions sign marketing sales awareness engagement qualified',
    screen: screen(async () => (await import('../screens/stages/StagesScreen.tsx')).StagesScreen),
  },
  {
    name: 'Sources',
    group: 'data',
    href: '/data/sources',
    path: '/data/sources',
    links: [],
    also: 'events segment write key tracking api website',
    screen: screen(async () => (await import('../screens/data/SourcesScreen.tsx')).SourcesScreen),
  },
];

export const LINKS_PLACE: Place = {
  name: 'Links',
  group: 'market',
  href: '/market/links',
  path: '/market/links',
  links: ['campaign', 'touch'],
  also: 'utm builder checker url tracking key',
  screen: screen(async () => (await import('../screens/links/LinksScreen.tsx')).LinksScreen),
  actions: () => [
    { id: 'build-link', text: 'Build a link', also: 'utm tracking url', href: '/market/links' },
    { id: 'check-links', text: 'Check links', also: 'utm tracking url paste', href: '/market/links?tab=check' },
  ],
};
