/** ROI: what counts as cost and what the deals won brought, set against each other per any cut. */
import { ok } from '../../kernel/result.ts';
import type { Engine, Params as Bound, SqlRow } from '../engine.ts';
import { credit, INTERVALS } from './credit.ts';
import type { Credited } from './credit-found.ts';
import { resolveCuts, type Cut } from './cut.ts';
import { creditParts, periodBound } from './journeys.ts';
import { BY, SINCE, UNTIL, WHERE } from './parameters.ts';
import type { Asked, Found, Head, Param, Params, Question } from './question.ts';
import { boundIn, fill, rowsOf, sqlOf } from './statement.ts';

export const COUNT: Param = {
  name: 'count',
  kind: 'choice',
  choices: ['all', 'spend'],
  summary: 'Which costs count: all that the company settled (else), or imported spend only',
};

const MODEL: Param = {
  name: 'model',
  kind: 'texts',
  summary: 'Attribution model of the return: first, last, linear, u-hubspot …, markov or shapley; linear without it',
};

export const roi: Question = {
  name: 'roi',
  summary: 'Return against cost per campaign, channel, work item, priority, outcome or any cut: ROI, ROAS, cost per lead, deal and win',
  params: [
    { ...BY, summary: `${BY.summary}. Without it: campaign` },
    WHERE,
    SINCE,
    UNTIL,
    MODEL,
    {
      name: 'cost',
      kind: 'choice',
      choices: ['period', 'credited'],
      summary:
        'Cost of the period (else), or credited: of the days on which the campaigns gave the touches that the credit stems from, whenever that was',
    },
    COUNT,
    INTERVALS,
  ],
  run: async (engine, params, head) => {
    const by = (params['by'] as readonly string[] | undefined) ?? ['campaign'];
    const said = { ...params, by };
    const [costs, touches, leads] = await Promise.all([
      resolveCuts(engine, 'spend', head, said, { costs: true }),
      resolveCuts(engine, 'touch', head, said),
      resolveCuts(engine, 'lead', head, said),
    ]);
    if (!costs.ok) return costs;
    if (!touches.ok) return touches;
    const credited = await creditOf(engine, said, head);
    if (!credited.ok) return credited;
    const bound: Bound = { ...periodBound(head, params), count: String(params['count'] ?? 'all') };
    const shifted = params['cost'] === 'credited';
    const costRows = (statement: string, cut: Cut): Promise<SqlRow[]> =>
      rowsOf(engine, fill(sqlOf(statement), costSlots(head, cut, touches.value.total, shifted)), { ...bound, ...cut.bound });
    const points = (deals: string): Promise<SqlRow[]> => {
      const { cut } = touches.value;
      const slots = { ...creditParts(head, cut), ...cutSlots(cut), deals: sqlOf(deals) };
      return rowsOf(engine, fill(sqlOf('points'), slots), { ...bound, ...cut.bound });
    };
    // A cut that leads do not have (a kind of touch) leaves the cost per lead out.
    const lead = leads.ok ? leads.value.cut : null;
    // Where the credit came from the walks of the whole company, so do the deals: their touches are not looked for again.
    const [credits] = credited.value.tables['credited'] as unknown as readonly Credited[];
    const [cost, total, deals, leadRows, rule] = await Promise.all([
      costRows('roi-cost', costs.value.cut),
      costRows('roi-cost-total', costs.value.total),
      credits!.company
        ? openedDeals(engine, bound).then((deal) => ({ 'opened deals': [{ deal }] }))
        : Promise.all([points('won-deals'), points('opened-deals')]).then(([won, opened]) => ({ won, opened })),
      lead ? rowsOf(engine, fill(sqlOf('leads-by'), cutSlots(lead)), { ...bound, ...lead.bound }) : [],
      rowsOf(engine, sqlOf('cost-rule'), bound),
    ]);
    return ok({
      params: {
        ...params,
        by,
        model: [[params['model'] ?? 'linear'].flat().map(String)[0]!],
        cost: params['cost'] ?? 'period',
        count: String(params['count'] ?? 'all'),
      },
      cuts: touches.value.cut.cuts,
      where: touches.value.cut.filters,
      tables: {
        cost,
        total,
        ...deals,
        leads: leadRows,
        rule,
        ...Object.fromEntries(Object.entries(credited.value.tables).map(([name, rows]) => [`credit ${name}`, rows])),
      },
    });
  },
};

/** The deals opened in the period, by their numbers in the walks. */
const openedDeals = async (engine: Engine, bound: Bound): Promise<Int32Array> => {
  const sql = sqlOf('opened-numbers');
  const { d } = await engine.columns<{ readonly d: Int32Array<SharedArrayBuffer> }>(sql, boundIn(sql, bound));
  return d;
};

/** The credit of the period as the question `credit` gives it, by the same cut and model. */
const creditOf = (engine: Engine, params: Params, head: Head): Promise<Asked<Found>> => {
  const { by, where, since, until, model, intervals } = params;
  return credit.run(engine, { by, where, since, until, intervals, model: [[model ?? 'linear'].flat().map(String)[0]!] }, head);
};

const cutSlots = ({ keys, ids, joins, where, splits }: Cut): { readonly [slot: string]: string } => ({
  keys,
  ids,
  joins,
  where,
  nth: splits ? 'coalesce(tx.nth, 0)' : '0',
  outcomes: splits ? 'coalesce(tx.outcomes, 1)' : '1',
});

/** The days on which a campaign gave touches that this credit stems from; what is made or invoiced before them belongs to them too. */
const costSlots = (head: Head, cut: Cut, touches: Cut, shifted: boolean): { readonly [slot: string]: string } => ({
  ...cutSlots(cut),
  cost: sqlOf('cost'),
  window: shifted ? `${sqlOf('won-deals')},\n${creditParts(head, touches)['journey']},\n${sqlOf('credited-days')}` : '',
  within: shifted ? CREDITED : PERIOD,
});
const PERIOD = '($since::date is null or s.spent_on >= $since::date) and ($until::date is null or s.spent_on < $until::date)';
const CREDITED = `exists (select 1 from credited d where d.owner = s.owner and s.spent_on <= d.last_on
  and s.spent_on >= d.first_on - if(s.kind = 'spend', 0, $look_back_days::integer))`;
