/** ROI: return against cost, key by key; return without cost and cost without return stand as what they are. */
import type { Answer, Figure, Row } from '../../kernel/answer.ts';
import type { Money } from '../../kernel/money.ts';
import { isModel, MODEL_WORDS, type Model } from '../../models/attribution/models.ts';
import { costPer, roasOf, roiOf } from '../../models/return-on-cost.ts';
import { costFindings, costParts, costSum, costWords, type CostRule, type CostTotal, type Kind } from './costs.ts';
import { dressCredit } from './credit.ts';
import { gatheredIn } from './credit-learned.ts';
import { pointsByKey, pointsBySlot, type Found } from './credit-sums.ts';
import { finding } from './findings.ts';
import { coverageOf, frame, keyed, moneyIn, type Keyed } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { touchRule } from './touch-rule.ts';
import { amount, many } from './words.ts';

type Cost = Keyed & { readonly kind: Kind; readonly n: number; readonly minor: number };
type Points = Keyed & { readonly points: number };
type Leads = Keyed & { readonly n: number };

export const dressRoi = (raw: Raw): Answer => {
  const learned = raw.tables['learned']?.[0] as unknown as Answer | undefined;
  const model = modelOf(raw, learned);
  const given = learned ? learnedOver(creditOf(raw), learned, model) : creditOf(raw);
  const gathered = learned ? gatheredIn(learned) : NOBODY;
  const rule = table<CostRule>(raw, 'rule')[0]!;
  const totals = table<CostTotal>(raw, 'total');
  const costs = Map.groupBy(table<Cost>(raw, 'cost'), (row) => joined(keyed(row)));
  const [won, opened] = pointsIn(raw).map((rows) => new Map(rows.map((row) => [joined(keyed(row)), row.points]))) as unknown as readonly [
    PointsOf,
    PointsOf,
  ];
  const leads = new Map(table<Leads>(raw, 'leads').map((row) => [joined(keyed(row)), row.n]));
  const credited = new Map(given.rows.map((row) => [joined(row), row]));
  const keys = new Map<string, Row>([
    ...[...costs.values()].map((rows) => [joined(keyed(rows[0]!)), { ...keyed(rows[0]!), n: 0 }] as const),
    ...given.rows.map((row) => [joined(row), row] as const),
  ]);
  const rows = [...keys]
    .map(([key, { key: called, keys: several, id }]): Row => {
      const parts = costs.get(key) ?? [];
      const credit = credited.get(key);
      return {
        key: called,
        ...(several !== undefined && { keys: several }),
        ...(id !== undefined && { id }),
        n: credit?.n ?? 0,
        ...lineOf(raw, minorOf(credit?.[model]), parts),
        ...between(credit, model, costSum(parts)),
        // What stands with the rest of its channel has a return that nobody can tell apart.
        ...(gathered.has(typeof id === 'string' ? id : called) && { return: null, roi: null, roas: null }),
        // What no campaign owns was not earned by what no campaign owns: the two only share a row.
        ...(BROKEN.has(called) && { roi: null, roas: null, roiInterval: null }),
        ...each(raw, costSum(parts), { lead: leads.get(key) ?? 0, deal: opened.get(key) ?? 0, win: won.get(key) ?? 0 }),
      };
    })
    .toSorted((a, b) => size(b) - size(a) || (a.key < b.key ? -1 : 1));
  const all = totals.filter(({ apart }) => !apart);
  const whole = minorOf(given.total[model]);
  const dark = minorOf(given.rows.find((row) => row.key === 'no touch')?.[model]);
  const total: Row = {
    key: 'total',
    n: given.total.n,
    ...lineOf(raw, whole - dark, all),
    return: moneyIn(raw, whole),
    attributed: moneyIn(raw, whole - dark),
    ...between(given.total, model, costSum(all)),
    ...each(raw, costSum(all), {
      lead: sum(leads.values()),
      deal: sum(opened.values()),
      win: sum(won.values()),
    }),
  };
  const costless = rows.filter((row) => row['cost'] === null && minorOf(row['return']) !== 0 && row.key !== 'no touch');
  const returnless = rows.filter((row) => row['cost'] !== null && row['return'] !== null && minorOf(row['return']) === 0);
  const broken = rows.filter((row) => row['cost'] !== null && BROKEN.has(row.key));
  const apart = totals.filter(({ apart: is }) => is);
  return frame(raw, {
    means: [
      `Return: money of deals won${periodOf(raw)}, attributed under ${modelCalled(model)}. Cost: ${raw.params['cost'] === 'credited' ? 'of the days on which each campaign gave the touches that this credit stems from, first to last (invoices and effort up to a look-back before them), whenever that was' : 'of the same period, though part of it will only be earned back later'}.`,
      costWords(raw, rule),
      'ROI is (return − cost) ÷ cost, ROAS return ÷ imported spend. Where no cost is recorded both are unknown, not infinite. Cost per deal and per win share each deal equally among its touches.',
      touchRule(raw),
      ...(rows.some((row) => row['returnInterval'])
        ? [
            'Intervals hold 80 % of draws of the deals with replacement: how far the return would move with other deals of the same kind, at the cost as it was; not how far it lies from what the money caused.',
          ]
        : []),
      'This describes what preceded the deals. It does not prove what caused them.',
    ],
    rows,
    total,
    coverage: coverageOf(sum(totals.map(({ n, apart_n }) => n + apart_n)), [
      ...apart.map(({ currency, apart_n: n, apart_minor: minor }) => ({
        why: `cost in ${currency ?? 'no currency'}, without a rate`,
        n,
        minor: minor ?? 0,
      })),
      ...broken.map((row) => ({
        why: `cost under ${row.key}`,
        n: sum((costs.get(joined(row)) ?? []).map(({ n }) => n)),
        minor: minorOf(row['cost']),
      })),
    ]),
    findings: [
      ...broken.slice(0, 1).map((row) =>
        finding('unmatched-spend', 1, `${amount(row['cost'] as Money)} of cost stands under "${row.key}".`, {
          minor: minorOf(row['cost']),
        }),
      ),
      costless.length > 0
        ? finding(
            'no-cost',
            costless.length,
            `${many(costless.length, 'row has', 'rows have')} credit and no cost recorded (${amount(moneyIn(raw, sum(costless.map((r) => minorOf(r['return']))))!)}): what they returned on is not known.`,
            { ids: costless.map(({ key }) => key), minor: sum(costless.map((r) => minorOf(r['return']))) },
          )
        : null,
      returnless.length > 0
        ? finding(
            'no-credit',
            returnless.length,
            `${many(returnless.length, 'row has', 'rows have')} cost and no credit so far (${amount(moneyIn(raw, sum(returnless.map((r) => minorOf(r['cost']))))!)}).`,
            { ids: returnless.map(({ key }) => key), minor: sum(returnless.map((r) => minorOf(r['cost']))) },
          )
        : null,
      ...costFindings(raw, totals, rule),
      ...given.findings.filter(({ code }) => code !== 'zone-assumed' && code !== 'no-currency'),
      ...(learned?.findings ?? []).filter(({ code }) => code === 'gathered-keys' || code === 'no-intervals'),
    ],
    money: true,
  });
};

