/** Thread: the walk from objectives down to revenue, or from closed deals up to objectives. */
import { ok } from '../../kernel/result.ts';
import type { SqlRow } from '../engine.ts';
import { walksWorth } from '../journey/credit-walks.ts';
import { threadFromWalks } from '../journey/thread-walks.ts';
import { journeySql, periodBound } from './journeys.ts';
import { SINCE, UNTIL } from './parameters.ts';
import type { Head, Question } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

const fragments = (head: Head): { readonly [slot: string]: string } => ({
  won_deals: sqlOf('won-deals'),
  journey: journeySql(head, 'campaign'),
  links: sqlOf('thread-links'),
  tracked: sqlOf('tracked'),
  cost: sqlOf('thread-cost'),
});

export const threadDown: Question = {
  name: 'thread-down',
  summary: 'From objective to campaign: touches, accounts, deals opened and won, money, spend and effort at every link',
  params: [SINCE, UNTIL],
  run: async (engine, params, head) => {
    const bound = periodBound(head, params);
    const rows = (statement: string): Promise<SqlRow[]> => rowsOf(engine, fill(sqlOf(statement), fragments(head)), bound);
    const found = async (): Promise<{ readonly nodes: readonly SqlRow[]; readonly won: readonly SqlRow[] }> => {
      if (await walksWorth(engine)) return threadFromWalks(engine, head, params);
      const [nodes, won] = await Promise.all([rows('thread-down'), rows('credit-deals')]);
      return {
        nodes,
        won: won.map(({ after_close: _a, before_window: _b, undated: _u, left_out: _l, repeats: _r, ...known }) => ({
          ...known,
          dark_ids: known['dark_ids'] ?? [],
        })),
      };
    };
    const [{ nodes, won }, other, breaks] = await Promise.all([found(), rows('credit-other'), rows('thread-breaks')]);
    return ok({ tables: { nodes, won, other, breaks } });
  },
};

export const threadUp: Question = {
  name: 'thread-up',
  summary: 'From deals won in a period up to campaigns, work items, priorities, outcomes and objectives, with the links between them',
  params: [SINCE, UNTIL],
  run: async (engine, params, head) => {
    const bound = periodBound(head, params);
    const rows = (statement: string): Promise<SqlRow[]> => rowsOf(engine, fill(sqlOf(statement), fragments(head)), bound);
    const [ways, won, deals, other, breaks, names] = await Promise.all([
      rows('thread-up'),
      rows('credit-deals'),
      rows('thread-deals'),
      rows('credit-other'),
      rows('thread-breaks'),
      rows('thread-names'),
    ]);
    return ok({ tables: { ways, won, deals, other, breaks, names } });
  },
};
