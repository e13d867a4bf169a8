/** Touches: what stood behind one deal. */
import { ok, refuse } from '../../kernel/result.ts';
import type { Engine, Params as Bound } from '../engine.ts';
import { cycleOf } from './cycle.ts';
import { journeyOver, journeySql } from './journeys.ts';
import type { Question } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';
import { rulesBound } from './touch-rules.ts';
import { loadDays, withNames, type Touched } from './touches-named.ts';

export const touches: Question = {
  name: 'touches',
  summary: 'The touches behind one deal: counted or not and why, under three models, with campaign, work item and objective',
  params: [
    { name: 'id', kind: 'text', required: true, summary: 'Id of the deal, as the file has it; source:id where two sources share it' },
  ],
  run: async (engine, params, head) => {
    const said = String(params['id']);
    const bound = { as_of: head.asOf, zone: head.zone, ...rulesBound(head.rules) };
    const touchedKept = (d: number): Promise<Touched[]> =>
      rowsOf<Touched>(
        engine,
        fill(sqlOf('deal-touches'), {
          deal: `select * from journeys.known where d = ${d}`,
          near: 'select null',
          journey: journeyOver(`select * from journeys.touch where d = ${d}`, head),
        }),
        bound,
      );
    // Read beside the deal itself where the id can only be one's.
    const ahead = new Map<number, Promise<Touched[]>>();
    const find = async (id: string): Promise<Deal[]> => {
      if (!head.kept)
        return rowsOf(engine, fill(sqlOf('deal'), { known: fill(sqlOf('deal-known'), { made: sqlOf('lead-made') }) }), { ...bound, id });
      const here = await engine.read<{ readonly d: number }>('select d from journeys.name where h = hash($id)', { id });
      if (here.length === 0) return [];
      if (here.length === 1) {
        const touched = touchedKept(here[0]!.d);
        touched.catch(() => undefined);
        ahead.set(here[0]!.d, touched);
      }
      const known = `select * from journeys.known where d in (${here.map(({ d }) => d).join(', ')})`;
      return rowsOf(engine, fill(sqlOf('deal'), { known }), { ...bound, id });
    };
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
    // The number that kept journeys give the deal is theirs alone: the answer is the same whether they are kept or not.
    const { d, load, ...known } = found[0]!;
    const { id, src } = known;
    const touchedFound = async (): Promise<Touched[]> => {
      const near = nearOf((isPlain ? people : await peopleOf(engine, id)).filter((person) => person.src === src));
      const slots = {
        deal: 'select 1 as d, * from opportunity where id = $id and src = $src',
        near: near.sql,
        journey: journeySql({ rules: head.rules }, 'columns', 'near'),
      };
      return rowsOf<Touched>(engine, fill(sqlOf('deal-touches'), slots), { ...bound, ...near.bound, id, src });
    };
    const touched = await (head.kept ? (ahead.get(d!) ?? touchedKept(d!)) : touchedFound());
    const rows = await withNames(engine, touched, found[0]!, head);
    const deal = { ...known, told_on: (await loadDays(engine, head.zone)).get(load) ?? null };
    return ok({
      tables: { deal: [deal], rows, cycle: [await cycleOf(engine, head)] },
    });
  },
};

type Deal = { readonly src: string; readonly id: string; readonly d?: number; readonly load: number; readonly closed_on: string | null };

const peopleOf = (engine: Engine, id: string): Promise<Person[]> => rowsOf<Person>(engine, sqlOf('deal-people'), { id });

type Person = {
  readonly src: string;
  readonly kind: 'contact' | 'email' | 'visitor' | 'account';
  readonly id: string;
};

/**
 * A select of the touches that may be the deal's, each once. Compared value by value and one comparison at a time, so
 * that the engine reads only the parts of the table where one of the values can occur; a join would read all of it.
 */
const nearOf = (people: readonly Person[]): { readonly sql: string; readonly bound: Bound } => {
  const bound: { [name: string]: string } = {};
  const among = (column: string, name: string, values: readonly string[]): string => {
    const known = [...new Set(values)];
    known.forEach((value, i) => (bound[`${name}${i}`] = value));
    return known.length === 0 ? 'false' : `${column} in (${known.map((_, i) => `$${name}${i}`).join(', ')})`;
  };
  const of = (kind: Person['kind']): readonly string[] => people.filter((p) => p.kind === kind).map((p) => p.id);
  const person = among('t.contact_id', 'person', of('contact'));
  const address = among('lower(trim(t.email))', 'email', of('email'));
  const visitor = among('t.visitor', 'visitor', of('visitor'));
  const account = among('t.account_id', 'account', of('account'));
  const where = [
    person,
    `${address} and not coalesce(${person}, false)`,
    `${visitor} and not coalesce(${person}, false) and not coalesce(${address}, false)`,
    `${account} and not coalesce(${person}, false) and not coalesce(${address}, false) and not coalesce(${visitor}, false)`,
  ].filter((condition) => !condition.startsWith('false'));
  return {
    sql: (where.length > 0 ? where : ['false']).map((condition) => `select ${COLUMNS} from touch t where ${condition}`).join(' union all '),
    bound,
  };
};

const COLUMNS =
  't.src, t.id, t.contact_id, t.account_id, t.email, t.visitor, t.touched_on, t.touched_at, t.channel, t.campaign, t.kind, t.what, t.offline, t.load';
