/** Credit of a quarter, every model side by side. */
import { askRemembered } from '../../../facts/questions/remembered.ts';
import { CALENDAR_YEAR, quarterAfter } from '../../../kernel/fiscal.ts';
import { ok } from '../../../kernel/result.ts';
import { creditView } from '../../../views/credit/build.ts';
import { problem } from '../../house/problems.ts';
import type { Run } from '../operation.ts';
import { asProblem } from './as-problem.ts';
import { modelsOf } from './models-of.ts';
import { modelled } from './modelled.ts';
import { periodOf, readerOf } from './reader.ts';

export const credit: Run<'credit'> = async (world, { company, period: asked, by }, caller) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const { engine, context, role } = reader.value;
  const period = periodOf(reader.value, asked);
  if (!period.ok) return period;
  const fiscal = context.book.company.get('company')?.fiscal ?? CALENDAR_YEAR;
  // Who asked for what is not for everybody to see.
  if (by === 'requester' && role === 'viewer')
    return problem('may-not', 'Viewers do not see who asked for what.', 'Ask by campaign, priority or outcome.');
  const raw = await askRemembered(engine, 'credit', {
    by: [by],
    model: ['all'],
    since: period.value.from,
    until: period.value.to,
    intervals: 'yes',
    today: context.today,
  });
  return raw.ok
    ? ok(
        creditView(
          await modelled(modelsOf(world.house), 'credit', raw.value),
          { ...period.value, before: quarterAfter(fiscal, period.value.id, -1).id, after: quarterAfter(fiscal, period.value.id).id },
          context,
        ),
      )
    : asProblem(raw.refusal);
};
