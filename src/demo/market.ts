/** Campaigns as decisions: planned before they begin, linked to their work, given the names that tools use. */
import type { Command } from '../domain/book.ts';
import { dayFromNumber } from '../kernel/day.ts';
import type { PlannedItem } from './items.ts';
import type { Campaign } from './campaigns.ts';
import type { Moment } from './moments.ts';
import { idOf, type Who } from './people.ts';
import { minorOf } from './priorities.ts';
import { aliasesOf } from './spelling.ts';
import { FOUNDATIONS } from './story/foundations.ts';
import type { World } from './world.ts';

/** Days before a campaign's first day on which it is planned, where its quarter and its work allow. */
const AHEAD = 14;
/** In every sixth campaign one name was noticed only after it had begun. */
const NOTICED = 6;

/** The day on which a campaign is planned. */
export const plannedOn = ({ quarter, work, from }: Campaign, items: readonly PlannedItem[]): number => {
  const item = items.find(({ key }) => key === work);
  return Math.max(quarter.first - 7, item ? item.linked + 1 : 0, from - AHEAD);
};

export const campaignMoments = ({ campaigns, editions, scale, calendar }: World, items: readonly PlannedItem[]): Moment[] => [
  ...campaigns.flatMap((campaign, n): Moment[] => {
    const item = items.find(({ key }) => key === campaign.work) ?? null;
    const aliases = aliasesOf(campaign);
    const late = n % NOTICED === 3 ? aliases.at(-1)! : null;
    const foundation = item === null ? FOUNDATIONS[campaign.key] : undefined;
    const note = `n_campaign-${campaign.key}` as const;
    const who: Who = item?.work.by === 'pieter' || !item?.work.by ? 'ines' : item.work.by;
    const plan: Command = {
      type: 'campaign/plan',
      id: campaign.id,
      name: campaign.name,
      channel: campaign.shown,
      key: campaign.key,
      item: item && item.id,
      from: dayFromNumber(campaign.from),
      to: dayFromNumber(campaign.to),
      budgetMinor: minorOf(campaign.euro, scale),
      aliases: aliases.filter((a) => a !== late),
      foundational: foundation === undefined ? null : note,
      owner: idOf(who),
    };
    const elsewhere = editions.slice(1).map((edition): Command => {
      const { id, name, shown, key } = edition[n]!;
      return { ...plan, id, name, channel: shown, key, aliases: aliasesOf(edition[n]!) };
    });
    const day = plannedOn(campaign, items);
    return [
      { day, who, commands: [plan, ...elsewhere], ...(foundation !== undefined && { notes: [{ id: note, text: foundation }] }) },
      ...(late === null
        ? []
        : [
            {
              day: Math.max(day, campaign.from) + 6,
              who: 'ines' as const,
              commands: [{ type: 'campaign/add-alias' as const, id: campaign.id, alias: late }],
            },
          ]),
    ];
  }),
  {
    day: calendar.quarters[4]!.first + 44,
    who: 'ines',
    commands: [{ type: 'campaign/rebudget', id: 'c_search-fr', budgetMinor: minorOf(42_000, scale / editions.length) }],
  },
  {
    day: calendar.quarters[6]!.first + 3,
    who: 'ines',
    commands: [{ type: 'campaign/rebudget', id: 'c_search-nl', budgetMinor: minorOf(99_000, scale / editions.length) }],
  },
];
