/** The demo company's website as a program that sends events: its write key is thrown away, its events come in by the rules of the door. */
import { idOf } from '../../../demo/people.ts';
import { SITE, type SiteDay } from '../../../demo/site-events.ts';
import { eventIn } from '../../arrivals/event-shape.ts';
import type { Json } from '../../arrivals/json.ts';
import { landArrivals } from '../../arrivals/land.ts';
import type { CompanyRoom } from '../../house/room.ts';
import { newSecret } from '../../house/secrets.ts';

/** How many events were taken. `madeAt`: when the key was made; `landAt`: when they were put into the facts. */
export const sendSite = async (room: CompanyRoom, days: readonly SiteDay[], madeAt: string, landAt: string): Promise<number> => {
  const { store } = room;
  store.addSource({ ...SITE, touches: [], madeBy: idOf('wes'), madeAt }, newSecret('lsw'));
  let taken = 0;
  for (const { day, at, events } of days) {
    const read = events.map((event) => ({ json: event as Json, found: eventIn(event as Json, null, at, undefined) }));
    const good = read.flatMap(({ found }) => (found.ok ? [{ ...found.value, json: JSON.stringify(found.value.json) }] : []));
    const bad = read.flatMap(({ found, json }) => (found.ok ? [] : [{ ...found.refusal, json: JSON.stringify(json) }]));
    taken += store.takeIn(SITE.id, { at, day }, good, bad);
    await landArrivals(room, landAt, true);
  }
  return taken;
};
