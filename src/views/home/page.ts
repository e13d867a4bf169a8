/** Home as a page: one answer, then what we agreed, how it stands, and what the work did. Pure, from book and facts. */
import type { Book } from '../../domain/book.ts';
import { current, isLocked, lockedAt, type Guidepoint } from '../../domain/guidepoint/guidepoint.ts';
import type { Outcome } from '../../domain/strategy/outcome.ts';
import type { Day } from '../../kernel/day.ts';
import { capital, dayWords, inWords, list, quarterWords } from '../words/format.ts';
import { seatTitle } from '../words/names.ts';
import type { OutcomeForecast } from '../forecast/forecast.ts';
import type { HomeFacts } from './home.ts';
import { standingOf } from './pace.ts';
import type { Stand } from './stand.ts';
import { verdictByChance } from './chance-verdict.ts';
import { verdict, type Verdict } from './verdict.ts';

export type AgreedPart = {
  readonly period: string;
  /** null where nobody has put anything forward. */
  readonly statement: string | null;
  readonly locked: boolean;
  /** One line: by whom, when, what is missing. */
  readonly line: string;
};

export type HomePage = {
  readonly verdict: Verdict;
  readonly agreed: AgreedPart;
  readonly stands: readonly Stand[];
  readonly due: Day | null;
};

/** The outcomes of this quarter: those of its Guidepoint, else those that run today, else all that stand. */
const outcomesOf = (book: Book, period: string, today: Day): Outcome[] => {
  const guidepoint = book.guidepoint.get(period);
  const standing = [...book.outcome.values()].filter((o) => !o.retired);
  if (guidepoint) return current(guidepoint).outcomes.flatMap(({ outcome }) => book.outcome.get(outcome) ?? []);
  const running = standing.filter((o) => o.from <= today && today <= o.due);
  return running.length > 0 ? running : standing;
};

/** Without forecasts outcomes are held against an even pace. */
export const homePage = (book: Book, facts: HomeFacts, today: Day, forecasts: readonly OutcomeForecast[] = []): HomePage => {
  const stands = outcomesOf(book, facts.period, today).map((outcome) => {
    const now = facts.outcomes.find((o) => o.id === outcome.id) ?? null;
    const forecast = forecasts.find((f) => f.outcome === outcome.id && f.numbers !== null) ?? null;
    return { outcome, now, standing: standingOf(outcome, now?.value ?? null, today), forecast };
  });
  const dues = new Set(stands.map((s) => s.outcome.due));
  return {
    verdict: verdictByChance(book, stands, today) ?? verdict(book, stands, today),
    agreed: agreedPart(book, facts.period, today),
    stands,
    due: dues.size === 1 ? [...dues][0]! : null,
  };
};

const agreedPart = (book: Book, period: string, today: Day): AgreedPart => {
  const g = book.guidepoint.get(period);
  const name = `Guidepoint for ${quarterWords(period)}`;
  if (!g) return { period, statement: null, locked: false, line: `Nobody has drafted the ${name} yet.` };
  return { period, statement: current(g).statement, locked: isLocked(g), line: `${name}. ${standsHow(book, g, today)}` };
};

const standsHow = (book: Book, g: Guidepoint, today: Day): string => {
  const v = current(g);
  const title = (seat: string): string => seatTitle(book, seat);
  const at = lockedAt(v);
  if (at !== null)
    return `Agreed on ${dayWords(at.slice(0, 10), today)} by ${list(v.seats.map(title))}. Locked, ${v.n === 1 ? 'unchanged since' : `version ${v.n}`}.`;
  const missing = v.seats.filter((seat) => !v.signatures[seat]);
  const signed = v.seats.length - missing.length;
  return `${signed === 0 ? 'Nobody has' : `${capital(inWords(signed))} of ${inWords(v.seats.length)} ${signed === 1 ? 'has' : 'have'}`} signed; missing: ${list(missing.map(title))}.`;
};
