/** A campaign while it is planned: what its fields start with, the key it gets by its name, and the command that plans it. */
import type { Day } from '../../../kernel/day.ts';
import type { Command } from '../../../domain/book.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { CampaignId, PersonId } from '../../../kernel/ids.ts';
import { newId } from '../../state/ids.ts';
import type { CampaignDraft } from './CampaignFields.tsx';

export const newCampaign = (from: Day, to: Day, owner: PersonId): CampaignDraft => ({
  name: '',
  channel: '',
  from,
  to,
  budgetMinor: null,
  item: null,
  owner: owner === 'p_operator' ? null : owner,
  why: '',
});

/** What stands in its links, by its name: letters and digits, hyphens between them. */
export const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

/** What is still missing before it can be planned; null where nothing is. */
export const missingIn = ({ name, channel }: CampaignDraft): string | null =>
  name.trim() === '' ? 'Give it a name' : channel.trim() === '' ? 'Name its channel' : null;

/** The command that plans it, with the words that it names. */
export const planned = (id: CampaignId, { why, ...terms }: CampaignDraft, key: string) => {
  const note = terms.item === null && why.trim() !== '' ? { id: newId('n'), text: why.trim() } : null;
  return {
    command: {
      type: 'campaign/plan',
      id,
      ...terms,
      key,
      aliases: [],
      foundational: note?.id ?? null,
    } as const,
    notes: note ? [note] : [],
  };
};

/** What stands in the fields when a campaign is changed; `why` as its words read now. */
export const draftOf = ({ name, channel, from, to, budgetMinor, item, owner }: Campaign, why: string): CampaignDraft => ({
  name,
  channel,
  from,
  to,
  budgetMinor,
  item,
  owner,
  why,
});

/** The commands that make the campaign what the draft says, with the words that they name. */
export const changesOf = (was: Campaign, now: CampaignDraft, wasWhy: string) => {
  const { id } = was;
  const note = now.item === null && now.why.trim() !== '' && now.why !== wasWhy ? { id: newId('n'), text: now.why.trim() } : null;
  const commands: readonly Command[] = [
    ...(now.name !== was.name ? [{ type: 'campaign/rename', id, name: now.name } as const] : []),
    ...(now.channel !== was.channel ? [{ type: 'campaign/rechannel', id, channel: now.channel } as const] : []),
    ...(now.from !== was.from || now.to !== was.to ? [{ type: 'campaign/reschedule', id, from: now.from, to: now.to } as const] : []),
    ...(now.budgetMinor !== was.budgetMinor ? [{ type: 'campaign/rebudget', id, budgetMinor: now.budgetMinor } as const] : []),
    ...(now.owner !== was.owner && now.owner !== null ? [{ type: 'campaign/hand-over', id, owner: now.owner } as const] : []),
    ...(now.item !== was.item ? [{ type: 'campaign/link', id, item: now.item } as const] : []),
    ...(note ? [{ type: 'campaign/justify', id, foundational: note.id } as const] : []),
  ];
  return { commands, notes: note ? [note] : [] };
};