const NOBODY: ReadonlySet<string> = new Set();
type PointsOf = ReadonlyMap<string, number>;
/** Deals won and opened by key: counted by the engine, or off the loop, else here. */
const pointsIn = (raw: Raw): readonly (readonly Points[])[] => {
  if (raw.tables['won']) return [table<Points>(raw, 'won'), table<Points>(raw, 'opened')];
  const [found] = table<Found>(raw, 'credit credited') as readonly [Found];
  const [opened] = table<{ readonly deal: Int32Array }>(raw, 'opened deals');
  return [found.won.deal, opened!.deal].map((deal) =>
    pointsByKey(found, pointsBySlot({ walks: found.walks, deal, outcomes: found.outcomes })),
  );
};

const LEARNED = {
  markov: 'Markov (order 1, exact)',
  shapley: 'Shapley (each deal equally over the different keys that touched it)',
} as const;
export type LearnedModel = keyof typeof LEARNED;
/** Models that learn from all deals together; the server brings their answer beside the counts. */
export const isLearned = (name: string): name is LearnedModel => Object.hasOwn(LEARNED, name);

const modelOf = ({ params }: Raw, learned: Answer | undefined): Model | LearnedModel => {
  const asked = [params['model'] ?? 'linear'].flat().map(String)[0]!;
  return isModel(asked) || (learned && isLearned(asked)) ? asked : 'linear';
};

