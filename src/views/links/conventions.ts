/**
 * Conventions: how the house writes the links of its campaigns.
 *
 *   utm_campaign  the tracking key of the campaign, always
 *   utm_source    who carries the link (linkedin, newsletter), utm_medium how (paid-social, email): together they tell the
 *                 channel by the written rules (kernel/channel-rules.ts)
 *   utm_content   which of several links or pictures; utm_term what was searched for
 * Values are lower case, of letters, digits, dashes, dots and underscores; a space becomes a dash, an accent goes.
 */
import { channelOf } from '../../kernel/channel-rules.ts';

/** What source and medium to begin with, by the channel of a campaign, folded; the first that fits its beginning. */
const BEGIN: readonly (readonly [string, string, string])[] = [
  ['paid search', 'google', 'cpc'],
  ['brand search', 'google', 'cpc'],
  ['paid social', 'linkedin', 'paid-social'],
  ['organic search', 'google', 'organic'],
  ['social', 'linkedin', 'social'],
  ['newsletter', 'newsletter', 'email'],
  ['email', 'newsletter', 'email'],
  ['e-mail', 'newsletter', 'email'],
  ['outreach', 'sales', 'email'],
  ['webinar', 'webinar', 'webinar'],
  ['dock day', 'event', 'qr'],
  ['event', 'event', 'qr'],
  ['fair', 'fair', 'qr'],
  ['partner', 'partner', 'partner'],
  ['reference', 'partner', 'referral'],
  ['content', 'website', 'referral'],
  ['display', 'google', 'display'],
];

/** Source and medium that a campaign of this channel begins with; empty where nothing is usual. */
export const usualFor = (channel: string): { readonly source: string; readonly medium: string } => {
  const folded = channel.trim().toLowerCase();
  const found = BEGIN.find(([begins]) => folded.startsWith(begins));
  return { source: found?.[1] ?? '', medium: found?.[2] ?? '' };
};

/** A value as the house writes it. */
export const houseValue = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, '-')
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/-{2,}/g, '-')
    .replaceAll(/^-+|-+$/g, '');

/** The channel of a touch that came by source and medium. */
export const channelFor = (source: string, medium: string): string | null => channelOf(source, medium);
