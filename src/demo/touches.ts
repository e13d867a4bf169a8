/**
 * Touches of one account: those that come with being reached, and those while a deal is open. Touches after the
 * reach cause nothing; that is what makes it hard to tell afterwards what did.
 */
import type { Random } from '../kernel/random.ts';
import type { Account } from './accounts.ts';
import { workday } from './calendar.ts';
import { GAPS, HABITS, type Habit } from './habits.ts';
import { dealTouches } from './deal-touches.ts';
import type { Journey, Reach, Touch } from './journey.ts';
import { spelledBy } from './spelling.ts';
import type { World } from './world.ts';

/** In order of day, from the start of the story to `asOf`. */
export const touchesOf = (world: World, account: Account, journey: Journey): Touch[] => {
  const { start, today } = world.calendar;
  const r = world.root.fork(`touches ${account.i}`);
  const all = journey.touches ?? [
    ...journey.reaches.flatMap((reach) => ofReach(account, reach, r)),
    ...(account.reachable ? journey.deals.flatMap((deal) => dealTouches(world, account.i, deal, r)) : []),
  ];
  return all.filter(({ day }) => day >= start && day <= today).toSorted((a, b) => a.day - b.day);
};

const ofReach = (account: Account, reach: Reach, r: Random): Touch[] =>
  HABITS[reach.channel].flatMap((habit) => {
    if (habit.needs && (habit.needs === 'lead') !== (reach.lead !== null)) return [];
    return daysOf(habit, reach, r).flatMap((day) => [
      touch(account, reach, habit, day, reach.contact, r),
      ...(account.contacts.length > 1 && r.chance(habit.second ?? 0)
        ? [touch(account, reach, habit, day, (reach.contact + 1) % account.contacts.length, r)]
        : []),
    ]);
  });

/** The days on which a habit really happens; none before its campaign began. */
const daysOf = ({ chance, from, to, everyDays }: Habit, { campaign, day }: Reach, r: Random): number[] => {
  if (everyDays === undefined) {
    if (!r.chance(chance)) return [];
    const near = workday(day + r.whole(from, to));
    return [from < 0 ? Math.max(campaign?.from ?? near, near) : Math.max(day, near)];
  }
  const days: number[] = [];
  for (let d = day; d <= campaign!.to; d += everyDays) if (r.chance(chance)) days.push(d);
  return days;
};

const touch = (
  account: Account,
  { channel, campaign }: Reach,
  { kind, what, tool, offline }: Habit,
  day: number,
  contact: number,
  r: Random,
): Touch => ({
  day,
  channel,
  campaign,
  tool,
  kind,
  contact: tool === 'web' && r.chance(GAPS.accountOnly) ? null : contact % account.contacts.length,
  spelled: campaign && spelledBy(campaign, tool, r),
  what: what.replace('{about}', campaign?.about ?? ''),
  offline: offline ?? false,
});
