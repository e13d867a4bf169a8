/** How a Guidepoint came to be: the workshop it came from, each wording, each change, and when it was agreed. */
import { isSigned, lockedAt, type AgreedOutcome, type Guidepoint, type Version } from '../../domain/guidepoint/guidepoint.ts';
import type { Workshop } from '../../domain/workshop/workshop.ts';
import { daysBetween, type Day } from '../../kernel/day.ts';
import { dayLong, inWords, list, plural, tally } from '../words/format.ts';
import { seatTitle } from '../words/names.ts';
import { REASON_WORDS } from '../words/reasons.ts';
import { differences } from './difference.ts';
import { countWords, dayOfMoment, type Teller } from './signed.ts';

export type Step = { readonly on: Day; readonly title: string; readonly text: string; readonly quote: string | null };

/** Oldest first. */
export const storyOf = (t: Teller, g: Guidepoint): Step[] => {
  const day = (at: string): Day => dayOfMoment(t.book, at);
  const steps: (Step & { readonly at: string })[] = [];
  const step = (at: string, what: string, text: string, quote: string | null = null): void =>
    void steps.push({ at, on: day(at), title: `${dayLong(day(at), t.today)}, ${what}`, text, quote });
  for (const w of t.book.workshop.values()) if (w.made?.guidepoint === g.period) step(w.openedAt ?? w.made.at, 'workshop', cameOf(w));
  for (const [place, v] of g.versions.entries()) {
    const before = g.versions[place - 1];
    if (!before) step(v.proposedAt, 'put forward', `${t.nameOf(v.proposedBy)}, from ${objectivesOf(t, v.outcomes)}`);
    else if (v.change === null)
      step(v.proposedAt, 'reworded', `${t.nameOf(v.proposedBy)}. ${differences(t, before, v).slice(0, 2).join('. ')}`);
    for (const [seat, no] of Object.entries(v.declined))
      step(no.at, 'declined', `${t.nameOf(no.by)}, for ${seatTitle(t.book, seat)}`, t.noteOf(no.why));
    const agreed = lockedAt(v);
    if (agreed !== null)
      step(agreed, v.n === 1 ? 'agreed' : 'agreed again', `${countWords(v)}. Version ${v.n}${until(t, g, v, day(agreed))}`);
  }
  for (const c of g.changes) {
    step(c.askedAt, 'change asked for', `${t.nameOf(c.askedBy)}: ${REASON_WORDS[c.reason].toLowerCase()}`, t.noteOf(c.words));
    if (c.decidedAt !== null)
      step(
        c.decidedAt,
        `change ${c.state}`,
        c.state === 'withdrawn' ? t.nameOf(c.askedBy) : t.nameOf(c.approver),
        c.why ? t.noteOf(c.why) : null,
      );
  }
  return steps.toSorted((a, b) => a.at.localeCompare(b.at)).map(({ at: _at, ...rest }) => rest);
};

/** What a workshop made it of. */
const cameOf = ({ title, shown, votes }: Workshop): string => {
  const cards = shown.guidepoint?.length ?? 0;
  const voters = votes.guidepoint?.voters ?? 0;
  const made = [...(cards > 0 ? [plural(cards, 'card')] : []), ...(voters > 0 ? [`votes of ${tally(voters, 'person', 'people')}`] : [])];
  return made.length > 0 ? `“${title}”: ${list(made)}` : `“${title}”`;
};

const objectivesOf = (t: Teller, outcomes: readonly AgreedOutcome[]): string => {
  const statements = [
    ...new Set(outcomes.flatMap((o) => t.book.objective.get(t.book.outcome.get(o.outcome)?.objective ?? 'o_')?.statement ?? [])),
  ];
  if (statements.length === 0) return plural(outcomes.length, 'outcome');
  return statements.length === 1 ? `the objective “${statements[0]}”` : `${inWords(statements.length)} objectives`;
};

const until = (t: Teller, g: Guidepoint, v: Version, since: Day): string => {
  const next = g.versions[v.n];
  if (next || !isSigned(v)) return '';
  const days = daysBetween(since, t.today);
  return days > 0 ? `, unchanged for ${tally(days, 'day')}` : '';
};
