/**
 * Check: what a touch by a link would be given, and what is wrong with the link, each with a link that is right.
 *
 * Pure: it looks at the words of the link. What a redirect does on the way cannot be seen in it; hosts known to redirect are
 * named, since what they are told may get lost.
 */
import { namesOf, type Campaign } from '../../domain/campaign/campaign.ts';
import { hostOf, utmOf } from '../../kernel/utm.ts';
import { isUtm, pair, putTogether, takeApart, type Address } from './address.ts';
import { channelFor, houseValue } from './conventions.ts';
import { editsBetween } from './edits.ts';

export type LinkProblem = {
  readonly code:
    | 'no-campaign'
    | 'unknown-campaign'
    | 'dropped-campaign'
    | 'no-source'
    | 'no-medium'
    | 'no-channel'
    | 'case'
    | 'space'
    | 'twice'
    | 'behind-hash'
    | 'two-marks'
    | 'amp'
    | 'redirect'
    | 'http'
    | 'not-a-link';
  readonly text: string;
  /** It still counts for its campaign. */
  readonly minor: boolean;
};
export type Checked = {
  readonly found: string;
  /** The campaign a touch would belong to; null: none. */
  readonly campaign: { readonly id: string; readonly name: string } | null;
  /** Campaigns whose key is close, nearest first. */
  readonly near: readonly { readonly id: string; readonly name: string; readonly key: string }[];
  readonly channel: string | null;
  readonly source: string | null;
  readonly medium: string | null;
  readonly key: string | null;
  readonly problems: readonly LinkProblem[];
  /** The link as it ought to be; null where it is right, or nobody can say. */
  readonly better: string | null;
};

/** Hosts that send on, and may not pass on what they were told. */
const REDIRECTS = [
  'bit.ly',
  't.co',
  'tinyurl.com',
  'goo.gl',
  'ow.ly',
  'buff.ly',
  'lnkd.in',
  'rebrand.ly',
  'is.gd',
  'cutt.ly',
  'l.facebook.com',
  'safelinks.protection.outlook.com',
];

/** Every link in a text: whole addresses, and what looks like one with parameters. */
export const linksIn = (text: string): string[] => [
  ...new Set(
    (
      text.match(/(?:https?:\/\/|www\.)[^\s<>"'“”‘’]+|(?<=^|[\s,;"'(<])(?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,}\/?[^\s<>"']*\?[^\s<>"']*/giu) ?? []
    ).map((one) => one.replace(/[),.;\]]+$/, '')),
  ),
];

