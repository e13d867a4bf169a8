/** Spelling: a campaign as one tool happens to write it. Case and outer space vary; a few spellings mean nothing to anybody. */
import type { Random } from '../kernel/random.ts';
import type { Campaign, Tool } from './campaigns.ts';
import { GAPS } from './habits.ts';

/** Null where the tool did not record a campaign at all. */
export const spelledBy = (campaign: Campaign, tool: Tool, r: Random): string | null => {
  const u = r.next();
  const name = campaign.spelled[tool];
  if (u < GAPS.untracked) return null;
  if (u < GAPS.untracked + GAPS.misspelled) return campaign.key.replaceAll('-', '') + (campaign.key.includes('-') ? '' : '_1');
  if (u < 0.12) return name.toUpperCase();
  if (u < 0.17) return ` ${name}`;
  if (u < 0.22) return campaign.name;
  return name;
};

/** What stands beside the tracking key: every other way a tool writes it. */
export const aliasesOf = ({ key, name, spelled }: Campaign): string[] =>
  [...new Set([spelled.email, spelled.sales, spelled.ads])].filter((alias) => alias !== key && alias !== name);
