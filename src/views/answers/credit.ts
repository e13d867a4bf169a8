/** Credit: won money shared among what preceded it, under each model asked for, with what it leaves out and what people say. */
import type { Answer, Finding, Row } from '../../kernel/answer.ts';
import type { Money } from '../../kernel/money.ts';
import { isModel, MODEL_WORDS, MODELS, type Model } from '../../models/attribution/models.ts';
import { agreementOf, agreementWords } from './agreement.ts';
import {
  creditSums,
  SOURCES,
  type CreditSums,
  type DealSums,
  type KeySums,
  type Source,
  type Sourced,
  type Walked,
} from './credit-sums.ts';
import { finding } from './findings.ts';
import { coverageOf, frame, keyed, moneyIn } from './frame.ts';
import { halfLifeIn, type Cycle, type HalfLife } from './half-life.ts';
import { table, type Raw } from './raw.ts';
import { touchRule } from './touch-rule.ts';
import { amount, listed, many, percent } from './words.ts';

/** A row of credit-deals.sql. */
export type WonDeals = {
  readonly n: number;
  readonly minor: number;
  readonly priced: number;
  readonly no_amount: number;
  readonly dark: number;
  readonly dark_minor: number;
  readonly dark_ids: readonly string[] | null;
  readonly dark_any: number;
  readonly by_account: number;
  readonly touches: number;
  readonly undated: number;
  readonly left_out: number;
  readonly repeats: number;
};
type Other = { readonly currency: string | null; readonly n: number; readonly minor: number };

/** Everything that the answer and the credit page are made of. */
export type Credit = {
  readonly sums: CreditSums;
  readonly won: WonDeals;
  readonly halfLife: HalfLife;
  readonly models: readonly Model[];
  /** True for a key that says nothing. */
  readonly saysNothing: (key: KeySums) => boolean;
  /** Keys that say nothing (blank, unknown, no link), as one line. */
  readonly broken: { readonly priced: number; readonly touches: number; readonly linear: number };
};

export const creditIn = (raw: Raw): Credit => {
  const halfLife = halfLifeIn(raw.rules, table<Cycle>(raw, 'cycle')[0]!);
  const sums = creditSums(table<Walked>(raw, 'walk'), table<Sourced>(raw, 'sources'), halfLife.days);
  const broken = sums.keys.filter((key) => saysNothing(raw, key));
  const sum = (of: (key: KeySums) => number): number => broken.reduce((total, key) => total + of(key), 0);
  const names = new Set(broken.map(({ keys }) => keys.join(' · ')));
  return {
    sums,
    won: table<WonDeals>(raw, 'deals')[0]!,
    halfLife,
    models: modelsAsked(raw),
    saysNothing: (key) => saysNothing(raw, key),
    broken: {
      priced: sums.deals.filter(({ minor, under }) => minor !== null && under.some((key) => names.has(key))).length,
      touches: sum((key) => key.touches),
      linear: sum((key) => key.minor.linear),
    },
  };
};

/** Without `--model`, the three everybody knows; `all` is every one. */
const modelsAsked = ({ params }: Raw): readonly Model[] => {
  const asked = params['model'];
  if (!Array.isArray(asked) || asked.length === 0) return ['first', 'last', 'linear'];
  return asked.includes('all') ? MODELS : MODELS.filter((model) => asked.includes(model));
};
/** Names that are no model, for a refusal. */
export const strayModels = (asked: readonly string[]): readonly string[] => asked.filter((name) => name !== 'all' && !isModel(name));

const BLANK: ReadonlySet<string> = new Set(['(blank)', '(no match)', 'no campaign']);
const saysNothing = ({ cuts }: Raw, { keys, ids }: KeySums): boolean =>
  cuts.some((cut, i) => (cut.link ? ids[i] === null : BLANK.has(keys[i]!)));

const SOURCED_FIGURES: { readonly [S in Source]: string } = {
  'lead-source': 'sourcedByLeadSource',
  'first-touch': 'sourcedByFirstTouch',
  'before-sales': 'sourcedBeforeSales',
};
/** How each definition is called. */
export const SOURCED_LABELS: { readonly [S in Source]: string } = {
  'lead-source': 'Lead source in the CRM',
  'first-touch': 'First touch',
  'before-sales': 'Touch before sales',
};
export const SOURCED_WORDS: { readonly [S in Source]: string } = {
  'lead-source': "the source that the CRM has on the deal's lead is not sales' own",
  'first-touch': "the first counted touch is not sales' own",
  'before-sales':
    "a touch that is not sales' own stands before the first activity of sales (its first touch, or the day the deal was opened)",
};

