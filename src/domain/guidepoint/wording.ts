/** What a Guidepoint's wording must hold before it is put forward, signed or changed. */
import type { OutcomeId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, day, span, stands, text } from '../check.ts';
import { inUnit } from '../strategy/metric.ts';
import type { AgreedOutcome, Change, GuidepointBook, GuidepointRefusal, NewTerms, Version, Wording } from './guidepoint.ts';

type Refused = Result<null, GuidepointRefusal>;
const fine: Refused = ok(null);

/** Statement, one to five outcomes that stand, and seats the company has. */
export const wordingHolds = (book: GuidepointBook, { statement, outcomes, seats }: Wording): Refused => {
  const said = text('statement', statement, 600);
  if (!said.ok) return said;
  if (outcomes.length < 1 || outcomes.length > 5) return refuse({ code: 'outcomes-one-to-five', found: outcomes.length });
  if (new Set(outcomes).size < outcomes.length || new Set(seats).size < seats.length) return refuse({ code: 'said-twice' });
  if (seats.length === 0) return refuse({ code: 'seats-needed' });
  const known = book.company.get('company')?.seats.map((s) => s.id) ?? [];
  const stranger = seats.find((s) => !known.includes(s));
  if (stranger !== undefined) return refuse({ code: 'not-there', thing: 'seat', id: stranger });
  return all(...outcomes.map((id) => stands('outcome', id, book.outcome.get(id))));
};

/** The terms that will be signed: as the outcomes read now, with the new targets of a change where it has them. */
export const asAgreed = (book: GuidepointBook, outcomes: readonly OutcomeId[], terms: readonly NewTerms[] = []): AgreedOutcome[] =>
  outcomes.map((id) => {
    const { name, metric, from, due, baseline, target } = book.outcome.get(id)!;
    const moved = terms.find((t) => t.outcome === id);
    return {
      outcome: id,
      name,
      metric,
      from,
      due: moved?.due ?? due,
      baseline: moved?.baseline ?? baseline,
      target: moved?.target ?? target,
    };
  });

/** New terms are about outcomes of this change, once each, in their unit, after their start, and ask for something. */
export const termsHold = (book: GuidepointBook, { outcomes, terms }: Pick<Change, 'outcomes' | 'terms'>): Refused => {
  if (new Set(terms.map((t) => t.outcome)).size < terms.length) return refuse({ code: 'said-twice' });
  for (const { outcome, target, due, baseline } of terms) {
    if (!outcomes.includes(outcome)) return refuse({ code: 'terms-outside', outcome });
    const now = book.outcome.get(outcome)!;
    const checked = all(
      inUnit(now.metric, 'target', target),
      inUnit(now.metric, 'baseline', baseline ?? 0),
      day('due', due),
      span(now.from, due),
    );
    if (!checked.ok) return checked;
    if (target === (baseline ?? now.baseline)) return refuse({ code: 'target-is-baseline' });
  }
  return fine;
};

/** What is signed is what stands: an outcome that moved since it was put forward asks for a new wording first. */
export const stillReads = (book: GuidepointBook, { outcomes }: Version): Refused => {
  const stand = all(...outcomes.map(({ outcome: id }) => stands('outcome', id, book.outcome.get(id))));
  if (!stand.ok) return stand;
  const now = asAgreed(
    book,
    outcomes.map((o) => o.outcome),
  );
  const moved = outcomes.filter((o, i) => JSON.stringify(o) !== JSON.stringify(now[i])).map((o) => o.outcome);
  return moved.length === 0 ? fine : refuse({ code: 'outcomes-moved', outcomes: moved });
};

/** True where what is asked reads otherwise than the wording that stands. */
export const differs = (now: Version, asked: Pick<Wording, 'statement' | 'seats'>, agreed: readonly AgreedOutcome[]): boolean =>
  now.statement !== asked.statement.trim() ||
  JSON.stringify(now.seats) !== JSON.stringify(asked.seats) ||
  JSON.stringify(now.outcomes) !== JSON.stringify(agreed);
