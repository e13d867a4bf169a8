/** Which touches count, in words; the same for every answer that counts them. */
import { count, listed, many } from './words.ts';

/** The touch rules an answer was counted under, as facts hands them over. */
export type RulesSaid = {
  readonly version: number;
  /** True where they are only tried and nobody has adopted them. */
  readonly trial: boolean;
  readonly lookBackDays: number;
  readonly leaveOut: { readonly channels: readonly string[]; readonly kinds: readonly string[] };
  readonly repeats: { readonly keep: 'all' | 'first' | 'last'; readonly minutes: number };
  readonly direct: readonly string[];
  readonly halfLifeDays: number | null;
  readonly sourced: 'lead-source' | 'first-touch' | 'before-sales';
  readonly sales: { readonly channels: readonly string[]; readonly kinds: readonly string[] };
};

export const touchRule = ({ rules }: { readonly rules: RulesSaid }): string =>
  [
    `A deal's touches are those of its linked people; where it has none, of its account's people and the account itself. A touch counts if it is dated up to and including the close, whenever it arrived, and at most ${count(rules.lookBackDays)} days before it; a close given as a date ends that local day.`,
    ...leftOut(rules.leaveOut),
    ...repeats(rules.repeats),
    versionWords(rules),
  ].join(' ');

/** "Touch rules version 2." */
export const versionWords = ({ version, trial }: RulesSaid): string =>
  trial
    ? 'Touch rules that are only tried.'
    : version === 0
      ? 'Touch rules as they come; none are agreed yet.'
      : `Touch rules version ${version}.`;

const leftOut = ({ channels, kinds }: RulesSaid['leaveOut']): string[] =>
  channels.length + kinds.length === 0
    ? []
    : [
        `Left out are touches of ${[
          ...(channels.length > 0 ? [`the ${channels.length === 1 ? 'channel' : 'channels'} ${listed(channels)}`] : []),
          ...(kinds.length > 0 ? [`the ${kinds.length === 1 ? 'kind' : 'kinds'} ${listed(kinds)}`] : []),
        ].join(' and of ')}.`,
      ];

const repeats = ({ keep, minutes }: RulesSaid['repeats']): string[] =>
  keep === 'all' ? [] : [`Touches of one person, campaign, channel and kind at most ${spanWords(minutes)} apart count once, the ${keep}.`];

/** 90 → "90 minutes", 2880 → "2 days". */
export const spanWords = (minutes: number): string =>
  minutes > 0 && minutes % 1440 === 0
    ? many(minutes / 1440, 'day')
    : minutes > 0 && minutes % 60 === 0
      ? many(minutes / 60, 'hour')
      : many(minutes, 'minute');
