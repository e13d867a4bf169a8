/** The pages of verdicts and of what campaigns taught. */
import type { Place } from './place.ts';
import { screen } from './screen.ts';

export const VERDICT_PLACES: readonly Place[] = [
  {
    name: 'Verdict',
    hidden: true,
    under: '/market/micro',
    group: 'market',
    href: '/market/micro',
    path: '/market/verdict/:id',
    links: ['campaign'],
    screen: screen(async () => (await import('../screens/verdict/VerdictScreen.tsx')).VerdictScreen),
  },
  {
    name: 'Learning library',
    group: 'market',
    href: '/market/learning',
    path: '/market/learning',
    links: ['campaign'],
    also: 'verdicts base rates experiments tests thresholds what worked',
    screen: screen(async () => (await import('../screens/verdict/LearningScreen.tsx')).LearningScreen),
    actions: () => [
      { id: 'learning', text: 'See what campaigns taught', also: 'base rate threshold verdict experiment', href: '/market/learning' },
    ],
  },
];
