/** Credit: won money per key under three models side by side, with what no key owns. */
import type { Answer, Finding, Row } from '../../kernel/answer.ts';
import { finding } from './findings.ts';
import { coverageOf, frame, keyed, moneyIn, type Keyed } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { touchRule } from './touch-rule.ts';
import { amount, many } from './words.ts';

type Credit = Keyed & {
  readonly n: number;
  readonly priced: number;
  readonly touches: number;
  readonly first_minor: number;
  readonly last_minor: number;
  readonly linear_minor: number;
  readonly influenced_minor: number;
  readonly sourced_minor: number;
};
type Deals = {
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
  readonly after_close: number;
  readonly before_window: number;
  readonly undated: number;
};
type Other = { readonly currency: string | null; readonly n: number; readonly minor: number };
/** What stands under keys that say nothing; no row where nothing does. */
type Missing = { readonly priced: number; readonly linear_minor: number; readonly touches: number };

export const dressCredit = (raw: Raw): Answer => {
  const won = table<Deals>(raw, 'deals')[0]!;
  const other = table<Other>(raw, 'other');
  const missing = table<Missing>(raw, 'missing')[0] ?? { priced: 0, linear_minor: 0, touches: 0 };
  const counts = table<Credit>(raw, 'rows');
  const rows = counts.map((row): Row => ({
    ...keyed(row),
    n: row.n,
    touches: row.touches,
    first: moneyIn(raw, row.first_minor),
    last: moneyIn(raw, row.last_minor),
    linear: moneyIn(raw, row.linear_minor),
    influenced: moneyIn(raw, row.influenced_minor),
    sourced: moneyIn(raw, row.sourced_minor),
  }));
  const dark: Row[] =
    won.dark_any > 0 && raw.where.length === 0
      ? [{ key: 'no touch', n: won.dark_any, touches: 0, ...models(raw, won.dark_minor, won.dark_minor, won.dark_minor) }]
      : [];
  const sum = (of: (row: Credit) => number): number => counts.reduce((total, row) => total + of(row), 0);
  const total: Row =
    raw.where.length === 0
      ? { key: 'total', n: won.n, touches: won.touches, ...models(raw, won.minor, won.minor, won.minor) }
      : {
          key: 'total',
          n: won.n - won.dark_any,
          touches: sum((r) => r.touches),
          ...models(
            raw,
            sum((r) => r.first_minor),
            sum((r) => r.last_minor),
            sum((r) => r.linear_minor),
          ),
        };
  return frame(raw, {
    means: [
      `Money of deals won${periodOf(raw)}, shared among their counted touches: "first" gives all to the first, "last" all to the last, "linear" the same to each; each sums to closed revenue to the cent.`,
      `"Influenced" is the whole amount of every deal with a counted touch under the key, so a deal under several keys is in each; "sourced" that of deals whose first counted touch is under it.`,
      touchRule(raw),
      'This describes what preceded the deals. It does not prove what caused them.',
    ],
    rows: [...rows, ...dark],
    total,
    coverage: coverageOf(won.n, [
      { why: 'no amount', n: won.no_amount },
      ...other.map((o) => ({ why: `amount in ${o.currency ?? 'no currency'}`, n: o.n, minor: o.minor })),
      { why: 'no touch', n: won.dark, minor: won.dark_minor },
      { why: missingWhy(raw), n: missing.priced, minor: missing.linear_minor },
    ]),
    findings: [
      won.dark_any > 0
        ? finding(
            'dark-deals',
            won.dark_any,
            `${many(won.dark_any, 'won deal has', 'won deals have')} no counted touch: ${amount(moneyIn(raw, won.dark_minor)!)} that no work can claim.`,
            { ids: won.dark_ids ?? [], minor: won.dark_minor },
          )
        : null,
      missing.touches > 0
        ? finding(
            'untracked-touches',
            missing.touches,
            `${many(missing.touches, 'counted touch stands', 'counted touches stand')} under nothing (${missingWhy(raw)}), with ${amount(moneyIn(raw, missing.linear_minor)!)} of the linear credit.`,
            { minor: missing.linear_minor },
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
    ],
    money: true,
  });
};

const models = (raw: Raw, first: number, last: number, linear: number): Pick<Row, string> => ({
  first: moneyIn(raw, first),
  last: moneyIn(raw, last),
  linear: moneyIn(raw, linear),
});

const periodOf = ({ params }: Raw): string =>
  [
    params['since'] && ` on or after ${String(params['since'])}`,
    params['until'] && `${params['since'] ? ' and' : ''} before ${String(params['until'])}`,
  ]
    .filter(Boolean)
    .join('');

const missingWhy = (raw: Raw): string =>
  raw.cuts.map((c) => (c.link || c.said === 'campaign' ? `no ${c.said}` : `nothing in ${c.said}`)).join(' or ');