export const dressCredit = (raw: Raw): Answer => {
  const credit = creditIn(raw);
  const { sums, won, models, broken, halfLife } = credit;
  const other = table<Other>(raw, 'other');
  const rows = sums.keys
    .toSorted((a, b) => b.minor.linear - a.minor.linear || (a.keys.join('\0') < b.keys.join('\0') ? -1 : 1))
    .map((key): Row => ({
      ...keyed(key),
      n: key.n,
      touches: key.touches,
      ...inModels(raw, models, (model) => key.minor[model]),
      influenced: moneyIn(raw, key.influenced),
      ...sourcedFigures(raw, (source) => key.sourced[source]),
      ...(key.moved.linear !== 0 && { movedByLate: moneyIn(raw, key.moved.linear) }),
    }));
  const whole = raw.where.length === 0;
  const dark: Row[] =
    won.dark_any > 0 && whole
      ? [
          {
            key: 'no touch',
            n: won.dark_any,
            touches: 0,
            ...inModels(raw, models, () => won.dark_minor),
            influenced: moneyIn(raw, 0),
            ...sourcedFigures(raw, (source) => sumOf(sums.deals, (d) => d.touches === 0 && d.sourced[source] === true)),
          },
        ]
      : [];
  const total: Row = {
    key: 'total',
    n: whole ? won.n : won.n - won.dark_any,
    touches: whole ? won.touches : sums.keys.reduce((t, key) => t + key.touches, 0),
    ...inModels(raw, models, (model) => (whole ? won.minor : sums.keys.reduce((t, key) => t + key.minor[model], 0))),
    ...(whole && {
      influenced: moneyIn(
        raw,
        sumOf(sums.deals, (d) => d.influenced),
      ),
      ...sourcedFigures(raw, (source) => sumOf(sums.deals, (d) => d.sourced[source] === true)),
    }),
  };
  return frame(raw, {
    means: [
      `Money of deals won${periodOf(raw)}, shared among their counted touches, each model summing to closed revenue to the cent: ${listed(models.map((model) => wordsOf(model, halfLife)))}.`,
      `"Influenced" is the whole amount of every deal with a counted touch under the key, so a deal under several keys is in each, and in the total once. "Sourced" is the whole amount of deals that marketing brought, by ${raw.rules.version > 0 ? 'the agreed' : 'the'} definition "${raw.rules.sourced}": ${SOURCED_WORDS[raw.rules.sourced]}; the other two definitions stand beside it. Neither is ever more than closed revenue in total.`,
      touchRule(raw),
      'This describes what preceded the deals. It does not prove what caused them.',
    ],
    rows: [...rows, ...dark],
    total,
    coverage: coverageOf(won.n, [
      { why: 'no amount', n: won.no_amount },
      ...other.map((o) => ({ why: `amount in ${o.currency ?? 'no currency'}`, n: o.n, minor: o.minor })),
      { why: 'no touch', n: won.dark, minor: won.dark_minor },
      { why: missingWhy(raw), n: broken.priced, minor: broken.linear },
    ]),
    findings: [...gaps(raw, credit, other), lateFinding(raw, sums), ...sourceFindings(raw, sums)],
    money: true,
  });
};

const inModels = (raw: Raw, models: readonly Model[], minor: (model: Model) => number): { readonly [model: string]: Money | null } =>
  Object.fromEntries(models.map((model) => [model, moneyIn(raw, minor(model))]));

/** Under the definition in force, then under each of the three. */
const sourcedFigures = (raw: Raw, minor: (source: Source) => number): { readonly [figure: string]: Money | null } => ({
  sourced: moneyIn(raw, minor(raw.rules.sourced)),
  ...Object.fromEntries(SOURCES.map((source) => [SOURCED_FIGURES[source], moneyIn(raw, minor(source))])),
});

const sumOf = (deals: readonly DealSums[], which: (deal: DealSums) => boolean): number =>
  deals.reduce((sum, deal) => sum + (which(deal) ? (deal.minor ?? 0) : 0), 0);

const wordsOf = (model: Model, halfLife: HalfLife): string => {
  const { convention, words } = MODEL_WORDS[model];
  return `"${model}"${convention && model !== 'time-decay' ? ` (${convention})` : ''} gives ${words}${model === 'time-decay' ? ` (${halfLife.words})` : ''}`;
};

