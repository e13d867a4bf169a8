/** Credit: won money shared among what preceded it, under each model asked for, with what it leaves out and what people say. */
import type { Answer, Figure, Finding, Row } from '../../kernel/answer.ts';
import type { Money } from '../../kernel/money.ts';
import { LEAST_WON } from '../../models/attribution/credit-interval.ts';
import { isModel, MODEL_WORDS, MODELS, type Model } from '../../models/attribution/models.ts';
import { SOURCES, type Source } from '../../models/attribution/sourced.ts';
import { agreementWords } from './agreement.ts';
import { creditSums, MOST_INTERVALS, type CreditSums, type Found, type KeySums } from './credit-sums.ts';
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
  const halfLife = creditHalfLife(raw);
  const made = raw.tables['sums']?.[0] as CreditSums | undefined;
  const [found] = table<Found>(raw, 'credited');
  const sums = made ?? creditSums(found!, halfLife.days, brokenKeys(raw, found!), intervalModels(raw), raw.asOf);
  const broken = sums.keys.filter((key) => saysNothing(raw, key));
  const sum = (of: (key: KeySums) => number): number => broken.reduce((total, key) => total + of(key), 0);
  return {
    sums,
    won: table<WonDeals>(raw, 'deals')[0]!,
    halfLife,
    models: modelsAsked(raw),
    saysNothing: (key) => saysNothing(raw, key),
    broken: { priced: sums.brokenPriced, touches: sum((key) => key.touches), linear: sum((key) => key.minor.linear) },
  };
};

/** The half-life of the company, as the rules or the measured cycle have it. */
export const creditHalfLife = (raw: Raw): HalfLife => halfLifeIn(raw.rules, table<Cycle>(raw, 'cycle')[0]!);
/** Per key, 1 where it says nothing. */
export const brokenKeys = (raw: Raw, { keys }: Pick<Found, 'keys'>): Uint8Array =>
  Uint8Array.from(keys, (key) => Number(saysNothing(raw, key)));
/** The models whose intervals were asked for. */
export const intervalModels = (raw: Raw): readonly Model[] => (raw.params['intervals'] === 'yes' ? modelsAsked(raw) : []);

/** Without `--model`, the three everybody knows; `all` is every one. */
const modelsAsked = ({ params }: Raw): readonly Model[] => {
  const asked = params['model'];
  if (!Array.isArray(asked) || asked.length === 0) return ['first', 'last', 'linear'];
  return asked.includes('all') ? MODELS : MODELS.filter((model) => asked.includes(model));
};
/** Names that are no model, for a refusal. */
export const strayModels = (asked: readonly string[]): readonly string[] => asked.filter((name) => name !== 'all' && !isModel(name));

