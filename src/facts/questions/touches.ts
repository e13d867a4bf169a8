/** Touches: what stood behind one deal. */
import { ok, refuse } from '../../kernel/result.ts';
import { journeySql } from './journeys.ts';
import type { Question } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

export const touches: Question = {
  name: 'touches',
  summary: 'The touches behind one deal: counted or not and why, under three models, with campaign, work item and objective',
  params: [{ name: 'id', kind: 'text', required: true, summary: 'Id of the deal, as the file has it; source:id where two sources share it' }],
  run: async (engine, params, head) => {
    const said = String(params['id']);
    const bound = { as_of: head.asOf, zone: head.zone, look_back_days: head.lookBackDays };
    const find = (id: string): Promise<{ readonly src: string; readonly id: string }[]> => rowsOf(engine, sqlOf('deal'), { ...bound, id });
    const colon = said.indexOf(':');
    const plain = await find(said);
    const found = plain.length > 0 || colon < 0 ? plain : (await find(said.slice(colon + 1))).filter((row) => row.src === said.slice(0, colon));
    if (found.length === 0) return refuse({ code: 'unknown-deal', text: `There is no deal "${said}".`, parameter: 'id', found: said });
    if (found.length > 1) {
      const choices = found.map((row) => `${row.src}:${row.id}`);
      return refuse({ code: 'unknown-deal', text: `Several sources have a deal "${said}". Say which: ${choices.join(', ')}.`, parameter: 'id', found: said, choices });
    }
    const { id, src } = found[0]!;
    const rows = await rowsOf(engine, fill(sqlOf('deal-touches'), { journey: journeySql('columns') }), { ...bound, id, src });
    return ok({ tables: { deal: found, rows } });
  },
};
