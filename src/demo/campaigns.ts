/**
 * Campaigns as they run: the story's campaigns with their dates, the names that tools know them by, and their true effect.
 */
import { dayFromNumber, weekday } from '../kernel/day.ts';
import type { CampaignId } from '../kernel/ids.ts';
import { told, workday, type Calendar, type Quarter } from './calendar.ts';
import type { Channel } from './channels.ts';
import { STORY } from './story/story.ts';
import { EFFECTS, type Effect } from './truth.ts';

/** How one tool spells a campaign. */
export type Tool = 'web' | 'email' | 'events' | 'sales' | 'ads';

/**
 * `from` and `to` are day numbers, both included; `to` of one that runs on lies at the end of the present quarter.
 * `meets`: the first and last day on which it reaches anybody; invitations and first mails go out before.
 */
export type Campaign = {
  readonly id: CampaignId;
  readonly key: string;
  readonly name: string;
  readonly channel: Channel;
  /** How its channel is called where it runs. */
  readonly shown: string;
  readonly quarter: Quarter;
  readonly from: number;
  readonly to: number;
  readonly meets: readonly [number, number];
  readonly euro: number;
  readonly about: string;
  readonly work: string | null;
  readonly effect: Effect;
  readonly spelled: Readonly<Record<Tool, string>>;
};

/** Days before the event on which invitations begin. */
const INVITES: Partial<Record<Channel, number>> = { Webinar: 14, 'Dock day': 30 };
/** Days of outreach before the first answers. */
const FIRST_MAILS = 12;

export const campaignsOf = ({ quarters }: Calendar): Campaign[] => {
  const last = quarters.at(-1)!;
  return quarters.flatMap((quarter, q) =>
    STORY[q]!.sent.map((sent, n): Campaign => {
      const { key, channel, about, euro, work } = sent;
      const name = told(sent.name, quarter);
      const [begins, to] = runs(
        channel,
        quarter.first + sent.span[0],
        sent.span[1] === null ? last.first + last.days - 1 : quarter.first + sent.span[1],
      );
      return {
        id: `c_${key}`,
        key,
        name,
        channel,
        shown: channel,
        quarter,
        euro,
        about,
        work,
        from: begins - (INVITES[channel] ?? 0),
        to,
        meets: [begins + (channel === 'Outreach' ? FIRST_MAILS : 0), to],
        effect: EFFECTS[key]!,
        spelled: {
          web: key,
          email: `${key.replaceAll('-', '_')}_${quarter.id.slice(2, 4)}${quarter.id.slice(5)}`,
          events: name,
          sales: `701LD${String((q + 1) * 100 + n).padStart(6, '0')}`,
          ads: `${channel} | ${name}`,
        },
      };
    }),
  );
};

/** An event moves back to working days: a fair to the Thursday on which it ends, others to a Friday at the latest. */
const runs = (channel: Channel, from: number, to: number): readonly [number, number] => {
  if (channel === 'Fair') {
    const back = (weekday(dayFromNumber(to)) + 3) % 7;
    return [from - back, to - back];
  }
  return from === to ? [workday(from), workday(to)] : [from, to];
};
