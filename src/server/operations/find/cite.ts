/** Cites a number: asks its question now and freezes one figure of the answer as evidence. */
import { ok } from '../../../kernel/result.ts';
import { citedFrom } from '../../../views/agreements/cited.ts';
import { problem } from '../../house/problems.ts';
import { ask } from '../ask/ask.ts';
import type { Run } from '../operation.ts';

export const cite: Run<'cite'> = async (world, { company, question, with: asked = [], row, figure, what }, caller) => {
  const parameters = [asked].flat().map((pair) => ({ name: pair.split('=')[0]!.trim(), value: pair.slice(pair.indexOf('=') + 1).trim() }));
  const said = Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
  const answer = await ask(world, { ...said, company, question }, caller);
  if (!answer.ok) return answer;
  const cited = citedFrom(answer.value, { name: question, parameters, row, figure }, what ?? null);
  if (cited) return ok(cited);
  const rows = [...answer.value.rows.map((r) => r.key), 'total'];
  return problem(
    'no-such-row',
    `The answer to ${question} has no number “${figure}” in a row “${row}”.`,
    `Rows: ${rows.slice(0, 12).join(', ')}${rows.length > 12 ? ' …' : ''}. Figures: ${Object.keys(answer.value.total).join(', ')}.`,
  );
};
