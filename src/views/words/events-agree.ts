/** Sentences of what is agreed: objectives, outcomes, Guidepoints. */
import type { GuidepointEvent } from '../../domain/guidepoint/guidepoint.ts';
import type { ObjectiveEvent } from '../../domain/strategy/objective.ts';
import type { OutcomeEvent } from '../../domain/strategy/outcome.ts';
import type { NoteId, OutcomeId } from '../../kernel/ids.ts';
import { dayWords, plural, quarterWords } from './format.ts';
import type { Sentences, Telling } from './telling.ts';
import { seatTitle, thingTitle } from './names.ts';
import { REASON_WORDS } from './reasons.ts';
import { valueShort } from './values.ts';

const objective = (id: string, text: string, quote: NoteId | null = null) => ({ text, quote, href: `/agree/strategy/${id}` });
const outcome = (id: string, text: string, quote: NoteId | null = null) => ({ text, quote, href: `/agree/outcomes/${id}` });
const guidepoint = (period: string, text: string, quote: NoteId | null = null) => ({
  text: text.replace('%', `the Guidepoint for ${quarterWords(period)}`),
  quote,
  href: `/agree/guidepoint/${period}`,
});
const called = ({ book }: Telling, thing: 'objective' | 'outcome', id: string): string => `“${thingTitle(book, thing, id)}”`;
const worth = ({ book }: Telling, id: OutcomeId, value: number): string =>
  valueShort(value, book.outcome.get(id)?.metric.unit ?? 'count', book.company.get('company')?.currency ?? null);

export const AGREE_EVENTS: Sentences<ObjectiveEvent | OutcomeEvent | GuidepointEvent> = {
  'objective/set': ({ id, statement, due }, t) => objective(id, `set the objective “${statement}” for ${dayWords(due, t.today)}`),
  'objective/reworded': ({ id, statement }) => objective(id, `reworded an objective to “${statement}”`),
  'objective/due-moved': ({ id, due }, t) => objective(id, `moved ${called(t, 'objective', id)} to ${dayWords(due, t.today)}`),
  'objective/handed-over': ({ id, owner }, t) => objective(id, `handed ${called(t, 'objective', id)} to ${t.nameOf(owner)}`),
  'objective/retired': ({ id, why }, t) => objective(id, `retired the objective ${called(t, 'objective', id)}`, why),

  'outcome/added': ({ id, name, target, due, metric }, t) =>
    outcome(
      id,
      `named the outcome “${name}”: ${valueShort(target, metric.unit, t.book.company.get('company')?.currency ?? null)} by ${dayWords(due, t.today)}`,
    ),
  'outcome/reworded': ({ id, name }) => outcome(id, `reworded an outcome to “${name}”`),
  'outcome/remeasured': ({ id, why }, t) => outcome(id, `changed how ${called(t, 'outcome', id)} is measured`, why),
  'outcome/target-moved': ({ id, target, due, why }, t) =>
    outcome(id, `moved ${called(t, 'outcome', id)} to ${worth(t, id, target)} by ${dayWords(due, t.today)}`, why),
  'outcome/baseline-corrected': ({ id, baseline, why }, t) =>
    outcome(id, `corrected the baseline of ${called(t, 'outcome', id)} to ${worth(t, id, baseline)}`, why),
  'outcome/handed-over': ({ id, owner }, t) => outcome(id, `handed ${called(t, 'outcome', id)} to ${t.nameOf(owner)}`),
  'outcome/linked': ({ id, objective: to }, t) => outcome(id, `tied ${called(t, 'outcome', id)} to ${called(t, 'objective', to)}`),
  'outcome/checked-in': ({ id, value, on, note }, t) =>
    outcome(id, `checked in on ${called(t, 'outcome', id)}: ${worth(t, id, value)} on ${dayWords(on, t.today)}`, note),
  'outcome/confidence-stated': ({ id, percent, note }, t) => outcome(id, `is ${percent} % confident of ${called(t, 'outcome', id)}`, note),
  'outcome/scored': ({ id, score, value, note }, t) =>
    outcome(
      id,
      `scored ${called(t, 'outcome', id)} ${score.toFixed(1)}${value === null ? ', as judged' : `, from a final ${worth(t, id, value)}`}`,
      note,
    ),
  'outcome/retired': ({ id, why }, t) => outcome(id, `retired the outcome ${called(t, 'outcome', id)}`, why),

  'guidepoint/proposed': ({ period, outcomes }) => guidepoint(period, `put forward % with ${plural(outcomes.length, 'outcome')}`),
  'guidepoint/reworded': ({ period }) => guidepoint(period, 'reworded %'),
  'guidepoint/signed': ({ period, seat }, { book }) => guidepoint(period, `signed % for ${seatTitle(book, seat)}`),
  'guidepoint/declined': ({ period, seat, why }, { book }) => guidepoint(period, `declined % for ${seatTitle(book, seat)}`, why),
  'guidepoint/change-asked': ({ period, reason, words, approver }, { nameOf }) =>
    guidepoint(period, `asked ${nameOf(approver)} for a change of %: ${REASON_WORDS[reason].toLowerCase()}`, words),
  'guidepoint/change-approved': ({ period }) => guidepoint(period, 'approved a change of %; it is signed anew'),
  'guidepoint/change-refused': ({ period, why }) => guidepoint(period, 'refused a change of %', why),
  'guidepoint/change-withdrawn': ({ period }) => guidepoint(period, 'withdrew a change of %'),
};
