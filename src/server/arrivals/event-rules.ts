/**
 * Event rules: what becomes of an event that a program sent. The written rule, in one place.
 *
 *   identify, alias, group   say whose a visitor is: a link, never a touch
 *   page, screen             a touch where a visit begins: the visitor was not seen for 30 minutes, or the link names a
 *                            campaign, or it comes from another site. Other pages are part of the same visit
 *   track                    a touch where its name is one of those below, or was added for its source by a person
 * Everything else is kept for 30 days without becoming anything, and counted by name.
 */
import { channelOf } from '../../kernel/channel-rules.ts';
import { hostOf, utmOf } from '../../kernel/utm.ts';
import { textOf, under, type Json } from './json.ts';
import type { EventType } from './event-shape.ts';

/** Names of events that are touches, compared without case and signs: what somebody does who shows interest. */
export const TOUCH_EVENTS = [
  'Demo Requested', 'Form Submitted', 'Signed Up', 'Content Downloaded', 'Generate Lead', 'Lead', 'Lead Created', 'Lead Captured', 'Lead Submitted',
  'Form Submit', 'Form Submission', 'Form Completed', 'Sign Up', 'Account Created', 'User Signed Up', 'Trial Started', 'Start Trial', 'Request Demo',
  'Demo Booked', 'Meeting Booked', 'Contact Requested', 'Contact Us', 'Quote Requested', 'Webinar Registered', 'Webinar Attended', 'Event Registered',
  'Event Attended', 'Newsletter Subscribed', 'Subscribed', 'Asset Downloaded', 'File Download', 'File Downloaded', 'Whitepaper Downloaded',
  'Email Link Clicked', 'Email Clicked', 'Chat Started', 'Ad Clicked',
]; // prettier-ignore

/** A visit ends after so many minutes without an event. */
export const VISIT_MINUTES = 30;

export const foldEvent = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

const FOLDED = new Set(TOUCH_EVENTS.map(foldEvent));

export type Event = {
  readonly type: EventType;
  readonly event: string;
  readonly message: string;
  readonly occurredAt: string;
  readonly json: { readonly [key: string]: Json };
};

/** The visitor an event is of: the user where he is known, else the device. */
export const visitorOf = ({ json }: Event): string => textOf(json['userId']) ?? textOf(json['anonymousId'])!;

export type Seen = {
  readonly campaign: string | null;
  readonly channel: string | null;
  readonly source: string | null;
  readonly medium: string | null;
  readonly content: string | null;
  readonly term: string | null;
  readonly url: string | null;
  readonly referrer: string | null;
  /** The referrer is another site than the page. */
  readonly fromOutside: boolean;
};

/** Where an event came from: its context.campaign, else the UTM values of its page, else the site that linked to it. */
export const seenIn = ({ json, type }: Event): Seen => {
  const context = json['context'];
  const properties = json['properties'];
  const url = textOf(under(properties, 'url')) ?? textOf(under(context, 'page', 'url'));
  const referrer =
    textOf(under(properties, 'referrer')) ?? textOf(under(context, 'page', 'referrer')) ?? textOf(under(context, 'referrer', 'url'));
  const utm = utmOf(url ?? textOf(under(context, 'page', 'search')));
  const of = (name: string): string | null => textOf(under(context, 'campaign', name));
  const [campaign, content, term] = [of('name') ?? utm.campaign, of('content') ?? utm.content, of('term') ?? utm.term];
  const [site, here] = [hostOf(referrer), hostOf(url)];
  const fromOutside = site !== null && site !== here;
  const named = of('source') ?? utm.source;
  const source = named ?? (fromOutside ? site : null);
  const medium = of('medium') ?? utm.medium ?? (named === null && fromOutside ? 'referral' : null);
  const direct = source === null && medium === null && (type === 'page' || type === 'screen');
  return { campaign, channel: direct ? 'Direct' : channelOf(source, medium), source, medium, content, term, url, referrer, fromOutside };
};

/** Whether an event is a touch. `last`: when its visitor was seen before, null for never. */
export const isTouch = (event: Event, seen: Seen, last: string | null, more: readonly string[]): boolean => {
  if (event.type === 'track') return FOLDED.has(foldEvent(event.event)) || more.some((one) => foldEvent(one) === foldEvent(event.event));
  if (event.type !== 'page' && event.type !== 'screen') return false;
  const pause = last === null ? Infinity : Date.parse(event.occurredAt) - Date.parse(last);
  return pause > VISIT_MINUTES * 60_000 || seen.campaign !== null || seen.fromOutside;
};
