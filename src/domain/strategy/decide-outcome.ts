/** What may be asked about an outcome, and what then happens. The meaning stands in outcome.ts. */
import type { OutcomeId } from '../../kernel/ids.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { dayIn, type Instant } from '../../kernel/zone.ts';
import { all, day, fresh, span, stands, text } from '../check.ts';
import type { CompanyBook } from '../company/company.ts';
import type { Decider } from '../decider.ts';
import { inUnit } from './metric.ts';
import { metricFits } from './metric-fits.ts';
import type { Outcome, OutcomeBook, OutcomeCommand, OutcomeEvent, OutcomeRefusal } from './outcome.ts';
import { scoreOf } from './score.ts';

const todayOf = (book: CompanyBook, at: Instant): string => dayIn(book.company.get('company')?.zone ?? 'UTC', at);

export const outcome: Decider<OutcomeId, Outcome, OutcomeCommand, OutcomeEvent, OutcomeRefusal, OutcomeBook> = {
  keyOf: (message) => message.id,
  decide: {
    'outcome/add': (o, { id, objective, owner, name, metric, from, due, baseline, target }, _, book) => {
      const checked = all(
        fresh('outcome', 'u', id, o),
        stands('objective', objective, book.objective.get(objective)),
        text('name', name, 120),
        span(from, due),
        inUnit(metric, 'target', target),
        inUnit(metric, 'baseline', baseline ?? 0),
      );
      if (!checked.ok) return checked;
      const fits = metricFits(book, metric, id);
      if (!fits.ok) return fits;
      if (target === baseline) return refuse({ code: 'target-is-baseline' });
      return ok([{ type: 'outcome/added', id, objective, owner, name: name.trim(), metric: fits.value, from, due, baseline, target }]);
    },
    'outcome/reword': (o, { id, name }) => {
      const checked = all(stands('outcome', id, o), text('name', name, 120));
      if (!checked.ok) return checked;
      return ok(o!.name === name.trim() ? [] : [{ type: 'outcome/reworded', id, name: name.trim() }]);
    },
    'outcome/remeasure': (o, { id, metric, why }, _, book) => {
      const checked = stands('outcome', id, o);
      if (!checked.ok) return checked;
      const fits = metricFits(book, metric, id);
      if (!fits.ok) return fits;
      if (metric.unit !== o!.metric.unit) return refuse({ code: 'unit-stays' });
      const same = JSON.stringify(fits.value) === JSON.stringify(o!.metric);
      return ok(same ? [] : [{ type: 'outcome/remeasured', id, metric: fits.value, why }]);
    },
    'outcome/move-target': (o, { id, target, due, why }) => {
      const checked = stands('outcome', id, o);
      if (!checked.ok) return checked;
      const fits = all(inUnit(o!.metric, 'target', target), day('due', due), span(o!.from, due));
      if (!fits.ok) return fits;
      if (target === o!.baseline) return refuse({ code: 'target-is-baseline' });
      return ok(o!.target === target && o!.due === due ? [] : [{ type: 'outcome/target-moved', id, target, due, why }]);
    },
    'outcome/correct-baseline': (o, { id, baseline, why }) => {
      const checked = stands('outcome', id, o);
      if (!checked.ok) return checked;
      const fits = inUnit(o!.metric, 'baseline', baseline);
      if (!fits.ok) return fits;
      if (baseline === o!.target) return refuse({ code: 'target-is-baseline' });
      return ok(o!.baseline === baseline ? [] : [{ type: 'outcome/baseline-corrected', id, baseline, why }]);
    },
    'outcome/hand-over': (o, { id, owner }) => {
      const checked = stands('outcome', id, o);
      if (!checked.ok) return checked;
      return ok(o!.owner === owner ? [] : [{ type: 'outcome/handed-over', id, owner }]);
    },
    'outcome/link': (o, { id, objective }, _, book) => {
      const checked = all(stands('outcome', id, o), stands('objective', objective, book.objective.get(objective)));
      if (!checked.ok) return checked;
      return ok(o!.objective === objective ? [] : [{ type: 'outcome/linked', id, objective }]);
    },
    'outcome/check-in': (o, { id, value, on, note }) => {
      const checked = all(stands('outcome', id, o), day('on', on));
      if (!checked.ok) return checked;
      const fits = inUnit(o!.metric, 'value', value);
      if (!fits.ok) return fits;
      if (o!.metric.kind !== 'reported') return refuse({ code: 'measured-not-reported', id });
      return ok([{ type: 'outcome/checked-in', id, value, on, note }]);
    },
    'outcome/state-confidence': (o, { id, percent, on, note }, { at }, book) => {
      const checked = all(stands('outcome', id, o), day('on', on));
      if (!checked.ok) return checked;
      if (!Number.isInteger(percent) || percent < 0 || percent > 100) return refuse({ code: 'confidence-out-of-range' });
      // Once it is due, what came of it is counted: nobody need believe anything.
      if (todayOf(book, at) > o!.due || on > o!.due) return refuse({ code: 'due-already', id, due: o!.due });
      return ok([{ type: 'outcome/confidence-stated', id, percent, on, note }]);
    },
    'outcome/score': (o, { id, value, score, note }, { at }, book) => {
      const checked = stands('outcome', id, o);
      if (!checked.ok) return checked;
      if (todayOf(book, at) < o!.due) return refuse({ code: 'not-due-yet', id, due: o!.due });
      const fits = inUnit(o!.metric, 'value', value ?? 0);
      if (!fits.ok) return fits;
      const computed = value === null ? null : scoreOf(o!, value);
      if (computed !== null) {
        if (score !== null && score !== computed) return refuse({ code: 'score-is-computed', id });
        return ok([{ type: 'outcome/scored', id, value, score: computed, note }]);
      }
      if (score === null) return refuse({ code: 'score-without-start', id });
      if (!(score >= 0 && score <= 1)) return refuse({ code: 'score-out-of-range' });
      return note === null ? refuse({ code: 'score-needs-words', id }) : ok([{ type: 'outcome/scored', id, value, score, note }]);
    },
    'outcome/retire': (o, { id, why }) => {
      const checked = stands('outcome', id, o);
      return checked.ok ? ok([{ type: 'outcome/retired', id, why }]) : checked;
    },
  },
  evolve: {
    'outcome/added': (_, { id, objective, owner, name, metric, from, due, baseline, target }) => ({
      id,
      objective,
      owner,
      name,
      metric,
      from,
      due,
      baseline,
      target,
      checkIns: [],
      confidence: [],
      scored: null,
      retired: null,
    }),
    'outcome/reworded': (o, { name }) => ({ ...o!, name }),
    'outcome/remeasured': (o, { metric }) => ({ ...o!, metric }),
    'outcome/target-moved': (o, { target, due }) => ({ ...o!, target, due }),
    'outcome/baseline-corrected': (o, { baseline }) => ({ ...o!, baseline }),
    'outcome/handed-over': (o, { owner }) => ({ ...o!, owner }),
    'outcome/linked': (o, { objective }) => ({ ...o!, objective }),
    'outcome/checked-in': (o, { value, on, note }, { by, at }) => ({ ...o!, checkIns: [...o!.checkIns, { value, on, note, by, at }] }),
    'outcome/confidence-stated': (o, { percent, on, note }, { by, at }) => ({
      ...o!,
      confidence: [...o!.confidence, { percent, on, note, by, at }],
    }),
    'outcome/scored': (o, { score, value, note }, { by, at }) => ({ ...o!, scored: { score, value, note, by, at } }),
    'outcome/retired': (o, { why }) => ({ ...o!, retired: { why } }),
  },
};
