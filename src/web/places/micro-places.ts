/** The place of micro-campaigns. */
import type { Place } from './place.ts';
import { screen } from './screen.ts';

export const MICRO_PLACE: Place = {
  name: 'Micro-campaigns',
  group: 'market',
  href: '/market/micro',
  path: '/market/micro/:id?',
  links: ['campaign'],
  also: 'test experiment criteria frozen verdict scale abort hypothesis',
  screen: screen(async () => (await import('../screens/micro/MicroListScreen.tsx')).MicroListScreen),
  actions: ({ may }) => [
    {
      id: 'brief-micro-campaign',
      text: 'Brief a micro-campaign',
      also: 'new test hypothesis experiment',
      href: '/market/micro?do=add',
      forbid: may('campaign/brief') ? null : 'Only owners and marketers write briefs',
    },
  ],
};
