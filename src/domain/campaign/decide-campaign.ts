/** What may be decided about a campaign, its parts put together: what it is, its brief and start, its criteria, what was seen, how it ended. */
import type { CampaignId } from '../../kernel/ids.ts';
import type { BudgetEvent } from '../capacity/budget.ts';
import type { Decider } from '../decider.ts';
import { brief, type BriefCommand, type BriefEvent, type BriefRefusal } from './brief.ts';
import { core, type Campaign, type CampaignBook, type CoreCommand, type CoreEvent, type CoreRefusal } from './campaign.ts';
import { ending, type EndingEvent } from './ending.ts';
import { look, type LookCommand, type LookEvent, type LookRefusal } from './look.ts';
import { write, type WriteCommand, type WriteEvent, type WriteRefusal } from './write.ts';

export type CampaignCommand = CoreCommand | BriefCommand | WriteCommand | LookCommand;
export type CampaignEvent = CoreEvent | BriefEvent | WriteEvent | LookEvent | EndingEvent;
export type CampaignRefusal = CoreRefusal | BriefRefusal | WriteRefusal | LookRefusal;

export const campaign: Decider<
  CampaignId,
  Campaign,
  CampaignCommand,
  CampaignEvent,
  CampaignRefusal,
  CampaignBook,
  CampaignEvent | BudgetEvent
> = {
  keyOf: (message) => message.id,
  decide: { ...core.decide, ...brief.decide, ...write.decide, ...look.decide },
  evolve: { ...core.evolve, ...brief.evolve, ...write.evolve, ...look.evolve, ...ending },
};
