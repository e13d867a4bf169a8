/** The pages of the funnel and of return on cost. */
import type { Place } from './place.ts';
import { screen } from './screen.ts';

export const FUNNEL_PLACES: readonly Place[] = [
  {
    name: 'Funnel and ROI',
    group: 'prove',
    href: '/prove/funnel',
    path: '/prove/funnel/*?',
    links: ['touch', 'opportunity', 'revenue'],
    also: 'conversion cohort velocity win rate coverage ageing at risk stages',
    screen: screen(async () => (await import('../screens/funnel/FunnelScreen.tsx')).FunnelScreen),
    actions: () => [
      { id: 'at-risk', text: 'See open deals that stand too long', also: 'ageing at risk pipeline', href: '/prove/funnel' },
      {
        id: 'funnel-calendar',
        text: 'See what happened in a quarter, step by step',
        also: 'funnel calendar',
        href: '/prove/funnel?view=calendar',
      },
    ],
  },
  {
    name: 'Return on cost',
    hidden: true,
    group: 'prove',
    href: '/prove/funnel',
    path: '/prove/roi',
    links: ['campaign', 'revenue'],
    also: 'roi roas cac payback spend',
    screen: screen(async () => (await import('../screens/roi/RoiScreen.tsx')).RoiScreen),
    actions: () => [{ id: 'roi', text: 'See return on cost', also: 'roi roas cac payback spend effort', href: '/prove/roi' }],
  },
];
