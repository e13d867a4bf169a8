/** Lands and started: the same landing read two ways: where the work of the quarter goes, and where its revenue comes from. */
import type { Answer, Figure, Finding, Row } from '../../kernel/answer.ts';
import type { Money } from '../../kernel/money.ts';
import type { Landed, Landing } from '../../models/lag/landing.ts';
import { LAG_CONFIDENCE } from '../lag/lag-groups.ts';
import { landingQuarters } from '../lag/landing-input.ts';
import { finding } from './findings.ts';
import { coverageOf, frame, moneyIn } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { count, many, percent } from './words.ts';

type DealRow = { readonly n: number; readonly priced: number; readonly unled: number; readonly won: boolean };

export const dressLands = (raw: Raw): Answer => {
  const landing = landingIn(raw);
  const quarters = landingQuarters(raw);
  const now = quarters[2]!;
  const keys = [now.id, quarters[3]!.id, quarters[4]!.id, 'later'];
  const rows = landing ? landing.lands.map((l, i): Row => ({ key: keys[i]!, ...figures(raw, l) })) : [];
  return frame(raw, {
    means: [
      `Leads created since ${now.from} and the deals that came of them: what is won already, and what their ages and the lags of their channels let expect of the rest, in ${now.id}, in the next two quarters and later. What is not begun yet is not in it.`,
      METHOD,
    ],
    rows,
    total: landing ? { key: 'total', ...figures(raw, landing.landsAll) } : { key: 'total', n: 0, money: null },
    coverage: coverage(raw),
    findings: common(raw, landing),
    money: true,
  });
};

export const dressStarted = (raw: Raw): Answer => {
  const landing = landingIn(raw);
  const quarters = landingQuarters(raw);
  const now = quarters[2]!;
  const keys = [`before ${quarters[0]!.id}`, quarters[0]!.id, quarters[1]!.id, now.id];
  const all = landing?.startsAll.value ?? 0;
  const rows = landing
    ? landing.starts.map((l, i): Row => ({ key: keys[i]!, ...figures(raw, l), startedShare: all > 0 ? l.value / all : null }))
    : [];
  return frame(raw, {
    means: [
      `Revenue of ${now.id}: deals won in it by ${raw.asOf}, and what the ages of open deals and leads and the lags of their channels let expect until ${quarters[3]!.from}, by the quarter in which the deal's lead was created (in which it was opened, where it has none). Leads not created yet are not in it.`,
      METHOD,
    ],
    rows,
    total: landing
      ? { key: 'total', ...figures(raw, landing.startsAll), closed: moneyIn(raw, Math.round(landing.closed)), startedShare: 1 }
      : { key: 'total', n: 0, money: null },
    coverage: coverage(raw),
    findings: common(raw, landing),
    money: true,
  });
};

const METHOD = `A deal or lead without an amount is taken at the mean of deals won in the last two years. Deals are taken as independent; where those of a quarter move together, intervals are too narrow. Intervals hold the truth four times in five (${percent(LAG_CONFIDENCE)}).`;

const landingIn = (raw: Raw): Landing | null => table<{ readonly landing: Landing | null }>(raw, 'landing')[0]!.landing;

const figures = (raw: Raw, { value, low, high, deals }: Landed): { readonly n: number; readonly [figure: string]: Figure } => ({
  n: Math.round(deals * 10) / 10,
  money: whole(raw, value),
  low: whole(raw, low),
  high: whole(raw, high),
});
const whole = (raw: Raw, minor: number): Money | null => moneyIn(raw, Math.round(minor));

/** Of the open and lately won deals, how many have an amount of their own. */
const coverage = (raw: Raw): Answer['coverage'] => {
  const deals = table<DealRow>(raw, 'deals');
  const of = deals.reduce((sum, { n }) => sum + n, 0);
  return coverageOf(of, [{ why: 'the deal has no amount: taken at the mean', n: of - deals.reduce((sum, { priced }) => sum + priced, 0) }]);
};

const common = (raw: Raw, landing: Landing | null): (Finding | null)[] => {
  const unled = table<DealRow>(raw, 'deals').reduce((sum, row) => sum + row.unled, 0);
  const [amounts] = table<{ readonly n: number }>(raw, 'amounts');
  return [
    landing === null
      ? finding(
          'too-few',
          0,
          amounts!.n === 0
            ? 'No won deal of the last two years has an amount, so nothing can be said in money.'
            : 'Nothing was won yet, so no lag can be told.',
        )
      : null,
    unled > 0
      ? finding(
          'unlinked-deals',
          unled,
          `${many(unled, 'deal')} ${unled === 1 ? 'names' : 'name'} no lead that is here: ${unled === 1 ? 'it counts' : 'they count'} as begun on the day of opening, so more may have begun earlier.`,
        )
      : null,
    landing && amounts!.n < 10
      ? finding(
          'too-few',
          amounts!.n,
          `Only ${count(amounts!.n)} won deals of the last two years have an amount: their mean is unsure, and so is all that rests on it.`,
        )
      : null,
  ];
};
