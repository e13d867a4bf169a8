/** A path of the thread in words: why it came to be, as far as the plan knows. */
import { askedFor } from '../../domain/backlog/asked.ts';
import { dayWords, quarterWords } from '../words/format.ts';
import { agreed, link, text, type Prose } from '../words/prose.ts';
import { HREF } from './cells.ts';
import type { Chain } from './chain.ts';
import type { Context } from './context.ts';

/** "It was work item W-198, asked for by … on 3 Sep: “…” It served … in Q4 2025." */
export const whyOf = (chain: Chain, { book, nameOf, noteOf, today }: Context): Prose => {
  const { campaign, item, priority, outcomes } = chain;
  if (!campaign) return [text('No campaign of the plan touched it.')];
  if (!item) {
    return campaign.foundational
      ? [text('The campaign is foundational: '), agreed(noteOf(campaign.foundational) ?? 'its justification may not be shown.')]
      : [text('The campaign belongs to no work item, so nobody can say who asked for it.')];
  }
  const first = askedFor(book, item)[0];
  const asked: Prose = first
    ? [
        text(`, asked for by ${nameOf(first.by)} on ${dayWords(first.on, today)}`),
        ...(first.request ? [text(' ('), link(first.request.ref, `/work/requests/${first.request.id}`), text(')')] : []),
        ...words(noteOf(first.words)),
      ]
    : [text('. Nobody is recorded as having asked for it. ')];
  const served: Prose =
    outcomes[0] && priority
      ? [text('It served '), link(outcomes[0].name, HREF.outcome(outcomes[0].id)), text(` in ${quarterWords(priority.period)}.`)]
      : [text(priority ? 'Its priority serves no outcome.' : 'It belongs to no priority, so it serves no outcome.')];
  return [text('It was work item '), link(item.ref, HREF.item(item.id)), ...asked, ...served];
};

const words = (said: string | null): Prose => (said === null ? [text('. ')] : [text(': '), agreed(said), text(' ')]);
