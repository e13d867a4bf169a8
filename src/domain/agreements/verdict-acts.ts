/** What scale and abort share: the word that lets them be done, and the work that belongs to a campaign. */
import type { CampaignId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Item } from '../backlog/item.ts';
import { microOf } from '../campaign/brief.ts';
import type { CampaignBook } from '../campaign/campaign.ts';
import type { Micro } from '../campaign/micro.ts';
import { takenNow, waitingOverrule, type VerdictBook, type VerdictRefusal } from './verdict.ts';

/** The campaign runs, its last taken word is this one, and nothing was told by hand since. */
export const maySay = (book: VerdictBook, id: CampaignId, word: 'scale' | 'abort'): Result<Micro, VerdictRefusal> => {
  const found = microOf(book.campaign.get(id), id);
  if (!found.ok) return found;
  const micro = found.value;
  if (micro.ended) return refuse({ code: 'campaign-ended', campaign: id, how: micro.ended.how });
  const verdict = book.verdict.get(id);
  const waiting = waitingOverrule(verdict);
  if (waiting) return refuse({ code: 'overrule-waits', second: waiting.second });
  const taken = takenNow(verdict);
  if (taken?.word !== word) return refuse({ code: 'verdict-needed', word });
  const since = micro.looks.find(({ at }) => at > taken.at);
  return since ? refuse({ code: 'looked-since', on: since.on }) : ok(micro);
};

/** Work of this campaign that is neither finished nor dropped, and that no other standing campaign rests on. */
export const openWorkOf = (book: CampaignBook, id: CampaignId): readonly Item[] => {
  const campaign = book.campaign.get(id);
  const ids = new Set([...(campaign?.item ? [campaign.item] : []), ...(campaign?.micro?.follows?.items ?? [])]);
  const others = new Set(
    [...book.campaign.values()].flatMap((c) => (c.id === id || c.retired || c.micro?.ended || c.item === null ? [] : [c.item])),
  );
  return [...ids].flatMap((item) => {
    const found = book.item.get(item);
    return !found || found.retired || found.finishedOn || others.has(item) ? [] : [found];
  });
};
