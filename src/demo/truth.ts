/**
 * The truth: the parameters from which the facts of the demo company are really drawn. Nothing of it is
 * written into the company. Only this generator and tests may read it, so that later models can be held against it.
 *
 * How an opportunity comes to be
 *   Reached   A campaign reaches an account on one day, with probability `reach` (× the account's own activity in
 *             channels where people come by themselves). `touches` are drawn; with probability `raisesHand` one person
 *             becomes a lead. That lead becomes an opportunity with probability `converts[market]` × the campaign's
 *             `strength`, after `lag` days. Such an opportunity is caused: without the campaign it would not exist.
 *   Seeking   An account begins to look by itself, `SEEKERS.perYear` times a year. It comes in through the search for
 *             our own name where that campaign runs (probability `byBrandSearch`), else directly, and becomes an
 *             opportunity with probability `converts`. No campaign caused it: its lead would have come anyway.
 *   Closing   An opportunity never closes with probability `stalls`, else it is won with probability `wins` of the
 *             channel it came from (+ a reference call's lift) and closes after a lag that differs for won and lost.
 * All of these are independent given account and market, and nothing depends on `asOf` but what has not been seen yet.
 */
import type { Channel, Market } from './channels.ts';
import type { Lag, Lognormal } from './draws.ts';

export type TrueChannel = {
  /** Share of accounts reached in which one person becomes a lead. */
  readonly raisesHand: number;
  /** Share of leads that ever become an opportunity, by market, at strength 1. What is left to 1 never converts. */
  readonly converts: Readonly<Record<Market, number>>;
  /** Days from lead to opportunity of those that convert. */
  readonly lag: Lag;
  /** Share won of the opportunities that began here and close. */
  readonly wins: number;
};

const BY_MARKET: Readonly<Record<Market, number>> = { Netherlands: 1.15, Germany: 1, France: 0.75, Nordics: 0.9 };
const inMarkets = (share: number): Readonly<Record<Market, number>> => ({
  Netherlands: share * BY_MARKET.Netherlands,
  Germany: share * BY_MARKET.Germany,
  France: share * BY_MARKET.France,
  Nordics: share * BY_MARKET.Nordics,
});
const everywhere = (share: number): Readonly<Record<Market, number>> => ({
  Netherlands: share,
  Germany: share,
  France: share,
  Nordics: share,
});
const weibull = (medianDays: number, shape: number): Lag => ({ family: 'weibull', medianDays, shape });
const lognormal = (medianDays: number, sigma: number): Lognormal => ({ family: 'lognormal', medianDays, sigma });

/** Seekers: accounts that look by themselves. `perYear` per account; `leaves`: share that leaves a lead, the others ring sales. */
export const SEEKERS = { perYear: 0.085, converts: 0.55, byBrandSearch: 0.5, leaves: 0.8 } as const;

const SEEKER_LAG = weibull(16, 1.1);

export const TRUE_CHANNELS: Readonly<Record<Channel, TrueChannel>> = {
  'Paid search': { raisesHand: 0.26, converts: inMarkets(0.09), lag: weibull(41, 1.2), wins: 0.21 },
  'Brand search': { raisesHand: 1, converts: everywhere(SEEKERS.converts), lag: SEEKER_LAG, wins: 0.25 },
  Content: { raisesHand: 0.27, converts: inMarkets(0.1), lag: weibull(88, 1.6), wins: 0.22 },
  Webinar: { raisesHand: 0.45, converts: inMarkets(0.17), lag: weibull(61, 1.5), wins: 0.24 },
  Outreach: { raisesHand: 0.16, converts: inMarkets(0.3), lag: weibull(34, 1.35), wins: 0.2 },
  'Dock day': { raisesHand: 0.72, converts: inMarkets(0.3), lag: weibull(52, 1.7), wins: 0.3 },
  Fair: { raisesHand: 0.5, converts: inMarkets(0.14), lag: lognormal(70, 0.6), wins: 0.19 },
  Partner: { raisesHand: 0.5, converts: inMarkets(0.24), lag: lognormal(45, 0.5), wins: 0.29 },
  Newsletter: { raisesHand: 0.05, converts: inMarkets(0.1), lag: weibull(95, 1.4), wins: 0.25 },
  Reference: { raisesHand: 0, converts: everywhere(0), lag: SEEKER_LAG, wins: 0 },
  Social: { raisesHand: 0.07, converts: inMarkets(0.05), lag: weibull(80, 1.3), wins: 0.22 },
  Direct: { raisesHand: SEEKERS.leaves, converts: everywhere(SEEKERS.converts), lag: SEEKER_LAG, wins: 0.25 },
};

