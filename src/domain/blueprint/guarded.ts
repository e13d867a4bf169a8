/** What an agreed Blueprint holds still: its priorities and milestones change by a signed change only. */
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { isAgreed } from './blueprint.ts';
import type { MilestoneCommand } from './milestone.ts';
import type { PriorityCommand } from './priority.ts';
import type { ScenarioBook } from './scenario.ts';
import type { BlueprintRefusal } from './blueprint.ts';

type Refusal = Extract<BlueprintRefusal, { readonly code: 'agreed-in-blueprint' }>;

/**
 * May this command about a priority or a milestone be decided outside a change? Handing a priority over and reaching a
 * milestone are always free: people come and go, and what happened happened. A version keeps what was signed.
 */
export const freeOfBlueprint = (book: ScenarioBook, command: PriorityCommand | MilestoneCommand): Result<null, Refusal> => {
  switch (command.type) {
    case 'priority/hand-over':
    case 'milestone/reach':
    case 'milestone/reopen':
      return ok(null);
    case 'priority/plan':
      return free(book, command.period, null);
    case 'priority/defer': {
      const here = free(book, book.priority.get(command.id)?.period, command.id);
      return here.ok ? free(book, command.period, command.id) : here;
    }
    case 'milestone/set':
      return free(book, book.priority.get(command.priority)?.period, command.priority);
    case 'milestone/reword':
    case 'milestone/move':
    case 'milestone/remove': {
      const of = book.milestone.get(command.id)?.priority;
      return of ? free(book, book.priority.get(of)?.period, of) : ok(null);
    }
    default:
      return free(book, book.priority.get(command.id)?.period, command.id);
  }
};

const free = (book: ScenarioBook, period: string | undefined, priority: Refusal['priority']): Result<null, Refusal> =>
  period !== undefined && isAgreed(book.blueprint.get(period)) ? refuse({ code: 'agreed-in-blueprint', period, priority }) : ok(null);
