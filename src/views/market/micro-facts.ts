/** A micro-campaign as plain data for every door: what is believed, the criteria and who froze them, readiness, looks, how it ended. */
import { openWorkOf } from '../../domain/agreements/verdict-acts.ts';
import { waitingOverrule, type Overrule, type Taken } from '../../domain/agreements/verdict.ts';
import type { Book } from '../../domain/book.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Criteria, Look, Variant, Word } from '../../domain/campaign/criteria.ts';
import { isLate, QUESTIONS, standingLooks, type Micro, type Question } from '../../domain/campaign/micro.ts';
import { freed, leftOn } from '../../domain/campaign/set-aside.ts';
import type { Day } from '../../kernel/day.ts';
import type { CampaignId, ItemId, NoteId, PersonId } from '../../kernel/ids.ts';
import { sizeOf } from '../../domain/backlog/sizing.ts';
import { measureWords, QUESTION_WORDS, VERDICT_WORDS } from '../words/criteria.ts';
import { capital, plural } from '../words/format.ts';
import { cameFree } from './ending-words.ts';
import { criteriaWords } from './criteria-words.ts';
import { microState, type MicroState } from './micro-state.ts';

type Naming = { readonly nameOf: (person: PersonId) => string; readonly noteOf: (note: NoteId) => string | null };

export type MicroRow = {
  readonly id: CampaignId;
  readonly name: string;
  readonly channel: string;
  readonly from: Day;
  readonly to: Day;
  readonly state: string;
  readonly phase: MicroState['phase'];
  readonly next: string;
  /** On whom it waits; null where it waits for whoever plans. */
  readonly waitsFor: string | null;
  readonly measure: string | null;
};
export type MicroList = { readonly title: string; readonly rows: readonly MicroRow[] };

/** Those that wait or run first, then what ended; newest first within each. */
export const microList = (book: Book, today: Day, nameOf: Naming['nameOf']): MicroList => {
  const rows = [...book.campaign.values()].flatMap((c): MicroRow[] => {
    const state = microState(book, c, today);
    if (!state) return [];
    const { id, name, channel, from, to, micro } = c;
    const { next } = state;
    return [
      {
        id,
        name,
        channel,
        from,
        to,
        state: state.said,
        phase: state.phase,
        next: next.text,
        waitsFor: next.waitsFor && nameOf(next.waitsFor),
        measure: micro!.written && measureWords(micro!.written.criteria.measure),
      },
    ];
  });
  const over = (row: MicroRow): boolean => row.phase === 'scaled' || row.phase === 'aborted' || row.phase === 'dropped';
  const open = rows.filter((row) => !over(row)).length;
  const sorted = rows.toSorted((a, b) => Number(over(a)) - Number(over(b)) || b.from.localeCompare(a.from) || (a.id < b.id ? -1 : 1));
  return {
    rows: sorted,
    title:
      rows.length === 0
        ? 'No micro-campaign has been briefed yet.'
        : `${open === 0 ? 'No micro-campaign is' : capital(plural(open, 'micro-campaign is', 'micro-campaigns are'))} open, ${rows.length === open ? 'none has' : plural(rows.length - open, 'has', 'have')} come to an end.`,
  };
};

export type MicroFacts = {
  readonly id: CampaignId;
  readonly name: string;
  readonly key: string;
  readonly channel: string;
  readonly from: Day;
  readonly to: Day;
  readonly owner: string | null;
  readonly state: string;
  readonly next: MicroState['next'] & { readonly who: string | null };
  /** null where the words were erased or are not shown to this role. */
  readonly hypothesis: string | null;
  readonly segment: string | null;
  readonly item: { readonly id: ItemId; readonly title: string } | null;
  readonly priority: string | null;
  readonly variants: readonly Variant[];
  readonly randomised: boolean;
  readonly budget: {
    readonly minor: number | null;
    readonly line: string | null;
    readonly leftMinor: number | null;
    readonly setAside: boolean;
  };
  readonly criteria: Criteria | null;
  readonly inWords: readonly { readonly label: string; readonly text: string }[];
  readonly revision: number | null;
  readonly proposed: { readonly by: string; readonly second: string; readonly at: string } | null;
  readonly declined: { readonly by: string; readonly why: string | null } | null;
  readonly frozen: { readonly by: string; readonly with: string; readonly at: string } | null;
  readonly questions: readonly {
    readonly question: Question;
    readonly text: string;
    readonly answer: string | null;
    readonly answered: boolean;
  }[];
  readonly started: Day | null;
  readonly looks: readonly (Look & { readonly late: boolean; readonly teller: string; readonly stands: boolean })[];
  readonly taken: readonly {
    readonly word: Word;
    readonly text: string;
    readonly by: string;
    readonly at: string;
    readonly against: string | null;
  }[];
  readonly overrule: {
    readonly n: number;
    readonly word: Word;
    readonly by: string;
    readonly second: string;
    readonly why: string | null;
  } | null;
  readonly ended: { readonly how: 'scaled' | 'aborted'; readonly text: string } | null;
  readonly follows: { readonly id: CampaignId; readonly name: string } | null;
  /** What an abort today would free. */
  readonly free: {
    readonly minor: number | null;
    readonly days: number;
    readonly work: readonly { readonly id: ItemId; readonly title: string }[];
  };
};