export const checkLink = (found: string, campaigns: readonly Campaign[]): Checked => {
  const problems: LinkProblem[] = [];
  const say = (code: LinkProblem['code'], text: string, minor = false): void => void problems.push({ code, text, minor });
  let address = /^[a-z]+:/i.test(found) ? found : `https://${found}`;
  if (/^http:/i.test(address)) {
    say('http', 'It begins with http: a server that sends it on to https may drop what stands behind the ?.', true);
    address = address.replace(/^http:/i, 'https:');
  }
  if (/&amp;/i.test(address)) {
    say('amp', '&amp; stands where & belongs, so all but the first value get lost.');
    address = address.replaceAll(/&amp;/gi, '&');
  }
  if (/#[^?]*\?.*utm_/i.test(address)) {
    say('behind-hash', 'The UTM values stand behind the #, where most tools do not look.');
    address = address.replace(
      /^([^#]*)(#[^?]*)\?(.*)$/s,
      (_, base: string, hash: string, query: string) => `${base}${base.includes('?') ? '&' : '?'}${query}${hash}`,
    );
  }
  const marks = address.split('#')[0]!.match(/\?/g) ?? [];
  if (marks.length > 1) {
    say('two-marks', 'It has two question marks: what follows the second belongs to the value before it.');
    const [base = '', first = '', ...rest] = address.split('?');
    address = `${base}?${[first, ...rest].join('&')}`;
  }
  const host = hostOf(address);
  if (host && REDIRECTS.includes(host))
    say('redirect', `${host} sends on: check that the address behind it carries the UTM values itself.`, true);
  const parts = takeApart(address);
  const utm = utmOf(address);
  const once = withoutRepeats(parts, campaigns, say);
  const key = once.pairs.find(({ name }) => name.toLowerCase() === 'utm_campaign')?.value.trim() || null;
  const { owner, near } = whoOwns(key, campaigns);
  if (key === null) say('no-campaign', 'It names no campaign: a touch by it would stand in “no campaign”.');
  else if (!owner)
    say('unknown-campaign', `No campaign answers to “${key}”${near[0] ? `; ${near[0].name} is called ${near[0].key}` : ''}.`);
  else if (owner.retired) say('dropped-campaign', `${owner.name} was dropped; its name is free and means nobody.`);
  if (utm.source === null) say('no-source', 'It names no source, so the channel is a guess.');
  if (utm.medium === null) say('no-medium', 'It names no medium, so the channel is a guess.');
  const channel = channelFor(utm.source ?? '', utm.medium ?? '');
  if (channel === 'Other')
    say('no-channel', `No rule knows ${utm.source ?? '(no source)'} / ${utm.medium ?? '(no medium)'}: its channel would be Other.`, true);
  spelling(once, say);
  return {
    found,
    campaign: owner && !owner.retired ? { id: owner.id, name: owner.name } : null,
    near: near.map(({ id, name, key: theirs }) => ({ id, name, key: theirs })),
    channel,
    source: utm.source,
    medium: utm.medium,
    key,
    problems,
    better: problems.length === 0 ? null : betterOf(once, found, owner ? null : (near[0]?.key ?? null)),
  };
};

type Say = (code: LinkProblem['code'], text: string, minor?: boolean) => void;

/** Of a UTM value that stands twice, the one that a campaign answers to, else the first. */
const withoutRepeats = (parts: Address, campaigns: readonly Campaign[], say: Say): Address => {
  const kept = new Map<string, Address['pairs'][number]>();
  const twice = new Set<string>();
  for (const one of parts.pairs.filter(({ name }) => isUtm(name))) {
    const name = one.name.toLowerCase();
    const before = kept.get(name);
    if (before) twice.add(name);
    if (!before || (name === 'utm_campaign' && !whoOwns(before.value, campaigns).owner && whoOwns(one.value, campaigns).owner))
      kept.set(name, one);
  }
  for (const name of twice) say('twice', `${name} stands twice; tools differ in which they take.`);
  const stays = new Set(kept.values());
  return { ...parts, pairs: parts.pairs.filter((one) => !isUtm(one.name) || stays.has(one)) };
};

const spelling = ({ pairs }: Address, say: Say): void => {
  const utm = pairs.filter(({ name }) => isUtm(name));
  const upper = utm.filter(({ name, value }) => /\p{Lu}/u.test(value) || /\p{Lu}/u.test(name)).map(({ name }) => name.toLowerCase());
  if (upper.length > 0)
    say(
      'case',
      `${upper.join(', ')} ${upper.length === 1 ? 'is' : 'are'} written with capitals: here that is the same, other tools count it apart.`,
      true,
    );
  const spaced = utm.filter(({ value }) => /\s/.test(value)).map(({ name }) => name.toLowerCase());
  if (spaced.length > 0)
    say('space', `${spaced.join(', ')} ${spaced.length === 1 ? 'has a space' : 'have spaces'} in it: some tools cut there.`, true);
};

/** The campaign that a name means, and those whose key or alias is close to it. */
export const whoOwns = (
  found: string | null,
  campaigns: readonly Campaign[],
): { readonly owner: Campaign | null; readonly near: readonly Campaign[] } => {
  if (found === null) return { owner: null, near: [] };
  const folded = found.trim().toLowerCase();
  const alive = campaigns.filter(({ retired }) => !retired);
  const owner = alive.find((one) => namesOf(one).includes(folded)) ?? campaigns.find((one) => namesOf(one).includes(folded)) ?? null;
  if (owner) return { owner, near: [] };
  const bare = bareOf(folded);
  const near = alive
    .map((one) => ({ one, distance: Math.min(...namesOf(one).map((name) => editsBetween(bare, bareOf(name)))) }))
    .filter(({ distance }) => distance <= Math.max(1, bare.length * 0.4))
    .toSorted((a, b) => a.distance - b.distance || (a.one.id < b.one.id ? -1 : 1))
    .slice(0, 3)
    .map(({ one }) => one);
  return { owner: null, near };
};

const bareOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

const betterOf = (parts: Address, found: string, key: string | null): string | null => {
  const pairs = parts.pairs.map((one) => {
    if (!isUtm(one.name)) return one;
    const name = one.name.toLowerCase();
    const value = name === 'utm_campaign' && key !== null ? key : houseValue(one.value);
    return value === '' ? null : name === one.name && value === one.value ? one : pair(name, value);
  });
  const better = putTogether({ ...parts, pairs: pairs.filter((one) => one !== null) });
  return better === found ? null : better;
};
