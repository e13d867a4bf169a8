/** Campaigns at random: planned, renamed, moved, given other names, dropped. What makes one a micro-campaign is in random-micro.ts. */
import type { Command } from './book.ts';
import type { CoreCommand } from './campaign/campaign.ts';
import type { Draw } from './random-draw.ts';

type Makers = { readonly [T in CoreCommand['type']]: (d: Draw) => Omit<Extract<Command, { readonly type: T }>, 'type'> };

export const CAMPAIGN_MAKERS: Makers = {
  'campaign/plan': (d) => {
    const names = {
      name: d.random.chance(0.5) ? d.name() : d.text(),
      key: d.name(),
      aliases: [d.name(), d.name()].slice(d.random.whole(0, 2)),
    };
    const links = { item: d.random.chance(0.4) ? null : d.item(), foundational: d.random.chance(0.4) ? null : d.note() };
    // What starts on the first day of all can be frozen and started by journals that are written on it.
    const days = d.random.chance(0.6) ? { from: '2026-01-01', to: '2026-12-28' } : d.span();
    return { id: d.fresh('c'), ...names, channel: d.text(), ...days, budgetMinor: d.budget(), ...links, owner: d.nobody() };
  },
  'campaign/rename': (d) => ({ id: d.campaign(), name: d.name() }),
  'campaign/reschedule': (d) => ({ id: d.campaign(), ...d.span() }),
  'campaign/rebudget': (d) => ({ id: d.campaign(), budgetMinor: d.budget() }),
  'campaign/rechannel': (d) => ({ id: d.campaign(), channel: d.text() }),
  'campaign/hand-over': (d) => ({ id: d.campaign(), owner: d.person() }),
  'campaign/add-alias': (d) => ({ id: d.campaign(), alias: d.name().toUpperCase() }),
  'campaign/remove-alias': (d) => ({ id: d.campaign(), alias: d.name() }),
  'campaign/link': (d) => ({ id: d.campaign(), item: d.random.chance(0.4) ? null : d.item() }),
  'campaign/justify': (d) => ({ id: d.campaign(), foundational: d.note() }),
  'campaign/drop': (d) => ({ id: d.campaign(), why: d.note() }),
};
