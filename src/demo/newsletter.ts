/**
 * Rows of the newsletter tool: subscribers as it knows them, the companies they named, and whose browsers are whose.
 *
 * Some are people of the CRM under the same address, some colleagues whom the CRM does not know, some use their private
 * mail; some companies are subsidiaries under their parent's domain. Nobody of them has a touch here, so no number rests on them.
 */
import { dayFromNumber } from '../kernel/day.ts';
import { accountAt } from './accounts.ts';
import type { Row } from './row.ts';
import type { World } from './world.ts';

/** What the tool is called as a source. */
export const NEWSLETTER = 'gate4';

const DESKS = ['inkoop', 'logistiek', 'einkauf', 'magazijn'] as const;
const COUNTRIES = ['Deutschland', 'Belgium', 'France'] as const;

/** Every account with subscribers, with a random stream of its own; the first account always is one. */
function* subscribed(world: World) {
  let first = true;
  for (let i = 1; i <= world.accounts; i++) {
    const r = world.root.fork(`newsletter ${i}`);
    // Few are: the account itself is made for those only.
    if (!r.chance(0.03) && !first) continue;
    const account = accountAt(world, i);
    if (account.known > world.calendar.today) continue;
    yield { i, account, r, person: account.contacts[0]!, first };
    first = false;
  }
}

export function* subscriberRows(world: World): Generator<Row> {
  for (const { i, account, r, person } of subscribed(world)) {
    yield { id: `s-${i}-1`, name: person.name, email: person.email.toUpperCase(), created_on: dayFromNumber(account.known) };
    if (r.chance(0.4)) yield { id: `s-${i}-2`, name: null, email: `${r.pick(DESKS)}@${account.domain}`, created_on: null };
    if (r.chance(0.3)) {
      const [first = 'a', last = 'b'] = person.name
        .toLowerCase()
        .normalize('NFD')
        .replaceAll(/[^a-z ]/g, '')
        .split(' ');
      yield { id: `s-${i}-3`, name: person.name, email: `${first}.${last}@gmail.com`, created_on: null };
    }
  }
}

export function* subsidiaryRows(world: World): Generator<Row> {
  for (const { i, account, r, first } of subscribed(world))
    if (r.chance(0.15) || first)
      yield { id: `n-${i}`, name: `${account.name} ${r.pick(COUNTRIES)}`, domain: account.domain, created_on: null };
}

/** A browser that was anonymous until its owner clicked a link in a letter, some months ago. */
export function* browserRows(world: World): Generator<Row> {
  for (const { i, r, person, first } of subscribed(world))
    if (r.chance(0.5) || first)
      yield {
        id: `b-${i}`,
        visitor: `browser-${i}`,
        email: person.email,
        since_on: dayFromNumber(world.calendar.today - r.whole(10, 200)),
      };
}
