/**
 * Habits: the touches that come with being reached, by channel, as the tools of a marketing team record them.
 */
import type { Tool } from './campaigns.ts';
import type { Channel } from './channels.ts';

/**
 * One touch that may happen: with probability `chance`, between `from` and `to` days after the day of the reach.
 * `second`: chance that another person of the account does it too. `needs`: just where the reach made a lead, or just where it made none.
 * `everyDays`: it comes again at this interval until the campaign ends, each time with `chance`.
 */
export type Habit = {
  readonly kind: string;
  readonly what: string;
  readonly tool: Tool;
  readonly chance: number;
  readonly from: number;
  readonly to: number;
  readonly second?: number;
  readonly offline?: true;
  readonly needs?: 'lead' | 'no lead';
  readonly everyDays?: number;
};

type More = Pick<Habit, 'second' | 'offline' | 'needs' | 'everyDays'>;
const habit = (tool: Tool, kind: string, what: string, chance: number, [from, to]: readonly [number, number], more: More = {}): Habit => ({
  kind,
  what,
  tool,
  chance,
  from,
  to,
  ...more,
});
const NOW = [0, 0] as const;

/** {about} is the campaign's subject. */
export const HABITS: Readonly<Record<Channel, readonly Habit[]>> = {
  'Paid search': [
    habit('web', 'click', 'Clicked a search ad: “{about}”', 1, NOW),
    habit('web', 'visit', 'Came back to the page of the search ad', 0.6, [1, 16]),
    habit('web', 'visit', 'Looked at prices', 0.25, [0, 20]),
  ],
  'Brand search': [habit('web', 'click', 'Clicked a search ad: “{about}”', 1, NOW), habit('web', 'visit', 'Looked at prices', 0.6, [0, 4])],
  Content: [
    habit('web', 'download', 'Downloaded {about}', 1, NOW, { second: 0.25 }),
    habit('web', 'visit', 'Came back to {about}', 0.6, [2, 30]),
  ],
  Webinar: [
    habit('events', 'registration', 'Registered for “{about}”', 1, [-10, -2], { second: 0.2 }),
    habit('events', 'attendance', 'Attended “{about}”', 0.6, NOW, { second: 0.15 }),
    habit('web', 'view', 'Watched the recording of “{about}”', 0.3, [1, 15]),
  ],
  Outreach: [
    habit('email', 'sent', 'First outreach e-mail: {about}', 1, [-12, -9]),
    habit('email', 'sent', 'Second outreach e-mail: {about}', 0.85, [-6, -3]),
    habit('email', 'reply', 'Replied to an outreach e-mail', 1, NOW, { needs: 'lead' }),
    habit('email', 'sent', 'Last outreach e-mail: {about}', 0.7, [0, 3], { needs: 'no lead' }),
  ],
  'Dock day': [
    habit('email', 'invitation', 'Invited to the dock day in {about}', 0.9, [-28, -14]),
    habit('events', 'attendance', 'Came to the dock day in {about}', 1, NOW, { second: 0.45, offline: true }),
    habit('email', 'follow-up', 'Opened the follow-up to the dock day', 0.5, [2, 6]),
  ],
  Fair: [
    habit('events', 'badge', 'Badge scanned at the {about}', 1, NOW, { second: 0.3, offline: true }),
    habit('email', 'follow-up', 'Opened the follow-up to the {about}', 0.35, [3, 9]),
  ],
  Partner: [
    habit('sales', 'introduction', 'Introduced by {about}', 1, NOW, { offline: true }),
    habit('sales', 'call', 'Call together with {about}', 0.4, [4, 16], { offline: true }),
  ],
  Newsletter: [
    habit('email', 'open', 'Opened {about}', 0.48, NOW, { everyDays: 30 }),
    habit('email', 'click', 'Clicked a link in {about}', 0.1, NOW, { everyDays: 30 }),
  ],
  Reference: [],
  Social: [habit('web', 'click', 'Clicked {about}', 1, NOW), habit('web', 'click', 'Clicked {about} once more', 0.3, [1, 25])],
  Direct: [
    habit('web', 'visit', 'Opened the pricing page, typed address', 1, NOW),
    habit('sales', 'call', 'Rang sales', 0.35, [0, 5], { offline: true }),
  ],
};

/** Shares of what tools leave out or get wrong: touches without campaign, with a name that means nothing, known only by account. */
export const GAPS = { untracked: 0.045, misspelled: 0.012, accountOnly: 0.2 } as const;
