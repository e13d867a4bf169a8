/** How a micro-campaign ends, and what a follow-up comes from: what agreements/verdict.ts decides and the campaign keeps. */
import type { CampaignId, ItemId, NoteId } from '../../kernel/ids.ts';
import type { Decider } from '../decider.ts';
import { withMicro } from './brief.ts';
import type { Campaign } from './campaign.ts';
import type { Follows } from './micro.ts';

export type EndingEvent =
  | { readonly type: 'campaign/scaled'; readonly id: CampaignId; readonly into: CampaignId }
  | ({ readonly type: 'campaign/followed'; readonly id: CampaignId } & Follows)
  | {
      readonly type: 'campaign/aborted';
      readonly id: CampaignId;
      readonly why: NoteId;
      /** null where nothing was set aside (or where the reader may not see it). */
      readonly freedMinor: number | null;
      readonly freedDays: number;
      readonly dropped: readonly ItemId[];
      readonly returned: readonly ItemId[];
      readonly next: ItemId | null;
    };

type Ending = Decider<CampaignId, Campaign, EndingEvent, EndingEvent, never, never>['evolve'];

export const ending: Ending = {
  'campaign/scaled': (c, { into }, { by, at }) => withMicro(c!, (m) => ({ ...m, ended: { how: 'scaled', into, by, at } })),
  'campaign/followed': (c, { type: _type, id: _id, ...follows }) => withMicro(c!, (m) => ({ ...m, follows })),
  'campaign/aborted': (c, { type: _type, id: _id, ...what }, { by, at }) =>
    withMicro(c!, (m) => ({ ...m, ended: { how: 'aborted', ...what, by, at } })),
};
