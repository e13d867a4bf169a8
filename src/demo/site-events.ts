/**
 * Events of the company's website, as a client of the Twilio Segment API sends them: the last two days.
 *
 * Visitors are nobody the CRM knows, so no deal's touches rest on them; a form that forgets to say who filled it in sends
 * events that cannot be taken, and one event is of a name that nobody counts yet.
 */
import { dayFromNumber, type Day } from '../kernel/day.ts';
import type { Instant } from '../kernel/zone.ts';
import type { Random } from '../kernel/random.ts';
import { instantAt } from './moments.ts';
import type { World } from './world.ts';

/** What came on one day, with when the last of it was received. */
export type SiteDay = { readonly day: Day; readonly at: Instant; readonly events: readonly { readonly [key: string]: unknown }[] };

/** What the program is called, and the source its ids belong to. */
export const SITE = { id: 'k_site', name: 'lademar.example', src: 'website' } as const;

const HOME = 'https://lademar.example';
const PAGES = ['/pricing', '/dock-scheduling', '/yard', '/customers/kornhaus', '/blog/dwell-time', '/about'] as const;
const FROM = [
  ['google', 'cpc'],
  ['linkedin', 'paid-social'],
  ['newsletter', 'email'],
] as const;
const REFERRERS = ['https://www.google.com/', 'https://www.logistiek-totaal.example/artikel', null] as const;
const DOES = ['Demo Requested', 'Content Downloaded', 'Dock Calculator Used', 'Dock Calculator Used'] as const;
const FIRST = ['Marit', 'Jonas', 'Eline', 'Piet', 'Klara', 'Luc'] as const;
const PLACES = ['veldhuis-koeling', 'speditie-oost', 'haven-west', 'nordfracht'] as const;

export const siteDays = (world: World): SiteDay[] => {
  const { today } = world.calendar;
  const keys = world.campaigns.filter(({ from, to }) => from <= today && to >= today - 30).map(({ key }) => key);
  return [2, 1].map((back) => dayOf(world.root.fork(`site ${back}`), today - back, keys));
};

const dayOf = (r: Random, day: number, keys: readonly string[]): SiteDay => {
  const events: { readonly [key: string]: unknown }[] = [];
  const visitors = r.whole(14, 22);
  for (let v = 0; v < visitors; v++) {
    const who = { anonymousId: `site-${day}-${v}` };
    const begin = r.whole(6 * 60, 17 * 60);
    const told = keys.length > 0 && r.chance(0.55);
    const [source, medium] = r.pick(FROM);
    const query = told ? `?utm_source=${source}&utm_medium=${medium}&utm_campaign=${r.pick(keys)}` : '';
    const add = (minute: number, event: { readonly [key: string]: unknown }): void =>
      void events.push({ ...who, messageId: `site-${day}-${v}-${events.length}`, timestamp: instantAt(day, begin + minute), ...event });
    const pages = r.whole(1, 4);
    for (let p = 0; p < pages; p++) {
      const referrer = p > 0 ? HOME : r.pick(REFERRERS);
      add(p * 2, {
        type: 'page',
        properties: { url: `${HOME}${r.pick(PAGES)}${p === 0 ? query : ''}`, ...(referrer ? { referrer } : {}) },
      });
    }
    if (!r.chance(0.45)) continue;
    const event = r.pick(DOES);
    add(pages * 2, { type: 'track', event, properties: { form: event === 'Demo Requested' ? 'demo' : 'inline' } });
    if (event !== 'Demo Requested') continue;
    add(pages * 2, { type: 'identify', traits: { email: `${r.pick(FIRST).toLowerCase()}${v}@${r.pick(PLACES)}.example` } });
  }
  const lost = r.whole(1, 3);
  for (let n = 0; n < lost; n++)
    events.push({ type: 'track', event: 'Callback Form Sent', timestamp: instantAt(day, 600 + 90 * n), properties: { form: 'callback' } });
  return { day: dayFromNumber(day), at: instantAt(day, 17 * 60 + 52), events };
};
