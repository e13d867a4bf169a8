/** Touches: what stood behind one deal. */
import { ok, refuse } from '../../kernel/result.ts';
import type { Engine, Params as Bound } from '../engine.ts';
import { journeySql } from './journeys.ts';
import type { Question } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';
import { rulesBound } from './touch-rules.ts';

export const touches: Question = {
  name: 'touches',
  summary: 'The touches behind one deal: counted or not and why, under three models, with campaign, work item and objective',
  params: [
    { name: 'id', kind: 'text', required: true, summary: 'Id of the deal, as the file has it; source:id where two sources share it' },
  ],
  run: async (engine, params, head) => {
    const said = String(params['id']);
    const bound = { as_of: head.asOf, zone: head.zone, ...rulesBound(head.rules) };
    const find = (id: string): Promise<{ readonly src: string; readonly id: string }[]> => rowsOf(engine, sqlOf('deal'), { ...bound, id });
    const colon = said.indexOf(':');
    const [plain, people] = await Promise.all([find(said), head.kept ? [] : peopleOf(engine, said)]);
    const isPlain = plain.length > 0 || colon < 0;
    const found = isPlain ? plain : (await find(said.slice(colon + 1))).filter((row) => row.src === said.slice(0, colon));
    if (found.length === 0) return refuse({ code: 'unknown-deal', text: `There is no deal "${said}".`, parameter: 'id', found: said });
    if (found.length > 1) {
      const choices = found.map((row) => `${row.src}:${row.id}`);
      return refuse({
        code: 'unknown-deal',
        text: `Several sources have a deal "${said}". Say which: ${choices.join(', ')}.`,
        parameter: 'id',
        found: said,
        choices,
      });
    }
    const { id, src } = found[0]!;
    const near = head.kept ? KEPT : nearOf((isPlain ? people : await peopleOf(engine, id)).filter((person) => person.src === src));
    const rows = await rowsOf(engine, fill(sqlOf('deal-touches'), { journey: journeySql(head, 'columns', 'near'), near: near.sql }), {
      ...bound,
      ...near.bound,
      id,
      src,
    });
    return ok({ tables: { deal: found, rows } });
  },
};

/** Where journeys are kept, nobody has to be looked for. */
const KEPT = { sql: 'select null', bound: {} };

const peopleOf = (engine: Engine, id: string): Promise<Person[]> => rowsOf<Person>(engine, sqlOf('deal-people'), { id });

type Person = {
  readonly src: string;
  readonly contact_id: string | null;
  readonly email: string | null;
  readonly account_id: string | null;
};

/**
 * A select of the touches that may be the deal's, each once. Compared value by value and one comparison at a time, so
 * that the engine reads only the parts of the table where one of the values can occur; a join would read all of it.
 */
const nearOf = (people: readonly Person[]): { readonly sql: string; readonly bound: Bound } => {
  const bound: { [name: string]: string } = {};
  const among = (column: string, name: string, values: readonly (string | null)[]): string => {
    const known = [...new Set(values.filter((value) => value !== null))];
    known.forEach((value, i) => (bound[`${name}${i}`] = value));
    return known.length === 0 ? 'false' : `${column} in (${known.map((_, i) => `$${name}${i}`).join(', ')})`;
  };
  const person = among(
    't.contact_id',
    'person',
    people.map((p) => p.contact_id),
  );
  const address = among(
    'lower(trim(t.email))',
    'email',
    people.map((p) => p.email),
  );
  const account = among(
    't.account_id',
    'account',
    people.map((p) => p.account_id),
  );
  const where = [
    person,
    `t.contact_id is null and ${address}`,
    `${account} and not coalesce(${person}, false) and not (t.contact_id is null and coalesce(${address}, false))`,
  ].filter((condition) => !condition.startsWith('false') && !condition.endsWith('and false'));
  return {
    sql: (where.length > 0 ? where : ['false']).map((condition) => `select ${COLUMNS} from touch t where ${condition}`).join(' union all '),
    bound,
  };
};

const COLUMNS =
  't.src, t.id, t.contact_id, t.account_id, t.email, t.touched_on, t.touched_at, t.channel, t.campaign, t.kind, t.what, t.offline, t.load';
