/** What the server tells a question beside what the person said: the target that the record holds, and what his role may count. */
import type { Book } from '../../../domain/book.ts';
import type { Role } from '../../../domain/company/company.ts';
import type { Params } from '../../../facts/questions/question.ts';

export const toldOf = (book: Book, role: Role | null, question: string, params: Params): Params => {
  // Invoices on budget lines and prices of work are not for viewers (record 8); imported spend is.
  if ((question === 'roi' || question === 'cac') && role === 'viewer') return { count: 'spend' };
  if (question === 'pipeline-coverage' && params['target'] === undefined) {
    const target = targetIn(book, String(params['since']), String(params['until']));
    return target === null ? {} : { target };
  }
  return {};
};

/** The target of the outcome measured by won revenue that runs over exactly these days; of several, that of the earliest named. */
const targetIn = (book: Book, since: string, until: string): number | null => {
  const outcome = [...book.outcome.values()].find(
    ({ metric, retired, from, due }) =>
      !retired && metric.kind === 'measured' && metric.measure === 'won-revenue' && from >= since && due >= from && due < until,
  );
  return outcome ? outcome.target : null;
};
