/** Names, as they stand now, of the deals and campaigns that a difference speaks of; what is gone keeps its id. */
import { dealNames } from '../../../facts/questions/period-ledger.ts';
import type { CampaignId } from '../../../kernel/ids.ts';
import type { Difference } from '../../../views/published/compare.ts';
import type { Reader } from '../ask/reader.ts';

export const namesFor = async ({ engine, context }: Reader, { deals, credit }: Difference): Promise<{ readonly [id: string]: string }> => {
  const keys = [...new Set([...deals.map(({ src, id }) => `${src}/${id}`), ...credit.map(({ src, deal }) => `${src}/${deal}`)])];
  const rows = await dealNames(engine, keys);
  const campaigns = credit.flatMap(({ campaign }) => {
    const found = campaign === null ? undefined : context.book.campaign.get(campaign as CampaignId);
    return found ? [[found.id, found.name] as const] : [];
  });
  return Object.fromEntries([...rows.map(({ key, name }) => [key, name] as const), ...campaigns]);
};
