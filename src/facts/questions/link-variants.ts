/** Link variants: how the touches that came in spell campaigns, and what hangs on each spelling. */
import { ok } from '../../kernel/result.ts';
import type { Question } from './question.ts';
import { rowsOf, sqlOf } from './statement.ts';

const MOST = 500;

export const linkVariants: Question = {
  name: 'link-variants',
  summary: 'How touches spell campaigns: each spelling with its channel, touches, deals and money, and the campaign it means',
  params: [{ name: 'top', kind: 'whole', summary: `How many spellings are listed, the most used first (${MOST} without it)` }],
  run: async (engine, params, head) => {
    const bound = { as_of: head.asOf, currency: head.currency, most: typeof params['top'] === 'number' ? params['top'] : MOST };
    return ok({ tables: { variants: await rowsOf(engine, sqlOf('link-variants'), bound) } });
  },
};
