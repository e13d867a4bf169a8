/** The places about requests: the form within the app, the share links, the inbox. The first that fits an address has it. */
import type { Place } from './place.ts';
import { screen } from './screen.ts';

export const REQUEST_PLACES: readonly Place[] = [
  {
    name: 'Ask for something',
    group: 'work',
    href: '/work/requests/new',
    path: '/work/requests/new',
    links: [],
    hidden: true,
    screen: screen(async () => (await import('../screens/requests/AskScreen.tsx')).AskScreen),
  },
  {
    name: 'Share links',
    group: 'work',
    href: '/work/requests/links',
    path: '/work/requests/links',
    links: [],
    hidden: true,
    also: 'form outsiders requests public',
    screen: screen(async () => (await import('../screens/requests/LinksScreen.tsx')).LinksScreen),
  },
  {
    name: 'Requests',
    group: 'work',
    href: '/work/requests',
    path: '/work/requests/:id?',
    links: [],
    also: 'inbox triage intake asked',
    screen: screen(async () => (await import('../screens/requests/RequestsScreen.tsx')).RequestsScreen),
    actions: ({ may }) => [
      {
        id: 'ask',
        text: 'Ask for something',
        also: 'request new intake',
        href: '/work/requests/new',
        forbid: may('request/receive') ? null : 'Viewers do not ask for work here',
      },
      {
        id: 'share-link',
        text: 'Make a share link for requests',
        also: 'form public outsiders',
        href: '/work/requests/links',
        forbid: may('form/make') ? null : 'Only owners and marketers make share links',
      },
    ],
  },
];
