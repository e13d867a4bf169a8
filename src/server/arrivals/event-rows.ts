/** Event rows: what events become in the facts: touches, links of visitors, and accounts that a group call names. */
import type { GivenRow } from '../../facts/loads/given-rows.ts';
import { createHash } from 'node:crypto';
import { isTouch, seenIn, visitorOf, type Event } from './event-rules.ts';
import { isObject, textOf, under, type Json } from './json.ts';

export type Rows = {
  readonly touches: readonly GivenRow[];
  readonly links: readonly GivenRow[];
  readonly accounts: readonly GivenRow[];
  /** What became of each event, in the order of the events. */
  readonly became: readonly ('touch' | 'link' | 'kept')[];
  /** When each visitor was seen last. */
  readonly visits: ReadonlyMap<string, string>;
};

/** More properties than these of one batch stay in `properties`, as JSON. */
const NAMED_AT_MOST = 40;

/** `last`: when visitors were seen before. Events in any order. */
export const rowsOf = (events: readonly Event[], more: readonly string[], last: ReadonlyMap<string, string>): Rows => {
  const visits = new Map(last);
  const became: ('touch' | 'link' | 'kept')[] = events.map(() => 'kept');
  const touches: { readonly event: Event; readonly row: GivenRow }[] = [];
  const links = new Map<string, GivenRow>();
  const accounts = new Map<string, GivenRow>();
  const inTime = events.map((event, i) => ({ event, i })).toSorted((a, b) => (a.event.occurredAt < b.event.occurredAt ? -1 : 1));
  for (const { event, i } of inTime) {
    for (const link of linksOf(event)) links.set(link['id'] as string, link);
    const account = accountOf(event);
    if (account) accounts.set(account['id'] as string, account);
    const visitor = visitorOf(event);
    const seen = seenIn(event);
    if (isTouch(event, seen, visits.get(visitor) ?? null, more)) {
      became[i] = 'touch';
      touches.push({
        event,
        row: { ...touchOf(event, visitor), channel: seen.channel, campaign: seen.campaign, what: seen.url ?? (event.event || null) },
      });
    } else if (event.type === 'identify' || event.type === 'alias' || event.type === 'group') became[i] = 'link';
    const before = visits.get(visitor);
    if (before === undefined || before < event.occurredAt) visits.set(visitor, event.occurredAt);
  }
  const named = namesIn(touches.map(({ event }) => event));
  return {
    touches: touches.map(({ event, row }) => ({ ...row, attrs: attributesOf(event, named) })),
    links: [...links.values()],
    accounts: [...accounts.values()],
    became,
    visits,
  };
};

const touchOf = (event: Event, visitor: string): GivenRow => ({
  id: event.message,
  visitor,
  email: emailOf(event),
  account_id: textOf(under(event.json['context'], 'groupId')),
  touched_on: event.occurredAt,
  kind: event.type === 'track' ? event.event : event.type,
  offline: false,
});

const emailOf = ({ json }: Event): string | null => {
  const found = [under(json['traits'], 'email'), under(json['context'], 'traits', 'email'), under(json['properties'], 'email')]
    .map(textOf)
    .find((one) => one !== null);
  return found && /^\S+@\S+\.\S+$/.test(found) ? found.toLowerCase() : null;
};

/** Whose a visitor is, as far as one event says so. Said again it is the same link. */
const linksOf = (event: Event): GivenRow[] => {
  const { json, type, occurredAt } = event;
  const [user, device] = [textOf(json['userId']), textOf(json['anonymousId'])];
  const link = (visitor: string, to: { readonly [field: string]: string | null }): GivenRow => ({
    id: createHash('sha256')
      .update(JSON.stringify([visitor, to]))
      .digest('hex')
      .slice(0, 32),
    visitor,
    user_id: null,
    account_id: null,
    email: null,
    ...to,
    since_on: occurredAt,
  });
  const email = emailOf(event);
  return [
    ...(user && device && user !== device ? [link(device, { user_id: user })] : []),
    ...(type === 'identify' && email ? [link(user ?? device!, { email })] : []),
    ...(type === 'alias' && user ? [link(textOf(json['previousId'])!, { user_id: user })] : []),
    ...(type === 'group' ? [link(user ?? device!, { account_id: textOf(json['groupId']) })] : []),
  ];
};

const accountOf = ({ type, json }: Event): GivenRow | null => {
  if (type !== 'group') return null;
  const site = textOf(under(json['traits'], 'website')) ?? textOf(under(json['traits'], 'domain'));
  return {
    id: textOf(json['groupId']),
    name: textOf(under(json['traits'], 'name')),
    domain:
      site
        ?.replace(/^[a-z]+:\/\//i, '')
        .replace(/^www\./i, '')
        .replace(/[/?#].*$/, '')
        .toLowerCase() ?? null,
  };
};

const ALWAYS = ['utm_source', 'utm_medium', 'utm_content', 'utm_term', 'referrer', 'properties'];
const IN_PLACE = ['url', 'referrer', 'email', 'path', 'search', ...ALWAYS];

/** Names of plain properties that get an attribute of their own: the most frequent. */
const namesIn = (events: readonly Event[]): string[] => {
  const seen = new Map<string, number>();
  for (const { json } of events)
    for (const [name, value] of Object.entries(isObject(json['properties']) ? json['properties'] : {}))
      if (!IN_PLACE.includes(name) && isPlain(value) && name.length <= 60) seen.set(name, (seen.get(name) ?? 0) + 1);
  return [...seen]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, NAMED_AT_MOST)
    .map(([name]) => name);
};

const isPlain = (value: Json): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value);

const attributesOf = (event: Event, named: readonly string[]): { readonly [attribute: string]: string | null } => {
  const seen = seenIn(event);
  const properties = isObject(event.json['properties']) ? event.json['properties'] : {};
  const rest = Object.fromEntries(Object.entries(properties).filter(([name]) => !named.includes(name) && !IN_PLACE.includes(name)));
  return {
    utm_source: seen.source,
    utm_medium: seen.medium,
    utm_content: seen.content,
    utm_term: seen.term,
    referrer: seen.referrer,
    properties: Object.keys(rest).length > 0 ? JSON.stringify(rest) : null,
    ...Object.fromEntries(named.map((name) => [name, name in properties && isPlain(properties[name]!) ? String(properties[name]) : null])),
  };
};