/** null for a campaign that is no micro-campaign. */
export const microFacts = (book: Book, c: Campaign, today: Day, naming: Naming): MicroFacts | null => {
  const { micro: m } = c;
  const state = microState(book, c, today);
  if (!m || !state) return null;
  const { nameOf, noteOf } = naming;
  const currency = book.company.get('company')?.currency ?? null;
  const line = m.line ? book.budget.get(m.line) : undefined;
  const item = c.item ? book.item.get(c.item) : undefined;
  const verdict = book.verdict.get(c.id);
  const waiting = waitingOverrule(verdict);
  const work = openWorkOf(book, c.id);
  const standing = new Set(standingLooks(m));
  const { written } = m;
  return {
    id: c.id,
    name: c.name,
    key: c.key,
    channel: c.channel,
    from: c.from,
    to: c.to,
    owner: c.owner && nameOf(c.owner),
    state: state.said,
    next: { ...state.next, who: state.next.waitsFor && nameOf(state.next.waitsFor) },
    hypothesis: noteOf(m.hypothesis),
    segment: m.segment && (book.segment.get(m.segment)?.name ?? m.segment),
    item: item ? { id: item.id, title: `${item.ref} ${item.title}` } : null,
    priority: item?.priority ? (book.priority.get(item.priority)?.title ?? null) : null,
    variants: m.variants,
    randomised: m.randomised,
    budget: { minor: c.budgetMinor, line: line?.name ?? null, leftMinor: line ? leftOn(book, line) : null, setAside: m.setAside !== null },
    criteria: written?.criteria ?? null,
    inWords: written ? criteriaWords(written.criteria, currency, today) : [],
    revision: written?.revision ?? null,
    proposed: written?.proposed
      ? { by: nameOf(written.proposed.by), second: nameOf(written.proposed.second), at: written.proposed.at }
      : null,
    declined: written?.declined ? { by: nameOf(written.declined.by), why: noteOf(written.declined.why) } : null,
    frozen: written?.frozen ? { by: nameOf(written.proposed!.by), with: nameOf(written.frozen.by), at: written.frozen.at } : null,
    questions: QUESTIONS.map((question) => ({
      question,
      text: QUESTION_WORDS[question],
      answer: m.answers[question] ? noteOf(m.answers[question]) : null,
      answered: m.answers[question] !== undefined,
    })),
    started: m.started?.on ?? null,
    looks: m.looks.map((look) => ({ ...look, late: isLate(m, look), teller: nameOf(look.by), stands: standing.has(look) })),
    taken: (verdict?.taken ?? []).map((t) => takenLine(t, naming)),
    overrule: waiting ? overruleLine(waiting, naming) : null,
    ended: endedWords(book, m),
    follows: m.follows && { id: m.follows.campaign, name: book.campaign.get(m.follows.campaign)?.name ?? m.follows.campaign },
    free: {
      minor: freed(book, c)?.minor ?? null,
      days: work.reduce((sum, one) => sum + (sizeOf(book, one).days ?? 0), 0),
      work: work.map((one) => ({ id: one.id, title: `${one.ref} ${one.title}` })),
    },
  };
};

const takenLine = (t: Taken, { nameOf, noteOf }: Naming): MicroFacts['taken'][number] => ({
  word: t.word,
  text: t.overruled ? `${VERDICT_WORDS[t.word]}, against the rule: ${t.said.finding}` : `${VERDICT_WORDS[t.word]}: ${t.said.finding}`,
  by: t.overruled ? `${nameOf(t.by)} and ${nameOf(t.overruled.second)}` : nameOf(t.by),
  at: t.at,
  against: t.overruled && noteOf(t.overruled.why),
});
const overruleLine = (o: Overrule, { nameOf, noteOf }: Naming): MicroFacts['overrule'] => ({
  n: o.n,
  word: o.word,
  by: nameOf(o.by),
  second: nameOf(o.second),
  why: noteOf(o.why),
});
const endedWords = (book: Book, { ended }: Micro): MicroFacts['ended'] => {
  if (!ended) return null;
  if (ended.how === 'scaled') return { how: 'scaled', text: `Scaled into “${book.campaign.get(ended.into)?.name ?? ended.into}”.` };
  const next = ended.next ? book.item.get(ended.next) : undefined;
  return {
    how: 'aborted',
    text: `Aborted; ${cameFree({ minor: ended.freedMinor, days: ended.freedDays, next: next ? `${next.ref} “${next.title}”` : null }, book.company.get('company')?.currency ?? null)}.`,
  };
};
