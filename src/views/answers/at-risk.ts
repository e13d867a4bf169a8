/** At risk: stages with what stands in them against the time of won deals, and the deals that stand too long. */
import type { Answer, Row } from '../../kernel/answer.ts';
import { finding } from './findings.ts';
import { coverageOf, frame, moneyIn } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { gapFindings, unsigned } from './stage-rule.ts';
import { amount, many } from './words.ts';

type Stage = {
  readonly stage: string;
  readonly n: number;
  readonly minor: number | null;
  readonly priced: number;
  readonly median_days: number | null;
  readonly won: number | null;
  readonly typical: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly over: number | null;
  readonly over_minor: number | null;
  readonly over_priced: number;
  readonly undated: number;
};
type Deal = {
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  readonly days: number;
  readonly typical: number;
  readonly high: number;
  readonly minor: number | null;
};

export const dressAtRisk = (raw: Raw): Answer => {
  const order = table<{ readonly name: string }>(raw, 'order').map(({ name }) => name);
  const place = ({ stage }: Stage): number => (order.includes(stage) ? order.indexOf(stage) : order.length);
  const stages = table<Stage>(raw, 'stages').toSorted((a, b) => place(a) - place(b));
  const deals = table<Deal>(raw, 'deals');
  const { enough } = table<{ readonly enough: number }>(raw, 'enough')[0]!;
  const sum = (of: (stage: Stage) => number): number => stages.reduce((total, stage) => total + of(stage), 0);
  const over = sum((s) => s.over ?? 0);
  const overMinor = sum((s) => (s.over === null ? 0 : (s.over_minor ?? 0)));
  const thin = stages.filter((s) => s.over === null);
  return frame(raw, {
    means: [
      `Open deals by the stage they stand in on ${raw.asOf}, and for how many days. "At risk" are those that stand there longer than nine in ten won deals stood in that stage; a stage that fewer than ${enough} won deals passed has no such measure.`,
      'Standing long says that a deal is unlike those that were won. It does not say that it is lost.',
    ],
    rows: stages.map((s): Row => ({
      key: s.stage,
      n: s.n,
      pipeline: moneyIn(raw, s.n > 0 && s.priced === 0 ? null : (s.minor ?? 0)),
      medianDays: s.median_days,
      wonDeals: s.won ?? 0,
      typicalDays: s.won !== null && s.won >= enough ? s.typical : null,
      ...(s.won !== null && s.won >= enough && { lowDays: s.low, highDays: s.high }),
      atRisk: s.over,
      atRiskMoney: s.over === null ? null : moneyIn(raw, s.over > 0 && s.over_priced === 0 ? null : (s.over_minor ?? 0)),
      deals: deals.filter((d) => d.stage === s.stage).map(({ id, name, days, minor }) => ({ id, name, days, amount: moneyIn(raw, minor) })),
    })),
    total: {
      key: 'total',
      n: sum((s) => s.n),
      atRisk: stages.length > 0 && thin.length === stages.length ? null : over,
      atRiskMoney: stages.length > 0 && thin.length === stages.length ? null : moneyIn(raw, overMinor),
    },
    coverage: coverageOf(
      sum((s) => s.n),
      [
        { why: `in a stage that fewer than ${enough} won deals passed`, n: thin.reduce((total, s) => total + s.n, 0) },
        { why: 'nobody knows since when', n: stages.reduce((total, s) => total + (s.over === null ? 0 : s.undated), 0) },
      ],
    ),
    findings: [
      over > 0
        ? finding(
            'at-risk',
            over,
            `${many(over, 'open deal stands', 'open deals stand')} longer in ${over === 1 ? 'its' : 'their'} stage than nine in ten won deals did: ${amount(moneyIn(raw, overMinor)!)}.`,
            {
              ids: deals.map(({ id }) => id),
              minor: overMinor,
            },
          )
        : null,
      unsigned(raw),
      ...gapFindings(raw.tables['gaps'] as never),
    ],
    money: true,
  });
};
