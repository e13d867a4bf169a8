/** Places of strategy and audience: what is agreed, and whom we speak to. */
import type { Place } from './place.ts';
import { screen } from './screen.ts';

export const STRATEGY_PLACES: readonly Place[] = [
  {
    name: 'Strategy',
    group: 'agree',
    href: '/agree/strategy',
    path: '/agree/strategy/:id?',
    links: ['objective'],
    also: 'objectives',
    screen: screen(async () => (await import('../screens/strategy/StrategyScreen.tsx')).StrategyScreen),
  },
  {
    name: 'Outcomes',
    group: 'agree',
    href: '/agree/outcomes',
    path: '/agree/outcomes/:id?',
    links: ['outcome'],
    also: 'targets check-ins metrics',
    screen: screen(async () => (await import('../screens/outcomes/OutcomesScreen.tsx')).OutcomesScreen),
  },
  {
    name: 'KPIs',
    group: 'agree',
    href: '/agree/kpis',
    path: '/agree/kpis/:id?',
    links: [],
    also: 'healthy corridor metrics key performance indicators',
    screen: screen(async () => (await import('../screens/kpis/KpisScreen.tsx')).KpisScreen),
    actions: ({ may }) => [
      {
        id: 'set-kpi',
        text: 'Set a KPI',
        also: 'new add healthy corridor',
        href: '/agree/kpis?do=add',
        forbid: may('kpi/set') ? null : 'Only owners and marketers set KPIs',
      },
    ],
  },
  {
    name: 'Record of agreements',
    group: 'agree',
    href: '/agree/record',
    path: '/agree/record/:period?',
    links: ['guidepoint'],
    hidden: true,
    also: 'history who agreed when document print past versions signatures',
    screen: screen(async () => (await import('../screens/record/RecordScreen.tsx')).RecordScreen),
  },
  {
    name: 'Guidepoint',
    group: 'agree',
    href: '/agree/guidepoint',
    path: '/agree/guidepoint/:period?',
    links: ['guidepoint'],
    also: 'sign signatures change',
    screen: screen(async () => (await import('../screens/guidepoint/GuidepointScreen.tsx')).GuidepointScreen),
  },
];

export const AUDIENCE_PLACE: Place = {
  name: 'Audience',
  group: 'market',
  href: '/market/audience',
  path: '/market/audience/:id?',
  links: ['campaign'],
  also: 'segments accounts contacts filter',
  screen: screen(async () => (await import('../screens/audience/AudienceScreen.tsx')).AudienceScreen),
  actions: ({ may }) => [
    {
      id: 'define-segment',
      text: 'Define a segment',
      also: 'new add audience filter',
      href: '/market/audience?do=define',
      forbid: may('segment/define') ? null : 'Only owners and marketers define segments',
    },
  ],
};
