/**
 * Verdicts in the decision log: every word that was taken, every overrule that was answered, every scale and abort is an
 * entry of its own, with the evidence as it stood when the word was counted. Reasons stand beside the entry, not in it:
 * they are notes, which can be erased; an entry never changes.
 */
import type { CampaignId, LoggedId, PersonId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Word } from '../campaign/criteria.ts';
import { todayOf } from '../campaign/set-aside.ts';
import type { Ctx } from '../decider.ts';
import { logged, type LoggedEvent, type LoggedRefusal } from './logged.ts';
import type { Overrule, Said, Taken, VerdictBook } from './verdict.ts';

const WORD_TEXT: { readonly [W in Word]: string } = { scale: 'Scale', 'keep-going': 'Keep going', abort: 'Abort', review: 'Review' };

type Logged = Result<readonly LoggedEvent[], LoggedRefusal>;
type Entry = {
  readonly log: LoggedId;
  readonly matter: string;
  readonly decided: string;
  readonly deciders: readonly PersonId[];
  readonly said: Said;
  /** Another word that could have been followed. */
  readonly instead: Word | null;
};
type At = { readonly id: CampaignId; readonly log: LoggedId };

const entered = (book: VerdictBook, id: CampaignId, entry: Entry, ctx: Ctx): Logged => {
  const { log, matter, decided, deciders, said, instead } = entry;
  return logged.decide['logged/decide'](
    book.logged.get(log),
    {
      type: 'logged/decide',
      id: log,
      supersedes: null,
      matter,
      decided,
      deciders,
      on: todayOf(book, ctx),
      alternatives: instead === null ? [] : [{ text: WORD_TEXT[instead], against: '' }],
      evidence: said.evidence,
      about: [id],
    },
    ctx,
    book,
  );
};

const nameOf = (book: VerdictBook, id: CampaignId): string => book.campaign.get(id)!.name;
const ruleSays = (word: Word, said: Said): string =>
  word === said.word ? `as the rule says: ${said.finding}` : `against the rule, which says: ${said.finding}`;

/** A word that counts from now on. */
export const wordInLog = (
  book: VerdictBook,
  { id, log }: At,
  { word, said, deciders }: { readonly word: Word; readonly said: Said; readonly deciders: readonly PersonId[] },
  ctx: Ctx,
): Logged => {
  const decided = `${WORD_TEXT[word]}, ${ruleSays(word, said)}`;
  const matter = `Scale, keep going or abort “${nameOf(book, id)}”?`;
  return entered(book, id, { log, matter, decided, deciders, said, instead: word === said.word ? null : said.word }, ctx);
};

/** An overrule that its second person did not confirm: the rule's word stands. */
export const declinedInLog = (book: VerdictBook, { id, log }: At, { word, said }: Overrule, ctx: Ctx): Logged => {
  const decided = `No: “${WORD_TEXT[said.word]}” stands, as the rule says: ${said.finding}`;
  const matter = `Overrule “${WORD_TEXT[said.word]}” with “${WORD_TEXT[word]}” for “${nameOf(book, id)}”?`;
  return entered(book, id, { log, matter, decided, deciders: [ctx.by], said, instead: word }, ctx);
};

/** A scale: into what, with how much work. The follow-up is named among what the entry is about. */
export const scaledInLog = (
  book: VerdictBook,
  { id, log }: At,
  { word, said }: Taken,
  { into, name, items, days }: { readonly into: CampaignId; readonly name: string; readonly items: number; readonly days: number },
  ctx: Ctx,
): Logged => {
  const work = items === 0 ? 'without new work' : `with ${items === 1 ? 'a work item' : `${items} work items`} of ${daysText(days)}`;
  const decided = `Scaled into “${name}”, ${work}, ${ruleSays(word, said)}`;
  const matter = `What follows “${nameOf(book, id)}”?`;
  const entry = entered(book, id, { log, matter, decided, deciders: [ctx.by], said, instead: null }, ctx);
  if (!entry.ok) return entry;
  return ok(entry.value.map((event) => (event.type === 'logged/decided' ? { ...event, about: [id, into] } : event)));
};

/** An abort: how many days came free, and what drops in. */
export const abortedInLog = (
  book: VerdictBook,
  { id, log }: At,
  { word, said }: Taken,
  { days, next }: { readonly days: number; readonly next: string | null },
  ctx: Ctx,
): Logged => {
  const free = days === 0 ? 'no sized work came free' : `${daysText(days)} of work came free`;
  const decided = `Aborted, ${ruleSays(word, said)}; ${free}${next === null ? '' : `, and “${next}” drops in`}`;
  const matter = `What becomes of “${nameOf(book, id)}”?`;
  return entered(book, id, { log, matter, decided, deciders: [ctx.by], said, instead: null }, ctx);
};

const daysText = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;