const BLANK: ReadonlySet<string> = new Set(['(blank)', '(no match)', 'no campaign']);
const saysNothing = ({ cuts }: Raw, { keys, ids }: Pick<KeySums, 'keys' | 'ids'>): boolean =>
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
      ...(key.moved !== 0 && { movedByLate: moneyIn(raw, key.moved) }),
      ...(key.likely !== 0 && { likely: moneyIn(raw, key.likely) }),
      ...intervalFigure(raw, key.interval),
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
            ...sourcedFigures(raw, (source) => sums.whole.sourced[source].darkMinor),
          },
        ]
      : [];
  const total: Row = {
    key: 'total',
    n: whole ? won.n : won.n - won.dark_any,
    touches: whole ? won.touches : sums.keys.reduce((t, key) => t + key.touches, 0),
    ...inModels(raw, models, (model) => (whole ? won.minor : sums.keys.reduce((t, key) => t + key.minor[model], 0))),
    ...(whole && {
      influenced: moneyIn(raw, sums.whole.influenced.minor),
      ...sourcedFigures(raw, (source) => sums.whole.sourced[source].minor),
      ...intervalFigure(raw, sums.interval?.total ?? null),
    }),
  };
  return frame(raw, {
    means: [
      `Money of deals won${periodOf(raw)}, shared among their counted touches, each model summing to closed revenue to the cent: ${listed(models.map((model) => wordsOf(model, halfLife)))}.`,
      `"Influenced" is the whole amount of every deal with a counted touch under the key, so a deal under several keys is in each, and in the total once. "Sourced" is the whole amount of deals that marketing brought, by ${raw.rules.version > 0 ? 'the agreed' : 'the'} definition "${raw.rules.sourced}": ${SOURCED_WORDS[raw.rules.sourced]}; the other two definitions stand beside it. ${sums.whole.influenced.minor > won.minor ? 'They can be more than closed revenue here, because credit notes that nobody touched take from it.' : 'Neither is ever more than closed revenue in total.'}`,
      touchRule(raw),
      ...intervalWords(raw, sums),
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
    findings: [
      ...gaps(raw, credit, other),
      lateFinding(raw, sums),
      likelyFinding(raw, sums),
      intervalFinding(raw, sums),
      ...sourceFindings(raw, sums),
    ],
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

const intervalFigure = (raw: Raw, interval: KeySums['interval']): { readonly intervals?: Figure } =>
  interval === null
    ? {}
    : {
        intervals: Object.fromEntries(
          Object.entries(interval).map(([model, { low, high }]) => [model, { low: moneyIn(raw, low), high: moneyIn(raw, high) }]),
        ),
      };

const intervalWords = (raw: Raw, { interval, keys }: CreditSums): readonly string[] =>
  raw.params['intervals'] !== 'yes' || interval === null
    ? []
    : [
        `Intervals hold 80 % of ${interval.times} draws of the won deals with replacement (percentile bootstrap, deals and not touches${keys.length > MOST_INTERVALS ? `, for the ${MOST_INTERVALS} keys with most equal credit` : ''}): how far the money would move with other deals of the same kind, not how far it lies from what caused it.`,
      ];

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
const lateFinding = (raw: Raw, { whole: { late }, keys }: CreditSums): Finding | null => {
  if (late.deals === 0) return null;
  const n = late.touches;
  const moved = keys.reduce((sum, key) => sum + Math.max(0, key.moved), 0);
  return finding(
    'late-touches',
    n,
    `${many(n, 'counted touch', 'counted touches')} of ${many(late.deals, 'deal')} arrived after the close and ${n === 1 ? 'counts' : 'count'} all the same; with equal credit ${n === 1 ? 'it' : 'they'} moved ${amount(moneyIn(raw, moved)!)}.`,
    { ids: table<Found>(raw, 'credited')[0]!.late_ids, minor: moved },
  );
};

/** How much rests on who is likely, and not certainly, whom. */
const likelyFinding = (raw: Raw, { whole: { likely } }: CreditSums): Finding | null =>
  likely.touches === 0
    ? null
    : finding(
        'likely-links',
        likely.touches,
        `${many(likely.touches, 'counted touch', 'counted touches')} of ${many(likely.deals, 'deal')} ${likely.touches === 1 ? 'is' : 'are'} theirs by a link between people or accounts that is likely, not certain; with equal credit ${amount(moneyIn(raw, likely.minor)!)} ${likely.touches === 1 ? 'rests on it' : 'rest on them'}.`,
        { minor: likely.minor },
      );

const intervalFinding = (raw: Raw, { interval }: CreditSums): Finding | null =>
  raw.params['intervals'] === 'yes' && interval === null
    ? finding(
        'no-intervals',
        LEAST_WON,
        `No intervals: fewer than ${LEAST_WON} won deals with an amount and a counted touch, too few to say how far their sum would move.`,
      )
    : null;

/** How far the tracked and the self-reported source agree, and how many deals a definition of "sourced" cannot judge. */
const sourceFindings = (raw: Raw, { whole }: CreditSums): (Finding | null)[] => {
  const { agreement } = whole;
  const { unknown } = whole.sourced['lead-source'];
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
          `${many(unknown, 'won deal names', 'won deals name')} no lead with a source (${percent(unknown / whole.deals)}), so nobody can say by that definition who brought ${unknown === 1 ? 'it' : 'them'}.`,
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
