/** The place of workshops: those to come, the room of one that is open, the minutes of those that are over. */
import type { Place } from './place.ts';
import { screen } from './screen.ts';

export const WORKSHOP_PLACE: Place = {
  name: 'Workshops',
  group: 'agree',
  href: '/agree/workshops',
  path: '/agree/workshops/:id?',
  links: ['guidepoint', 'priority'],
  also: 'room planning moscow collaborative minutes silent writing dots',
  screen: screen(async () => (await import('../screens/workshop/WorkshopsScreen.tsx')).WorkshopsScreen),
  actions: ({ may }) => [
    {
      id: 'plan-workshop',
      text: 'Plan a workshop',
      also: 'new room facilitator invite',
      href: '/agree/workshops?do=add',
      forbid: may('workshop/plan') ? null : 'Only owners and marketers plan workshops',
    },
  ],
};
