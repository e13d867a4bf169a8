/** Funnel: counts of two milestones as shares with intervals, cohorts marked where they cannot be compared. */
import type { Answer, Figure, Finding, Row } from '../../kernel/answer.ts';
import type { Day } from '../../kernel/day.ts';
import { CONFIDENCE, wilson } from '../../models/wilson.ts';
import { cohortFigures, comparison, youngCohorts } from './cohorts.ts';
import { finding } from './findings.ts';
import { followedWords, negativeLag, unlinkedDeals } from './followed.ts';
import { coverageOf, frame, inOrder, keyed, keyFindings, type Keyed } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { count, many, percent } from './words.ts';

type Count = Keyed & {
  readonly n: number;
  readonly converted: number;
  readonly undated: number;
  readonly undated_to: number;
  readonly negative: number;
  readonly first_on: Day | null;
  readonly last_on: Day | null;
  readonly early: number;
  readonly first_to: Day | null;
};
type Within = Keyed & { readonly days: number; readonly n: number; readonly converted: number; readonly immature: number };
type Truncation = { readonly first_to: Day | null; readonly early: number; readonly late: number; readonly expected: number | null };

export const dressFunnel = (raw: Raw): Answer => {
  const [all] = table<Count>(raw, 'all');
  const counts = table<Count>(raw, 'rows');
  const within = table<Within>(raw, 'withinCut');
  const cohorts = raw.cuts.some((c) => c.isDay);
  const rows = counts.map((row) =>
    rowOf(
      raw,
      row,
      within.filter((w) => same(w, row)),
      cohorts,
    ),
  );
  const compared = raw.params['compare'] as readonly string[] | undefined;
  const against = compared ? comparison(rows, compared) : null;
  const total = all
    ? { ...rowOf(raw, all, table<Within>(raw, 'within'), false), key: 'total', ...(against && { comparison: against.figure }) }
    : { key: 'total', n: 0, converted: 0, rate: null };
  const words = followedWords(raw);
  return frame(raw, {
    means: [
      `Of the ${words.unit}s that ${words.began}${words.period}, how many ${words.unit === 'lead' && words.to !== 'lead' ? `have a deal that reached "${words.to}"` : words.ended}, in whatever order the days stand.`,
      ...windowWords(raw),
      ...cohortWords(raw),
      `Shares carry a Wilson interval at ${percent(CONFIDENCE)}: about 19 in 20 such intervals hold the true share.`,
    ],
    rows: counts.length > 0 || raw.cuts.length > 0 ? inOrder(raw, rows) : [{ ...total, key: 'all' }],
    total,
    coverage: coverageOf(all?.n ?? 0, [
      { why: `no day for "${words.from}"`, n: all?.undated ?? 0 },
      { why: `reached "${words.to}" on a day that is not known`, n: all?.undated_to ?? 0 },
    ]),
    findings: [
      negativeLag(raw, all?.negative ?? 0),
      against?.finding ?? null,
      truncated(raw, rows, words),
      immature(raw, counts, within),
      youngCohorts(raw, rows),
      unlinkedDeals(raw),
      ...keyFindings(raw, counts),
    ],
  });
};

const same = (a: Keyed, b: Keyed): boolean =>
  a.keys.join('\u0000') === b.keys.join('\u0000') && a.ids.join('\u0000') === b.ids.join('\u0000');

const rowOf = (raw: Raw, row: Count, within: readonly Within[], cohort: boolean): Row => ({
  ...keyed(row),
  n: row.n,
  converted: row.converted,
  rate: wilson(row.converted, row.n),
  ...(within.length > 0 && { within: Object.fromEntries(within.map((w) => [String(w.days), windowOf(w)])) }),
  ...(row.first_on && { firstOn: row.first_on, lastOn: row.last_on }),
  ...(cohort && { leftTruncated: row.early > 0, ...cohortFigures(raw, row) }),
});

/** A share only of those that could be watched to the end of the window. */
const windowOf = (w: Within): { readonly [figure: string]: Figure } => ({
  n: w.n,
  converted: w.converted,
  rate: wilson(w.converted, w.n),
  immature: w.immature > 0,
  ...(w.immature > 0 && { notYet: w.immature }),
});

const windowWords = (raw: Raw): string[] =>
  (raw.params['within'] as readonly number[] | undefined)?.length
    ? [
        '"Within" is the share that converted at most so many days later, a conversion dated earlier included; only those whose window has passed are in it, and a cohort with others is marked immature.',
      ]
    : [];

const cohortWords = (raw: Raw): string[] =>
  raw.cuts.some((c) => c.isDay)
    ? [
        'A cohort is ripe once its youngest was watched for as long as nine in ten took who ever made it. Of a younger one "came by" says the share that came within the days it was watched (Aalen–Johansen: those still open count as not yet). Ripe and unripe cohorts are never set against each other.',
      ]
    : [];

const truncated = (raw: Raw, rows: readonly Row[], words: { readonly to: string; readonly unit: string }): Finding | null => {
  const [found] = table<Truncation>(raw, 'truncation');
  if (!found?.first_to || found.early === 0) return null;
  const cohorts = rows.filter((row) => row['leftTruncated'] === true).map((row) => row.key);
  const expected = found.expected === null ? null : Math.round(found.expected);
  const judged =
    expected === null
      ? 'Whether conversions are missing cannot be told: nothing began later.'
      : expected >= 3
        ? `Had they converted as later ones did, about ${count(expected)} conversions would have been seen by then: the file probably begins too late for them.`
        : 'As later ones converted, hardly any conversion was to be expected by then, so little is missing.';
  return finding(
    'left-truncated',
    found.early,
    `${many(found.early, words.unit)} began before ${found.first_to}, the first day on which any "${words.to}" was recorded${cohorts.length > 0 ? ` (${cohorts.length === 1 ? 'cohort' : 'cohorts'} ${cohorts.join(', ')})` : ''}. ${judged}`,
    {
      ids: cohorts,
      detail: { firstTo: found.first_to, expected: found.expected },
    },
  );
};

const immature = (raw: Raw, counts: readonly Count[], within: readonly Within[]): Finding | null => {
  const open = (counts.length > 0 ? within : table<Within>(raw, 'within')).filter((w) => w.immature > 0);
  if (open.length === 0) return null;
  const keys = [...new Set(open.map((w) => `${w.keys.join(' · ') || 'all'} (${w.days} days)`))];
  return finding(
    'immature',
    keys.length,
    `${many(keys.length, 'window is', 'windows are')} not over by ${raw.asOf}: ${keys.slice(0, 12).join(', ')}${keys.length > 12 ? ' and more' : ''}.`,
    { ids: keys },
  );
};
