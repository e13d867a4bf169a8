/** Imported spend on the budget lines that a reader may see. Who may not see plans of money is not shown what was spent on them. */
import { campaignSpend } from '../../../facts/questions/campaign-spend.ts';
import type { Period } from '../../../kernel/fiscal.ts';
import type { CampaignId } from '../../../kernel/ids.ts';
import { NO_SPEND, spendOnLines, type SpendOnLines } from '../../../views/budget/spend.ts';
import type { Reader } from '../ask/reader.ts';

export const spentIn = async ({ engine, context, role }: Reader, { from, to }: Pick<Period, 'from' | 'to'>): Promise<SpendOnLines> => {
  if (role === 'viewer') return NO_SPEND;
  const rows = await campaignSpend(engine, from, to);
  return spendOnLines(
    context.book,
    rows.map(({ campaign_id: campaign, ...row }) => ({ ...row, campaign: campaign as CampaignId | null })),
  );
};
