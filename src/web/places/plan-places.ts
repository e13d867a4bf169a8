/** Plan: the Blueprint with its versions and scenarios, and the roadmap. */
import type { Place } from './place.ts';
import { screen } from './screen.ts';

export const PLAN_PLACES: readonly Place[] = [
  {
    name: 'Blueprint',
    group: 'plan',
    href: '/plan/blueprint',
    path: '/plan/blueprint/:period?',
    links: ['priority'],
    also: 'plan quarter calendar sign capacity moscow',
    screen: screen(async () => (await import('../screens/blueprint/BlueprintScreen.tsx')).BlueprintScreen),
  },
  {
    name: 'Versions',
    group: 'plan',
    href: '/plan/versions',
    path: '/plan/versions/:period?',
    links: ['priority'],
    hidden: true,
    also: 'blueprint difference signed',
    screen: screen(async () => (await import('../screens/blueprint/VersionsScreen.tsx')).VersionsScreen),
  },
  {
    name: 'Scenarios',
    group: 'plan',
    href: '/plan/scenarios',
    path: '/plan/scenarios/:period?',
    links: ['priority'],
    hidden: true,
    also: 'blueprint what if',
    screen: screen(async () => (await import('../screens/blueprint/ScenariosScreen.tsx')).ScenariosScreen),
  },
  {
    name: 'Roadmap',
    group: 'plan',
    href: '/plan/roadmap',
    path: '/plan/roadmap',
    links: ['priority'],
    also: 'milestones calendar feed ical print budget execution',
    screen: screen(async () => (await import('../screens/roadmap/RoadmapScreen.tsx')).RoadmapScreen),
  },
];