/** Closing: days from opened to closed, and the share that never closes. A reference call happens in `calls` of all open ones. */
export const CLOSING = { won: lognormal(68, 0.5), lost: lognormal(82, 0.65), stalls: 0.03, calls: 0.4 } as const;

/** `reach`: share of the audience; `strength` multiplies the channel's conversion, 0 causes nothing; `lift` is added to the chance of winning. */
export type Effect = { readonly reach: number; readonly strength: number; readonly lift?: number; readonly markets?: readonly Market[] };

const effect = (reach: number, strength: number, ...markets: Market[]): Effect =>
  markets.length > 0 ? { reach, strength, markets } : { reach, strength };
const NL = 'Netherlands';
const DE = 'Germany';
const FR = 'France';
const NORTH = 'Nordics';

/** The true effect of each campaign by its tracking key. */
export const EFFECTS: Readonly<Record<string, Effect>> = {
  'search-nl': effect(0.62, 1, NL),
  'search-de': effect(0.55, 1, DE),
  'brand-search': effect(0, 0),
  'story-dairy': effect(0.05, 0.8),
  'hamburg-fair': effect(0.06, 0.9, NL, DE, NORTH),
  'story-brick': effect(0.05, 1),
  'gate-4': effect(0.36, 1),
  'webinar-gate': effect(0.05, 1),
  'webinar-month': effect(0.04, 0.6),
  'first-guide': effect(0.17, 1.3),
  'building-outreach': effect(0.08, 1.2),
  'sector-pages': effect(0.2, 0.7),
  'social-posts': effect(0.22, 0),
  'consent-renewal': effect(0.12, 0),
  'waiting-study': effect(0.19, 1.5),
  'webinar-carriers': effect(0.05, 1.2),
  'search-fr': effect(0.46, 0.8, FR),
  'partner-brief': effect(0.025, 1.2),
  'paper-outreach': effect(0.09, 0),
  'ramp-video': effect(0.22, 0),
  'dock-eindhoven': effect(0.035, 1.2, NL, DE),
  'yard-checklist': effect(0.09, 0.6),
  'webinar-yard': effect(0.05, 0.9),
  'french-outreach': effect(0.16, 0.7, FR),
  'lyon-fair': effect(0.15, 0, FR),
  postcards: effect(0.1, 0),
  'tender-checklist': effect(0.19, 1.4),
  'webinar-tender': effect(0.055, 1.1),
  'food-outreach': effect(0.1, 1.3),
  'dock-cologne': effect(0.06, 1.1, DE),
  'second-vendor': effect(0.04, 0.8),
  'second-site': effect(0.1, 0.5),
  'slots-queues': effect(0.06, 1.1),
  'night-webinar': effect(0.045, 0.8),
  'outreach-pilot': effect(0.07, 1.3),
  'dock-antwerp': effect(0.05, 1.4, NL),
  'dock-ghent': effect(0.03, 0.9, NL, FR),
  'utrecht-fair': effect(0.08, 0.8, NL, DE),
  'story-fresh': effect(0.08, 1.1),
  podcasts: effect(0.14, 0),
  'calculator-beta': effect(0.16, 1.6),
  references: { reach: 0, strength: 0, lift: 0.14 },
  'dock-lille': effect(0.07, 0.9, FR),
  'dach-outreach': effect(0.13, 1, DE),
  'search-nordics': effect(0.38, 0.9, NORTH),
  'webinar-data': effect(0.05, 0),
  'shippers-club': effect(0.03, 0),
  'wave-1': effect(0.09, 1.4),
  'dock-rotterdam': effect(0.055, 1.3, NL),
  'tender-guide': effect(0.1, 1.3),
  'yard-play': effect(0.05, 0.5),
  'wave-2': effect(0.09, 1.2),
  calculator: effect(0.12, 1.3),
  'yard-webinar': effect(0.04, 0.6),
  'dock-hamburg': effect(0.05, 1.1, DE, NORTH),
};

/** How lively people of one account are: lognormal with mean 1; it multiplies `reach` where people come by themselves. */
export const ACTIVITY_SIGMA = 0.5;

/** Share of accounts that no campaign reaches and no tool sees: their deals are dark. */
export const UNREACHABLE = 0.02;

/** Weight of each month, January first: a mild season with a quiet summer and December. Mean about 1. */
export const SEASON: readonly number[] = [1.05, 1.05, 1.1, 1, 1, 0.95, 0.8, 0.8, 1.15, 1.1, 1.1, 0.75];
