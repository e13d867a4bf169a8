/** "What changes": two plans side by side against what is recorded, row by row. */
import type { Book } from '../../domain/book.ts';
import { loadOf, mustLimit, roomOf } from '../../domain/blueprint/gate.ts';
import type { Plan } from '../../domain/blueprint/plan.ts';
import { count, list, moneyShort, percent, plural } from '../words/format.ts';

export type ChangeRow = {
  readonly what: string;
  readonly was: string;
  readonly now: string;
  /** null where nothing limits it. */
  readonly limit: string | null;
  readonly kind: 'on' | 'risk' | 'off' | 'unknown';
  readonly words: string;
};

const d = (n: number): string => `${count(n, 1)} d`;
const near = (n: number): number => Math.round(n * 10) / 10;

/** People, money, the shares of Must and Could, and outcomes that nothing serves any more. `money` false leaves amounts out. */
export const whatChanges = (book: Book, was: Plan, now: Plan, money = true): ChangeRow[] => {
  const currency = book.company.get('company')?.currency ?? null;
  const amount = (minor: number): string => moneyShort({ minor, currency });
  const [before, after, room] = [loadOf(was), loadOf(now), roomOf(now)];
  const share = (days: number): string => (room.days ? percent(days / room.days) : '–');
  const limit = mustLimit(now);
  const { mustPercent, couldPercent } = now.rule;
  const could = room.days ? (after.byClass.could / room.days) * 100 : 0;
  const rows: ChangeRow[] = [];
  const free = room.days === null ? null : near(room.days - after.days);
  rows.push({
    what: 'People',
    was: d(before.days),
    now: d(after.days),
    limit: room.days === null ? null : d(room.days),
    ...(free === null
      ? { kind: 'unknown' as const, words: 'no capacity is recorded' }
      : free < 0
        ? { kind: 'off' as const, words: `${d(-free)} missing` }
        : { kind: 'on' as const, words: free === 0 ? 'fits to the day' : `fits, ${d(free)} free` }),
  });
  if (money) {
    const left = room.minor === null ? null : room.minor - after.minor;
    rows.push({
      what: 'Money',
      was: amount(before.minor),
      now: amount(after.minor),
      limit: room.minor === null ? null : amount(room.minor),
      ...(left === null
        ? { kind: 'unknown' as const, words: 'no money is recorded' }
        : left < 0
          ? { kind: 'off' as const, words: `${amount(-left)} missing` }
          : { kind: 'on' as const, words: left === 0 ? 'fits to the cent' : `fits, ${amount(left)} reserve` }),
    });
  }
  rows.push({
    what: 'Must, share of capacity',
    was: share(before.byClass.must),
    now: share(after.byClass.must),
    limit: `${mustPercent} %`,
    ...(limit === null
      ? { kind: 'unknown' as const, words: 'no capacity is recorded' }
      : after.byClass.must > limit
        ? { kind: 'off' as const, words: `${d(near(after.byClass.must - limit))} over` }
        : { kind: 'on' as const, words: 'within the rule' }),
  });
  rows.push({
    what: 'Could, share of capacity',
    was: share(before.byClass.could),
    now: share(after.byClass.could),
    limit: `about ${couldPercent} %`,
    ...(room.days === null
      ? { kind: 'unknown' as const, words: 'no capacity is recorded' }
      : could > couldPercent + 0.5
        ? { kind: 'risk' as const, words: could > couldPercent + 5 ? 'over, allowed' : 'a little over, allowed' }
        : { kind: 'on' as const, words: 'within the rule' }),
  });
  const served = (plan: Plan): Set<string> => new Set(plan.lines.flatMap((l) => l.outcomes));
  const [had, has] = [served(was), served(now)];
  const starved = [...had].filter((o) => !has.has(o)).map((o) => book.outcome.get(o as `u_${string}`)?.name ?? o);
  rows.push({
    what: 'Outcomes with work',
    was: count(had.size),
    now: count(has.size),
    limit: null,
    ...(starved.length > 0
      ? { kind: 'off' as const, words: `${plural(starved.length, 'outcome')} left without work: ${list(starved)}` }
      : { kind: 'on' as const, words: 'none is left without work' }),
  });
  return rows;
};