const gaps = (raw: Raw, { won, broken }: Credit, other: readonly Other[]): (Finding | null)[] => [
  won.dark_any > 0
    ? finding(
        'dark-deals',
        won.dark_any,
        `${many(won.dark_any, 'won deal has', 'won deals have')} no counted touch: ${amount(moneyIn(raw, won.dark_minor)!)} that no work can claim.`,
        { ids: won.dark_ids ?? [], minor: won.dark_minor },
      )
    : null,
  broken.touches > 0
    ? finding(
        'untracked-touches',
        broken.touches,
        `${many(broken.touches, 'counted touch stands', 'counted touches stand')} under nothing (${missingWhy(raw)}), with ${amount(moneyIn(raw, broken.linear)!)} of the linear credit.`,
        { minor: broken.linear },
      )
    : null,
  won.by_account > 0
    ? finding(
        'account-rule',
        won.by_account,
        `${many(won.by_account, 'deal names', 'deals name')} no people, so the touches of ${won.by_account === 1 ? 'its account' : 'their accounts'} are taken.`,
      )
    : null,
  won.no_amount > 0
    ? finding('no-amount', won.no_amount, `${many(won.no_amount, 'won deal has', 'won deals have')} no amount and bring no credit.`)
    : null,
  ...other.map((o): Finding =>
    finding(
      'mixed-currency',
      o.n,
      `${many(o.n, 'won deal is', 'won deals are')} in ${o.currency ?? 'no currency'}, together ${amount(o)}; no sum holds ${o.n === 1 ? 'it' : 'them'}.`,
      { minor: o.minor },
    ),
  ),
  won.undated > 0
    ? finding(
        'undated',
        won.undated,
        `${many(won.undated, 'touch', 'touches')} of these deals ${won.undated === 1 ? 'has' : 'have'} no date and cannot count.`,
      )
    : null,
  won.left_out + won.repeats > 0
    ? finding(
        'ruled-out',
        won.left_out + won.repeats,
        `The touch rules leave out ${many(won.left_out, 'touch', 'touches')} of these deals and count ${many(won.repeats, 'repeat', 'repeats')} no second time.`,
      )
    : null,
];

/** Touches that came in after the close count, and moved money between keys. */
const lateFinding = (raw: Raw, { deals, keys }: CreditSums): Finding | null => {
  const those = deals.filter(({ late }) => late > 0);
  if (those.length === 0) return null;
  const n = those.reduce((sum, { late }) => sum + late, 0);
  const moved = keys.reduce((sum, key) => sum + Math.max(0, key.moved.linear), 0);
  return finding(
    'late-touches',
    n,
    `${many(n, 'counted touch', 'counted touches')} of ${many(those.length, 'deal')} arrived after the close and ${n === 1 ? 'counts' : 'count'} all the same; with equal credit ${n === 1 ? 'it' : 'they'} moved ${amount(moneyIn(raw, moved)!)}.`,
    { ids: those.map(({ id }) => id), minor: moved },
  );
};

/** How far the tracked and the self-reported source agree, and how many deals a definition of "sourced" cannot judge. */
const sourceFindings = (raw: Raw, sums: CreditSums): (Finding | null)[] => {
  const agreement = agreementOf(sums.deals);
  const unknown = sums.deals.filter((d) => d.sourced['lead-source'] === null).length;
  return [
    agreement.said > 0
      ? finding(
          'self-reported',
          agreement.said,
          agreementWords(agreement, (minor) => amount(moneyIn(raw, minor)!)),
          {
            minor: agreement.lines.reduce((sum, line) => sum + line.minor, 0),
            detail: {
              lines: agreement.lines
                .slice(0, 50)
                .map(({ said, tracked, match, n, minor }) => ({ said, tracked, match, n, money: moneyIn(raw, minor) })),
            },
          },
        )
      : null,
    unknown > 0 && raw.rules.sourced === 'lead-source'
      ? finding(
          'source-unknown',
          unknown,
          `${many(unknown, 'won deal names', 'won deals name')} no lead with a source (${percent(unknown / sums.deals.length)}), so nobody can say by that definition who brought ${unknown === 1 ? 'it' : 'them'}.`,
        )
      : null,
  ];
};

const periodOf = ({ params }: Raw): string =>
  [
    params['since'] && ` on or after ${String(params['since'])}`,
    params['until'] && `${params['since'] ? ' and' : ''} before ${String(params['until'])}`,
  ]
    .filter(Boolean)
    .join('');

const missingWhy = (raw: Raw): string =>
  raw.cuts.map((c) => (c.link || c.said === 'campaign' ? `no ${c.said}` : `nothing in ${c.said}`)).join(' or ');
