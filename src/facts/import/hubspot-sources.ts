/**
 * HubSpot's sources of traffic, by internal value and by English label, in the words that links and web analytics have
 * (kernel/channel-rules.ts): one channel is one row, whichever tool saw it.
 *
 * Source: knowledge.hubspot.com, "Understand HubSpot's traffic sources"; property hs_analytics_source. What stands here in no
 * spelling (another language, a value somebody added) stays as the file has it.
 */
import { foldHeader } from './headers.ts';

const WORDS: { readonly [internal: string]: readonly string[] } = {
  'Organic search': ['ORGANIC_SEARCH', 'Organic Search', 'Organic search'],
  'Paid search': ['PAID_SEARCH', 'Paid Search', 'Paid search'],
  'Paid social': ['PAID_SOCIAL', 'Paid Social', 'Paid social'],
  Social: ['SOCIAL_MEDIA', 'Organic Social', 'Organic social', 'Social Media', 'Social media'],
  Email: ['EMAIL_MARKETING', 'Email Marketing', 'Email marketing'],
  Referral: ['REFERRALS', 'Referrals'],
  Direct: ['DIRECT_TRAFFIC', 'Direct Traffic', 'Direct traffic'],
  Offline: ['OFFLINE', 'Offline Sources', 'Offline sources'],
  'AI referral': ['AI_REFERRALS', 'AI Referrals', 'AI referrals'],
  Other: ['OTHER_CAMPAIGNS', 'Other Campaigns', 'Other campaigns'],
};

/** What the cells of such a column mean. */
export const HUBSPOT_SOURCES: { readonly [cell: string]: string } = Object.fromEntries(
  Object.entries(WORDS).flatMap(([word, cells]) => cells.filter((cell) => cell !== word).map((cell) => [cell, word])),
);

const COLUMNS = ['Original Traffic Source', 'Original Source', 'hs_analytics_source', 'Latest Traffic Source', 'hs_latest_source'].map(
  foldHeader,
);
/** Whether a column, by its English name, holds HubSpot's sources. */
export const holdsSources = (name: string): boolean => COLUMNS.includes(foldHeader(name.replace(/^property_/i, '')));
