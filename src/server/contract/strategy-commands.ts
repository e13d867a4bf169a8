/** Commands of strategy and audience, as they travel. */
import { z } from 'zod';
import type { Group } from '../../domain/audience/segment.ts';
import type { Metric } from '../../domain/strategy/metric.ts';
import { command, ids, note, said } from './command-shape.ts';
import { day, typed } from './shape.ts';

const nobody = ids.person.nullable();
const number = z.number();

const unit = z.enum(['money', 'count', 'percent']);
const measured = z.strictObject({
  kind: z.literal('measured'),
  measure: z.enum(['won-revenue', 'open-pipeline', 'opportunities-opened', 'deals-won', 'deals-lost']),
  unit,
});
const formula = z.strictObject({
  kind: z.literal('formula'),
  formula: z.string().max(2000).describe('Names in square brackets: [Won revenue] / [Deals won]. + - * / ( ) min max if'),
  unit,
});
const metric = typed<Metric>(z.discriminatedUnion('kind', [measured, z.strictObject({ kind: z.literal('reported'), unit }), formula]));

export const strategyCommands = {
  'direction/word': command('direction/word', { what: z.enum(['vision', 'mission']), statement: said }),
  'objective/set': command('objective/set', { id: ids.objective, statement: said, due: day, owner: nobody }),
  'objective/reword': command('objective/reword', { id: ids.objective, statement: said }),
  'objective/move-due': command('objective/move-due', { id: ids.objective, due: day }),
  'objective/hand-over': command('objective/hand-over', { id: ids.objective, owner: ids.person }),
  'objective/retire': command('objective/retire', { id: ids.objective, why: note }),
  'outcome/add': command('outcome/add', {
    id: ids.outcome,
    objective: ids.objective,
    owner: nobody,
    name: said,
    metric,
    from: day,
    due: day,
    baseline: number.nullable(),
    target: number,
  }),
  'outcome/reword': command('outcome/reword', { id: ids.outcome, name: said }),
  'outcome/remeasure': command('outcome/remeasure', { id: ids.outcome, metric, why: note }),
  'outcome/move-target': command('outcome/move-target', { id: ids.outcome, target: number, due: day, why: note }),
  'outcome/correct-baseline': command('outcome/correct-baseline', { id: ids.outcome, baseline: number, why: note }),
  'outcome/hand-over': command('outcome/hand-over', { id: ids.outcome, owner: ids.person }),
  'outcome/link': command('outcome/link', { id: ids.outcome, objective: ids.objective }),
  'outcome/check-in': command('outcome/check-in', { id: ids.outcome, value: number, on: day, note: note.nullable() }),
  'outcome/state-confidence': command('outcome/state-confidence', {
    id: ids.outcome,
    percent: number.describe('How sure, 0 to 100: a belief, never mixed with the score'),
    on: day,
    note: note.nullable(),
  }),
  'outcome/score': command('outcome/score', {
    id: ids.outcome,
    value: number.nullable().describe('Final value, from which the score is computed'),
    score: number.nullable().describe('0.0 to 1.0, only where it cannot be computed; then with a note'),
    note: note.nullable(),
  }),
  'outcome/retire': command('outcome/retire', { id: ids.outcome, why: note }),
};

const corridor = { low: number.nullable(), high: number.nullable() };
const overDays = number.describe('Days it looks back over');

export const kpiCommands = {
  'kpi/set': command('kpi/set', { id: ids.kpi, name: said, metric, overDays, owner: nobody, ...corridor }),
  'kpi/reword': command('kpi/reword', { id: ids.kpi, name: said }),
  'kpi/remeasure': command('kpi/remeasure', { id: ids.kpi, metric, overDays, why: note }),
  'kpi/move-corridor': command('kpi/move-corridor', { id: ids.kpi, ...corridor, why: note }),
  'kpi/hand-over': command('kpi/hand-over', { id: ids.kpi, owner: ids.person }),
  'kpi/check-in': command('kpi/check-in', { id: ids.kpi, value: number, on: day, note: note.nullable() }),
  'kpi/retire': command('kpi/retire', { id: ids.kpi, why: note }),
};

const member = z.enum(['account', 'contact']);
const condition = z.strictObject({
  on: member,
  field: said.describe('A field (title, created) or an attribute as the file spells it (industry)'),
  test: z.enum(['equals', 'differs', 'one-of', 'none-of', 'contains', 'lacks', 'over', 'under', 'blank', 'filled']),
  values: z.array(z.string().max(300)).max(200),
});
const groupOf = (parts: z.ZodType) => z.strictObject({ join: z.enum(['all', 'any']), parts: z.array(parts).max(40) });
const innermost = groupOf(condition);
/** Groups in groups, written out as deep as they may go: a schema that refers to itself is hard to read in OpenAPI. */
export const definition = { of: member, where: typed<Group>(groupOf(z.union([condition, groupOf(z.union([condition, innermost]))]))) };

export const segmentCommands = {
  'segment/define': command('segment/define', { id: ids.segment, name: said, ...definition }),
  'segment/redefine': command('segment/redefine', { id: ids.segment, ...definition }),
  'segment/reword': command('segment/reword', { id: ids.segment, name: said }),
  'segment/retire': command('segment/retire', { id: ids.segment, why: note }),
};
