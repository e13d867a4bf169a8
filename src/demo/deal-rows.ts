/** Rows of opportunities, their people and their stage history, as the CRM knows them on the day `asOf`. */
import { accountAt, type Account } from './accounts.ts';
import { leadId } from './account-rows.ts';
import { dollarAmount, dollarRates } from './dollars.ts';
import type { Deal, StageEntry } from './journey.ts';
import { journeyOf } from './journeys.ts';
import { PEOPLE, SELLERS } from './people.ts';
import { dayText, type Row } from './row.ts';
import type { World } from './world.ts';

/** Deals the CRM has heard of: opened by today, not over before the story begins. */
function* dealsOf(world: World): Generator<readonly [Account, Deal]> {
  const { start, today } = world.calendar;
  for (let i = 1; i <= world.accounts; i++) {
    const account = accountAt(world, i);
    for (const deal of journeyOf(world, account).deals)
      if (deal.day <= today && (deal.closed === null || deal.closed >= start)) yield [account, deal];
  }
}

const dealId = ({ i }: Account, { n }: Deal): string => `d-${i}-${n}`;
const creditId = (account: Account, deal: Deal): string => `${dealId(account, deal)}-credit`;
/** Money given back stands as an opportunity of its own, with a negative amount and the same people. */
const creditDue = ({ credit }: Deal, { calendar }: World): Deal['credit'] => (credit && credit.day <= calendar.today ? credit : undefined);

export function* opportunityRows(world: World): Generator<Row> {
  const { today } = world.calendar;
  const rates = dollarRates(world);
  let wins = 0;
  for (const [account, deal] of dealsOf(world)) {
    const closed = deal.closed !== null && deal.closed <= today ? deal.closed : null;
    const { stage } = entriesBy(deal, today).at(-1)!;
    if (closed !== null && deal.won) wins += 1;
    const dollars = deal.won && !deal.credit ? dollarAmount(rates, wins, deal.minor, closed) : null;
    const row = {
      id: dealId(account, deal),
      name: `${account.name}, ${deal.product.toLowerCase()}${deal.n > 1 ? ` (${deal.n})` : ''}`,
      account_id: account.id,
      lead_id: deal.lead && leadId(account.i, deal.lead),
      owner: PEOPLE[SELLERS[account.market]].name,
      product: deal.product,
      stage,
      status: closed === null ? 'open' : deal.won ? 'won' : 'lost',
      amount: dollars ?? deal.minor,
      currency: dollars === null ? 'EUR' : 'USD',
      self_reported: deal.lead?.said ?? null,
      opened_on: dayText(deal.day),
      closed_on: closed === null ? null : dayText(closed),
      expected_on: dayText(deal.expected),
    };
    yield row;
    const credit = creditDue(deal, world);
    if (credit) {
      const day = dayText(credit.day);
      yield {
        ...row,
        id: creditId(account, deal),
        name: `${account.name}, credit note: ${credit.why}`,
        lead_id: null,
        self_reported: null,
        amount: credit.minor,
        opened_on: day,
        closed_on: day,
        expected_on: day,
      };
    }
  }
}

export function* contactLinkRows(world: World): Generator<Row> {
  for (const [account, deal] of dealsOf(world)) {
    const ids = [dealId(account, deal), ...(creditDue(deal, world) ? [creditId(account, deal)] : [])];
    for (const id of ids) for (const contact of deal.people) yield { opportunity_id: id, contact_id: account.contacts[contact]!.id };
  }
}

export function* stageRows(world: World): Generator<Row> {
  for (const [account, deal] of dealsOf(world)) {
    for (const { stage, day } of entriesBy(deal, world.calendar.today)) {
      yield { opportunity_id: dealId(account, deal), stage, entered_on: dayText(day) };
    }
  }
}

const entriesBy = ({ entries }: Deal, today: number): StageEntry[] => entries.filter(({ day }) => day <= today);