const modelCalled = (model: Model | LearnedModel): string => {
  if (isLearned(model)) return LEARNED[model];
  const { label, convention, words } = MODEL_WORDS[model];
  return `${label}${convention === null ? '' : ` ${convention}`} (${words})`;
};

/** The credit of the period with the money and intervals of a learned model in place; deals without a touch as they were. */
const learnedOver = (given: Answer, learned: Answer, model: string): Answer => {
  const found = new Map(learned.rows.map((row) => [joined(row), row]));
  const own = new Set(given.rows.map(joined));
  const dark = given.rows.find((row) => row.key === 'no touch');
  return {
    ...given,
    rows: [
      ...given.rows.map((row): Row => {
        const of = found.get(joined(row));
        const { intervals: _, ...rest } = row;
        return row === dark
          ? { ...row, [model]: row['linear']! }
          : { ...rest, [model]: of?.[model] ?? null, ...(of?.['intervals'] && { intervals: of['intervals'] }) };
      }),
      // Keys with few touches that stand together.
      ...learned.rows.filter((row) => !own.has(joined(row))),
    ],
    total: { key: 'total', n: given.total.n, [model]: given.total['linear']! },
  };
};

/** Return and ROI between the bounds of the return; absent where no intervals were asked for, or there are none. */
const between = (row: Row | undefined, model: string, cost: number | null): { readonly [figure: string]: Figure } => {
  const bounds = (row?.['intervals'] as { readonly [model: string]: { readonly low: Money; readonly high: Money } } | undefined)?.[model];
  if (!bounds) return {};
  const [low, high] = [roiOf(bounds.low.minor, cost), roiOf(bounds.high.minor, cost)];
  return { returnInterval: bounds, ...(low !== null && high !== null && { roiInterval: { low, high } }) };
};

const BROKEN: ReadonlySet<string> = new Set(['(blank)', '(no match)', 'no campaign']);

/** The credit of the period as its own question gives it. */
const creditOf = (raw: Raw): Answer =>
  dressCredit({
    ...raw,
    question: 'credit',
    tables: Object.fromEntries(
      Object.entries(raw.tables).flatMap(([name, rows]) => (name.startsWith('credit ') ? [[name.slice('credit '.length), rows]] : [])),
    ),
  });

const joined = (row: { readonly key: string; readonly keys?: Figure; readonly id?: Figure }): string =>
  [...(Array.isArray(row.keys) ? row.keys : [row.key]), row.id ?? ''].join('\u0000');
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, n) => total + n, 0);
const minorOf = (figure: Figure | undefined): number =>
  figure !== null && typeof figure === 'object' && 'minor' in figure ? Number(figure['minor']) : 0;
const size = (row: Row): number => Math.abs(minorOf(row['return'])) + Math.abs(minorOf(row['cost']));

const lineOf = (raw: Raw, back: number, parts: readonly { readonly kind: Kind; readonly n: number; readonly minor: number }[]) => {
  const cost = costSum(parts);
  const spend = costSum(parts.filter(({ kind }) => kind === 'spend'));
  return {
    return: moneyIn(raw, back),
    cost: moneyIn(raw, cost),
    ...(cost !== null && { costParts: costParts(raw, parts) }),
    roi: roiOf(back, cost),
    roas: roasOf(back, spend),
  };
};

const each = (raw: Raw, cost: number | null, of: { readonly [what in 'lead' | 'deal' | 'win']: number }) => ({
  leads: of.lead,
  deals: Math.round(of.deal * 1e6) / 1e6,
  wins: Math.round(of.win * 1e6) / 1e6,
  costPerLead: moneyIn(raw, costPer(cost, of.lead)),
  costPerDeal: moneyIn(raw, costPer(cost, of.deal)),
  costPerWin: moneyIn(raw, costPer(cost, of.win)),
});

const periodOf = ({ params }: Raw): string =>
  [
    params['since'] && ` on or after ${String(params['since'])}`,
    params['until'] && `${params['since'] ? ' and' : ''} before ${String(params['until'])}`,
  ]
    .filter(Boolean)
    .join('');
