/** A company with a Backlog of any length and a quarter of finished work behind it, written through the API. */
import type { Command } from '../../../src/domain/book.ts';
import { addDays } from '../../../src/kernel/day.ts';
import type { ItemId } from '../../../src/kernel/ids.ts';
import { decide, smallCompany } from './small.ts';
import type { Somebody } from './people.ts';

const today = new Date().toISOString().slice(0, 10);

/** Every so many-th item was last asked for two years ago, and every so many-th serves nothing. */
const OLD = 4;
const LOOSE = 9;
/** Commands sent at once. */
const AT_ONCE = 200;

const add = (n: number): Command => ({
  type: 'item/add',
  id: `w_n${n}` as ItemId,
  title: `Letter to buyers ${n}`,
  priority: n % LOOSE === 0 ? null : 'r_guide',
  owner: null,
  sizeDays: 1 + (n % 7),
  request: null,
  foundational: null,
  on: addDays(today, n % OLD === 0 ? -800 : -20),
});

/** Founds it with so many open items, W-1 first; 15 more were finished in the last twelve weeks. Answers with its id. */
export const backlogCompany = async (owner: Somebody, open: number): Promise<string> => {
  const company = await smallCompany(owner);
  const commands: Command[] = Array.from({ length: open }, (_, n) => add(n + 1));
  for (let n = 1; n <= 15; n++) {
    const id = `w_done${n}` as ItemId;
    const done = addDays(today, -5 * n);
    commands.push({ ...add(1), id, title: `Finished ${n}`, on: addDays(done, -9) } as Command);
    commands.push({ type: 'item/start', id, on: addDays(done, -8) }, { type: 'item/finish', id, on: done });
  }
  for (let i = 0; i < commands.length; i += AT_ONCE) await decide(owner, company, commands.slice(i, i + AT_ONCE));
  return company;
};
