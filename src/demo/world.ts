/** The world of one demo: what every part of the generator is given. */
import { random, type Random } from '../kernel/random.ts';
import type { Day } from '../kernel/day.ts';
import { calendarOf, type Calendar } from './calendar.ts';
import { campaignsOf, type Campaign } from './campaigns.ts';

/** What a demo is made from. `scale` 1 is the company of the story; money and targets grow with it. */
export type DemoWish = { readonly seed: string; readonly asOf: Day; readonly scale: number };

/** `accounts` is how many there are; `root` is only ever forked. */
export type World = DemoWish & {
  readonly root: Random;
  readonly calendar: Calendar;
  readonly campaigns: readonly Campaign[];
  readonly accounts: number;
};

/** Accounts at scale 1. */
const ACCOUNTS = 2_600;

export const worldOf = (wish: DemoWish): World => {
  const calendar = calendarOf(wish.asOf);
  return {
    ...wish,
    root: random(`lademar ${wish.seed} ${wish.asOf}`),
    calendar,
    campaigns: campaignsOf(calendar),
    accounts: Math.max(10, Math.round(ACCOUNTS * wish.scale)),
  };
};
