/** Micro-campaigns as they stand, for a reader of this role. */
import { ok, type Result } from '../../../kernel/result.ts';
import { foldName, namesOf, type Campaign } from '../../../domain/campaign/campaign.ts';
import type { Book } from '../../../domain/book.ts';
import { microFacts, microList } from '../../../views/market/micro-facts.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import { readerOf } from '../ask/reader.ts';
import type { Run } from '../operation.ts';

/** The campaign that this id, key or name means; one that was dropped only by its id. */
export const campaignNamed = (book: Book, name: string): Result<Campaign, Problem> => {
  const byId = book.campaign.get(name as Campaign['id']);
  const found = byId ?? [...book.campaign.values()].find((c) => !c.retired && namesOf(c).includes(foldName(name)));
  return found
    ? ok(found)
    : problem('not-there', `No campaign is called “${name}”.`, 'lockstep campaigns lists them; a tracking key or an id will do.');
};

export const campaigns: Run<'campaigns'> = async (world, { company }, caller) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const { book, today, nameOf } = reader.value.context;
  return ok(microList(book, today, nameOf));
};

export const campaign: Run<'campaign'> = async (world, { company, campaign: name }, caller) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const { book, today, nameOf, noteOf } = reader.value.context;
  const found = campaignNamed(book, name);
  if (!found.ok) return found;
  const facts = microFacts(book, found.value, today, { nameOf, noteOf });
  return facts
    ? ok(facts)
    : problem('no-brief', `“${found.value.name}” is no micro-campaign: it has no brief.`, 'Write its brief with decide: campaign/brief.');
};
