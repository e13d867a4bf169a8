/**
 * Four accounts whose deals are told by hand, because somebody will look at them: Van Dalen Cold Chain (nine touches,
 * three people, a badge that arrived late), Fjordgros (dark: nobody knows a touch), Osterkamp and Kornhaus (credit notes).
 * They are outside the truth's arithmetic (`told` in the truth names them).
 */
import type { Account } from './accounts.ts';
import { workday } from './calendar.ts';
import type { Campaign, Tool } from './campaigns.ts';
import type { Channel } from './channels.ts';
import type { Deal, Journey, Lead, Stage, Touch } from './journey.ts';
import type { World } from './world.ts';

/** Day after the first touch (0), person, campaign key or null, how it was recorded, what it was. */
type Line = readonly [day: number, person: number, campaign: string | null, how: readonly [Tool, string, 'offline'?], what: string];

type Tale = {
  /** Where the first touch lies: a quarter and a day in it. */
  readonly begins: readonly [quarter: number, day: number];
  readonly lines: readonly Line[];
  readonly lead: { readonly line: number; readonly said: string } | null;
  readonly stages: readonly (readonly [Stage, number])[];
  readonly euro: number;
  readonly people: readonly number[];
  readonly product: string;
  readonly channel: Channel;
  readonly credit?: { readonly after: number; readonly euro: number; readonly why: string };
};

const WEB = ['web', 'visit'] as const;

const TALES: Readonly<Record<number, Tale>> = {
  1: {
    begins: [4, 73],
    lines: [
      [0, 0, 'search-nl', ['web', 'click'], 'Clicked a search ad: “dock scheduling software”'],
      [8, 0, 'tender-checklist', ['web', 'download'], 'Downloaded the tender checklist'],
      [29, 1, 'utrecht-fair', ['events', 'badge', 'offline'], 'Badge scanned at the Utrecht fair'],
      [36, 1, 'slots-queues', ['events', 'attendance'], 'Attended “Slots, not queues”'],
      [56, 0, 'outreach-pilot', ['email', 'reply'], 'Replied to an outreach e-mail'],
      [93, 0, 'dock-antwerp', ['events', 'attendance', 'offline'], 'Came to the dock day with R. Aalders'],
      [120, 2, 'calculator-beta', WEB, 'Used the savings calculator, 3 visits'],
      [155, 1, 'references', ['sales', 'call', 'offline'], 'Reference call with a customer'],
      [167, 2, null, WEB, 'Opened the pricing page, typed address'],
      [190, 0, null, ['events', 'attendance'], 'Attended the onboarding webinar'],
    ],
    lead: { line: 1, said: 'Met you in Antwerp.' },
    stages: [
      ['Discovery', 98],
      ['Qualified', 112],
      ['Proposal', 140],
      ['Negotiation', 166],
      ['Won', 185],
    ],
    euro: 86_400,
    people: [0, 1, 2],
    product: 'Dock scheduling',
    channel: 'Content',
  },
  2: {
    begins: [7, -70],
    lines: [],
    lead: null,
    stages: [
      ['Discovery', 0],
      ['Qualified', 15],
      ['Proposal', 31],
      ['Won', 57],
    ],
    euro: 38_000,
    people: [0],
    product: 'Yard',
    channel: 'Direct',
  },
  3: {
    begins: [4, 36],
    lines: [
      [0, 0, 'search-de', ['web', 'click'], 'Clicked a search ad: “Zeitfenster Rampe”'],
      [6, 0, 'tender-checklist', ['web', 'download'], 'Downloaded the tender checklist'],
      [21, 0, 'webinar-tender', ['events', 'attendance'], 'Attended “Write the tender once”'],
      [32, 1, 'dock-cologne', ['events', 'attendance', 'offline'], 'Came to the dock day in Cologne'],
      [33, 2, 'dock-cologne', ['email', 'follow-up'], 'Opened the follow-up to the dock day'],
      [70, 3, null, WEB, 'Opened the pricing page, typed address'],
      [88, 2, 'waiting-study', ['web', 'download'], 'Downloaded the study “An hour of waiting”'],
    ],
    lead: { line: 3, said: 'The dock day in Cologne' },
    stages: [
      ['Discovery', 51],
      ['Qualified', 60],
      ['Proposal', 84],
      ['Negotiation', 112],
      ['Won', 137],
    ],
    euro: 124_000,
    people: [0, 1, 2, 3],
    product: 'Dock scheduling and yard',
    channel: 'Dock day',
    credit: { after: 41, euro: 8_400, why: 'ramp 7 not built' },
  },
  4: {
    begins: [5, 32],
    lines: [
      [0, 0, 'outreach-pilot', ['email', 'sent'], 'First outreach e-mail: contracts that end'],
      [6, 0, 'outreach-pilot', ['email', 'sent'], 'Second outreach e-mail: contracts that end'],
      [10, 0, 'outreach-pilot', ['email', 'reply'], 'Replied to an outreach e-mail'],
      [28, 1, 'night-webinar', ['events', 'attendance'], 'Attended “Unloading at night”'],
      [75, 1, 'calculator-beta', WEB, 'Came back to the savings calculator'],
      [90, 0, null, WEB, 'Opened the pricing page, typed address'],
    ],
    lead: { line: 2, said: 'An e-mail that asked one question' },
    stages: [
      ['Discovery', 39],
      ['Qualified', 47],
      ['Proposal', 72],
      ['Won', 112],
    ],
    euro: 96_800,
    people: [0, 1],
    product: 'Dock scheduling',
    channel: 'Outreach',
    credit: { after: 20, euro: 4_500, why: 'first month not used' },
  },
};

/** The numbers of the accounts told by hand. */
export const TOLD_ACCOUNTS: readonly number[] = Object.keys(TALES).map(Number);

/** Null for an account whose story is drawn. */
export const taleOf = ({ calendar, campaigns }: World, { i }: Account): Journey | null => {
  const tale = TALES[i];
  if (!tale) return null;
  const first = calendar.quarters[tale.begins[0]]!.first + tale.begins[1];
  const named = (key: string | null): Campaign | null => campaigns.find((c) => c.key === key) ?? null;
  const touches = tale.lines.map(([after, contact, key, [tool, kind, offline], what]): Touch => {
    const campaign = named(key);
    const event = campaign && (kind === 'attendance' || kind === 'badge');
    return {
      day: event ? campaign.meets[1] : first + after,
      contact,
      campaign,
      channel: campaign?.channel ?? 'Direct',
      spelled: campaign?.spelled[tool] ?? null,
      tool,
      kind,
      what,
      offline: offline !== undefined,
    };
  });
  const entries = tale.stages.map(([stage, after]) => ({ stage, day: workday(first + after) }));
  const opened = entries[0]!.day;
  const closed = entries.at(-1)!.day;
  const began = tale.lead && touches[tale.lead.line]!;
  const lead: Lead | null = tale.lead &&
    began && {
      n: 1,
      day: began.day,
      channel: began.channel,
      campaign: began.campaign,
      contact: began.contact!,
      opens: opened,
      said: tale.lead.said,
    };
  const { product, people, channel, euro, credit } = tale;
  const deal: Deal = {
    n: 1,
    day: opened,
    lead,
    channel,
    won: true,
    closed,
    entries,
    minor: euro * 100,
    product,
    people,
    call: null,
    byCall: false,
    expected: opened + 80,
    ...(credit && { credit: { day: closed + credit.after, minor: -credit.euro * 100, why: credit.why } }),
  };
  return { reaches: [], leads: lead ? [lead] : [], deals: [deal], touches };
};
