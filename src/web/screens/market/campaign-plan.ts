/** A campaign while it is planned: what its fields start with, the key it gets by its name, and the command that plans it. */
import type { Day } from '../../../kernel/day.ts';
import type { CampaignId, PersonId } from '../../../kernel/ids.ts';
import { newId } from '../../state/ids.ts';
import type { CampaignDraft } from './CampaignFields.tsx';

export const newCampaign = (from: Day, to: Day): CampaignDraft => ({
  name: '',
  channel: '',
  from,
  to,
  budgetMinor: null,
  item: null,
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
export const planned = (id: CampaignId, { why, ...terms }: CampaignDraft, key: string, me: PersonId) => {
  const note = terms.item === null && why.trim() !== '' ? { id: newId('n'), text: why.trim() } : null;
  return {
    command: {
      type: 'campaign/plan',
      id,
      ...terms,
      key,
      aliases: [],
      foundational: note?.id ?? null,
      owner: me === 'p_operator' ? null : me,
    } as const,
    notes: note ? [note] : [],
  };
};
