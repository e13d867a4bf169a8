/** Rows of touches, one load for each tool. Badges of the Utrecht fair came late: the organiser sent his list months after. */
import { accountAt } from './accounts.ts';
import type { Tool } from './campaigns.ts';
import type { Touch } from './journey.ts';
import { journeyOf } from './journeys.ts';
import { dayText, timeText, type Row } from './row.ts';
import { touchesOf } from './touches.ts';
import { shownIn, territoryOf } from './territories.ts';
import type { World } from './world.ts';

/** The fair whose badge list arrived after deals it speaks of were closed. */
export const LATE_FAIR = 'utrecht-fair';

const sourceOf = ({ tool, campaign, kind }: Touch): Tool | 'late' =>
  campaign?.key.startsWith(LATE_FAIR) && kind === 'badge' ? 'late' : tool;

/** Online touches have a time; lists from events and sales have only a date. */
export function* touchRows(world: World, source: Tool | 'late' | 'all others'): Generator<Row> {
  for (let i = 1; i <= world.accounts; i++) {
    const account = accountAt(world, i);
    const journey = journeyOf(world, account);
    // Few were at the fair: the touches of all others need not be drawn to be left out.
    if (source === 'late' && !journey.touches && !journey.reaches.some(({ campaign }) => campaign?.key.startsWith(LATE_FAIR))) continue;
    for (const [n, touch] of touchesOf(world, account, journey).entries()) {
      const from = sourceOf(touch);
      if (source === 'all others' ? from === 'late' : from !== source) continue;
      const { day, contact, channel, spelled, kind, what, offline } = touch;
      const person = contact === null ? null : account.contacts[contact]!;
      yield {
        id: `t-${i}-${n + 1}`,
        contact_id: person && person.id,
        account_id: account.id,
        email: from === 'email' && person ? person.email : null,
        touched_on: offline ? dayText(day) : timeText(day, i * 7 + n),
        channel: shownIn(territoryOf(world, i), channel),
        campaign: spelled,
        kind,
        what,
        offline,
      };
    }
  }
}
