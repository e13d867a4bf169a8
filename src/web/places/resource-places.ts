/** What the plan rests on: people's time, and money. */
import type { Place } from './place.ts';
import { screen } from './screen.ts';

export const RESOURCE_PLACES: readonly Place[] = [
  {
    name: 'Capacity',
    group: 'plan',
    href: '/plan/capacity',
    path: '/plan/capacity/:id?',
    links: ['priority'],
    also: 'people hours holidays time off skills teams calendar focus person-days',
    screen: screen(async () => (await import('../screens/capacity/CapacityScreen.tsx')).CapacityScreen),
    actions: ({ may }) => [
      {
        id: 'record-capacity',
        text: 'Record what a person can give',
        also: 'capacity hours time off add',
        href: '/plan/capacity?do=add',
        forbid: may('capacity/set-hours') ? null : 'Only owners and marketers record capacity',
      },
    ],
  },
  {
    name: 'Budget',
    group: 'plan',
    href: '/plan/budget',
    path: '/plan/budget/:id?',
    links: ['priority', 'campaign'],
    also: 'money plan committed actual forecast invoices rates currency',
    screen: screen(async () => (await import('../screens/budget/BudgetScreen.tsx')).BudgetScreen),
    actions: ({ may }) => [
      {
        id: 'open-budget-line',
        text: 'Open a budget line',
        also: 'add new money budget',
        href: '/plan/budget?do=add',
        forbid: may('budget/open') ? null : 'Only owners and marketers open budget lines',
      },
      {
        id: 'import-invoices',
        text: 'Paste invoices into the budget',
        also: 'import csv actual entries spend',
        href: '/plan/budget?do=import',
        forbid: may('budget/record') ? null : 'Only owners and marketers record invoices',
      },
    ],
  },
];
