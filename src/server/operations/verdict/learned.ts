/** What campaigns by frozen criteria have taught: each that has started, with what the rule says of it today. */
import { takenNow } from '../../../domain/agreements/verdict.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { frozenCriteria } from '../../../domain/campaign/micro.ts';
import type { Learned } from '../../../views/verdict/learning.ts';
import { verdictView } from '../../../views/verdict/verdict-view.ts';
import type { Reader } from '../ask/reader.ts';
import { inputOf } from './input-of.ts';

export const learned = async (reader: Reader): Promise<readonly Learned[]> => {
  const found = await Promise.all([...reader.context.book.campaign.values()].map((campaign) => learnedOf(reader, campaign)));
  return found.flatMap((one) => one ?? []);
};

const learnedOf = async (reader: Reader, campaign: Campaign): Promise<Learned | null> => {
  const { micro } = campaign;
  const criteria = frozenCriteria(micro);
  if (micro === null || criteria === null || micro.started === null) return null;
  const { book, today, noteOf } = reader.context;
  const segment = micro.segment === null ? undefined : book.segment.get(micro.segment);
  const taken = takenNow(book.verdict.get(campaign.id));
  return {
    id: campaign.id,
    name: campaign.name,
    channel: campaign.channel,
    audience: segment === undefined ? null : { id: segment.id, name: segment.name },
    hypothesis: noteOf(micro.hypothesis),
    startedOn: micro.started.on,
    criteria,
    randomised: micro.randomised,
    view: verdictView(await inputOf(reader, campaign, micro, criteria, today)),
    taken:
      taken === null
        ? null
        : { word: taken.word, overruled: taken.overruled !== null, why: taken.overruled === null ? null : noteOf(taken.overruled.why) },
    ended: micro.ended?.how ?? null,
  };
};
