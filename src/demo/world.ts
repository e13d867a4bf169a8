/** The world of one demo: what every part of the generator is given. */
import { random, type Random } from '../kernel/random.ts';
import type { Day } from '../kernel/day.ts';
import { calendarOf, type Calendar } from './calendar.ts';
import { campaignsOf, type Campaign } from './campaigns.ts';
import { growthOf, type Growth } from './growth.ts';
import { editionsOf } from './territories.ts';

/** What a demo is made from. `scale` 1 is the company of the story; money and targets grow with it. */
export type DemoWish = { readonly seed: string; readonly asOf: Day; readonly scale: number };

/** `accounts` is how many there are; `campaigns` are those of the first territory, `editions` those of each; `root` is only ever forked. */
export type World = DemoWish & {
  readonly root: Random;
  readonly calendar: Calendar;
  readonly growth: Growth;
  readonly campaigns: readonly Campaign[];
  readonly editions: readonly (readonly Campaign[])[];
  readonly accounts: number;
};

/** Accounts at scale 1. */
const ACCOUNTS = 2_600;

export const worldOf = (wish: DemoWish): World => {
  const calendar = calendarOf(wish.asOf);
  const root = random(`lademar ${wish.seed} ${wish.asOf}`);
  const growth = growthOf(wish.scale);
  const editions = editionsOf(campaignsOf(calendar), growth, root);
  return {
    ...wish,
    root,
    growth,
    calendar,
    campaigns: editions[0]!,
    editions,
    accounts: Math.max(10, Math.round(ACCOUNTS * wish.scale * growth.accounts)),
  };
};
