/** Health: what is missing or late along the thread, with the money that hangs on it. */
import { ok } from '../../kernel/result.ts';
import type { Question } from './question.ts';
import { rowsOf, sqlOf } from './statement.ts';

export const health: Question = {
  name: 'health',
  summary: 'Gaps of the data along the thread with the money they carry and what mends them; sources that are late',
  params: [],
  run: async (engine, params, head) => {
    const bound = { as_of: head.asOf, currency: head.currency, today: typeof params['today'] === 'string' ? params['today'] : head.asOf };
    const [gaps, sources, reviews] = await Promise.all([
      rowsOf(engine, sqlOf('health'), bound),
      rowsOf(engine, sqlOf('sources'), bound),
      rowsOf(engine, sqlOf('open-reviews'), { as_of: bound.as_of, currency: bound.currency }),
    ]);
    return ok({ tables: { gaps, sources, reviews } });
  },
};
