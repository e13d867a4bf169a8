/** Rows of accounts, contacts and leads. */
import { accountAt } from './accounts.ts';
import type { Channel } from './channels.ts';
import { journeyOf } from './journeys.ts';
import type { Lead } from './journey.ts';
import { PEOPLE, SELLERS } from './people.ts';
import type { Random } from '../kernel/random.ts';
import { dayText, type Row } from './row.ts';
import { spelledBy } from './spelling.ts';
import { shownIn, territoryOf } from './territories.ts';
import type { World } from './world.ts';

export function* accountRows(world: World): Generator<Row> {
  for (let i = 1; i <= world.accounts; i++) {
    const { id, name, domain, known, market, country, sector, employees } = accountAt(world, i);
    if (known <= world.calendar.today)
      yield { id, name, domain, created_on: dayText(known), attrs: { market, country, sector, employees } };
  }
}

export function* contactRows(world: World): Generator<Row> {
  for (let i = 1; i <= world.accounts; i++) {
    const { id, known, contacts } = accountAt(world, i);
    if (known > world.calendar.today) continue;
    for (const c of contacts) {
      yield {
        id: c.id,
        account_id: id,
        name: c.name,
        email: c.email,
        title: c.title,
        created_on: dayText(known),
      };
    }
  }
}

export function* leadRows(world: World): Generator<Row> {
  for (let i = 1; i <= world.accounts; i++) {
    const account = accountAt(world, i);
    const { leads } = journeyOf(world, account);
    if (leads.length === 0) continue;
    const r = world.root.fork(`leads ${i}`);
    for (const lead of leads) {
      const said = lead.said ?? saidBy(lead, r);
      const campaign = lead.campaign && spelledBy(lead.campaign, 'sales', r);
      if (lead.day > world.calendar.today) continue;
      const { id, email } = account.contacts[lead.contact]!;
      yield {
        id: leadId(i, lead),
        contact_id: id,
        account_id: account.id,
        email,
        channel: shownIn(territoryOf(world, i), lead.channel),
        campaign,
        self_reported: said,
        owner: PEOPLE[SELLERS[account.market]].name,
        created_on: dayText(lead.day),
      };
    }
  }
}

export const leadId = (account: number, { n }: Lead): string => `l-${account}-${n}`;

/** What people answer to “How did you hear of us?”, right or not. A third leave it empty. */
const ANSWERS: Readonly<Record<Channel, readonly string[]>> = {
  'Paid search': ['Google', 'Internet search', 'Found you online'],
  'Brand search': ['A colleague', 'Google', 'I knew the name', 'A customer of yours'],
  Content: ['Your guide', 'The checklist', 'A colleague sent me a study'],
  Webinar: ['Webinar', 'Online event', 'I saw your webinar'],
  Outreach: ['You wrote to me', 'An e-mail', 'Mail from your colleague'],
  'Dock day': ['The dock day', 'Met you at a customer’s', 'Visit to a warehouse'],
  Fair: ['The fair', 'Met you at your stand', 'Trade fair'],
  Partner: ['Our TMS vendor', 'A partner of yours', 'Recommended to us'],
  Newsletter: ['Newsletter', 'Gate 4'],
  Reference: ['A customer of yours'],
  Social: ['Saw a post', 'Social media'],
  Direct: ['A colleague', 'A customer of yours', 'Somebody at my last company', 'I knew the name'],
};
const ELSEWHERE = ['Google', 'A colleague', 'Do not remember', 'Trade fair', 'Website'];

const saidBy = ({ channel }: Lead, r: Random): string | null => {
  if (r.chance(0.35)) return null;
  return r.chance(0.65) ? r.pick(ANSWERS[channel]) : r.pick(ELSEWHERE);
};
