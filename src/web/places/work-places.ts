/** The places about work beside the Backlog itself: board, cycles, scores, and work that comes in. */
import type { Place } from './place.ts';
import { screen } from './screen.ts';

export const WORK_PLACES: readonly Place[] = [
  {
    name: 'Board',
    group: 'work',
    href: '/work/board',
    path: '/work/board/:id?',
    links: ['work'],
    also: 'kanban wip limit ageing in progress waiting',
    screen: screen(async () => (await import('../screens/board/BoardScreen.tsx')).BoardScreen),
    actions: ({ may }) => [
      {
        id: 'practice',
        text: 'Change how we work',
        also: 'wip limit readiness questions ice t-shirt calibration practice',
        href: '/work/board?do=practice',
        forbid: may('practice/limit') ? null : 'Only owners and marketers change how the Backlog is run',
      },
    ],
  },
  {
    name: 'Cycles',
    group: 'work',
    href: '/work/cycles',
    path: '/work/cycles/:id?',
    links: ['work'],
    also: 'sprint iteration plan',
    screen: screen(async () => (await import('../screens/cycles/CyclesScreen.tsx')).CyclesScreen),
    actions: ({ may }) => [
      {
        id: 'plan-cycle',
        text: 'Plan a cycle',
        also: 'sprint iteration new',
        href: '/work/cycles?do=plan',
        forbid: may('cycle/plan') ? null : 'Only owners and marketers plan cycles',
      },
    ],
  },
  {
    name: 'Scores',
    group: 'work',
    href: '/work/scores',
    path: '/work/scores/:id?',
    links: ['work'],
    also: 'rice ice wsjf outcome value sort prioritise',
    screen: screen(async () => (await import('../screens/scores/ScoresScreen.tsx')).ScoresScreen),
  },
  {
    name: 'Import work',
    group: 'work',
    href: '/work/import',
    path: '/work/import',
    links: ['work'],
    also: 'jira asana trello linear csv paste list promises',
    screen: screen(async () => (await import('../screens/import-work/ImportWorkScreen.tsx')).ImportWorkScreen),
    actions: ({ may }) => [
      {
        id: 'paste-work',
        text: 'Paste a list of promises',
        also: 'import lines bulk',
        href: '/work/import?do=paste',
        forbid: may('item/add') ? null : 'Only owners and marketers take work in',
      },
    ],
  },
];
