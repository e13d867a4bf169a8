/** The learning library: every campaign that ran by frozen criteria, with its verdict as of today, and base rates. */
import { takenNow } from '../../../domain/agreements/verdict.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { frozenCriteria } from '../../../domain/campaign/micro.ts';
import { ok } from '../../../kernel/result.ts';
import { libraryAnswer, libraryOf, type Learned } from '../../../views/verdict/learning.ts';
import { verdictView } from '../../../views/verdict/verdict-view.ts';
import { readerOf, type Reader } from '../ask/reader.ts';
import type { Run } from '../operation.ts';
import { inputOf } from './input-of.ts';

export const verdicts: Run<'verdicts'> = async (world, { company, ...wish }, caller) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const { context, head } = reader.value;
  const found = await Promise.all([...context.book.campaign.values()].map((campaign) => learnedOf(reader.value, campaign)));
  const library = libraryOf(
    found.flatMap((one) => one ?? []),
    wish,
  );
  return ok({ library, answer: libraryAnswer({ company: head.company, asOf: context.today, loads: head.loads }, library) });
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
