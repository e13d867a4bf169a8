/** The past of an invented company, straight from its journeys: what its record would say of deals and leads in the end. */
import { accountAt } from '../../src/demo/accounts.ts';
import { journeyOf } from '../../src/demo/journeys.ts';
import { worldOf, type DemoWish } from '../../src/demo/world.ts';
import { firstClose, type Past, type PastDeal, type PastLead } from '../../src/models/outcome-forecast/past.ts';

/** Everything up to `asOf`; what was known earlier is cut out of it by knownBy. */
export const demoPast = (wish: DemoWish): { readonly past: Past; readonly today: number } => {
  const world = worldOf(wish);
  const { start, today } = world.calendar;
  const deals: PastDeal[] = [];
  const leads: PastLead[] = [];
  for (let i = 1; i <= world.accounts; i++) {
    const journey = journeyOf(world, accountAt(world, i));
    for (const { day, closed, won, minor, product, entries, lead } of journey.deals) {
      if (day > today || (closed !== null && closed < start)) continue;
      const over = closed !== null && closed <= today;
      deals.push({
        opened: day,
        closed: over ? closed : null,
        won: over && won,
        minor,
        segment: product,
        stages: entries.filter((e) => e.day <= today).map((e) => [e.stage, e.day] as const),
        amounts: [],
        lead: lead && lead.day <= today ? lead.day : null,
      });
    }
    for (const { day, opens, channel, campaign } of journey.leads)
      if (day <= today)
        leads.push({ created: day, opened: opens !== null && opens <= today ? opens : null, channel, campaign: campaign?.key ?? null });
  }
  return { past: { since: firstClose(deals) ?? today, deals, leads, amountsAtClose: false }, today };
};
