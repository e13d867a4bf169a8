/** Touch rules: what there is to choose from, and what other rules would change over the last four quarters. */
import { askRemembered } from '../../../facts/questions/remembered.ts';
import { touchNames } from '../../../facts/questions/touch-names.ts';
import { CALENDAR_YEAR, quarterAfter, quarterNamed, quarterOf } from '../../../kernel/fiscal.ts';
import { ok } from '../../../kernel/result.ts';
import { rulesEffect } from '../../../views/credit/rules-effect.ts';
import type { Run } from '../operation.ts';
import { asProblem } from './as-problem.ts';
import { modelsOf } from './models-of.ts';
import { modelled } from './modelled.ts';
import { readerOf } from './reader.ts';

export const touchRules: Run<'touch-rules'> = async (world, { company, rules }, caller) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const { engine, context, head } = reader.value;
  const names = await touchNames(engine);
  const of = (what: string) => names.filter((name) => name.of === what).map(({ spelled, n }) => ({ name: spelled, n }));
  const known = { channels: of('channel'), kinds: of('kind') };
  if (rules === undefined) return ok({ known, effect: null });
  const fiscal = context.book.company.get('company')?.fiscal ?? CALENDAR_YEAR;
  const last = quarterOf(fiscal, head.asOf);
  const since = quarterNamed(fiscal, quarterAfter(fiscal, last.id, -3).id)!.from;
  const params = { by: ['channel'], since, until: last.to, today: context.today };
  const before = await askRemembered(engine, 'credit', params);
  if (!before.ok) return asProblem(before.refusal);
  const after = await askRemembered(engine, 'credit', { ...params, rules: JSON.stringify(rules) });
  if (!after.ok) return asProblem(after.refusal);
  const summed = await Promise.all([before.value, after.value].map((raw) => modelled(modelsOf(world.house), 'credit', raw)));
  return ok({ known, effect: rulesEffect(summed[0]!, summed[1]!, since, last.to) });
};
