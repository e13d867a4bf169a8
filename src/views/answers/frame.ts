/** Frame: what every answer says alike, put around what the question found. */
import type { Answer, Coverage, Finding, Missing, Row } from '../../kernel/answer.ts';
import { money, type Money } from '../../kernel/money.ts';
import { finding } from './findings.ts';
import type { Raw } from './raw.ts';
import { stageFigure, stageFindings, stageWords } from './stage-rule.ts';
import { count, listed, many } from './words.ts';

export type Parts = {
  /** Sentences that say what was counted and by which rule. */
  readonly means: readonly string[];
  readonly rows: readonly Row[];
  readonly total: Row;
  readonly coverage: Coverage;
  readonly findings: readonly (Finding | null)[];
  /** The answer holds money, so its currency must be spoken of. */
  readonly money?: true;
};

export const frame = (raw: Raw, parts: Parts): Answer => ({
  question: raw.question,
  company: raw.company,
  asOf: raw.asOf,
  loads: raw.loads,
  definition: [
    ...parts.means,
    ...stageWords(raw),
    ...cutWords(raw),
    ...periodWords(raw),
    ...(parts.money && raw.hasAmounts ? [currencyWords(raw)] : []),
    zoneWords(raw),
  ].join(' '),
  rows: parts.rows,
  total: { ...parts.total, ...stageFigure(raw) },
  coverage: parts.coverage,
  findings: [
    ...parts.findings.filter((f) => f !== null),
    ...stageFindings(raw),
    ...(parts.money && raw.hasAmounts && raw.currency === null
      ? [finding('no-currency', 0, 'The files never said which currency the amounts are in.')]
      : []),
    ...(raw.zoneAssumed
      ? [finding('zone-assumed', 0, 'Nobody said which time zone the company is in; UTC decides which day a time falls on.')]
      : []),
  ],
});

/** Questions that follow leads and deals: their links of the thread go through the lead's campaign. */
const FOLLOWED: ReadonlySet<string> = new Set(['funnel', 'funnel-steps', 'velocity', 'win-rate', 'lag', 'lag-curve', 'deals', 'ageing']);

const cutWords = (raw: Raw): string[] => [
  ...(raw.cuts.length > 0 ? [`One row per ${listed(raw.cuts.map((c) => c.means))}.`] : []),
  ...(raw.cuts.some((c) => c.link) && FOLLOWED.has(raw.question)
    ? [
        'A lead belongs to the campaign it names, a deal to that of its lead; from there to its work item, its priority and the outcomes that priority serves, as they stand now. Where the thread breaks, the row says at which link.',
      ]
    : []),
  ...(raw.cuts.some((c) => c.splits)
    ? ['A priority may serve several outcomes: its rows then stand under each, and the rows can count more than the total.']
    : []),
  ...(raw.cuts.some((c) => c.overlaps)
    ? ['Segments may overlap: a row stands in each segment it belongs to, so the rows can count more than the total.']
    : []),
  ...(raw.where.length > 0 ? [`Only where ${listed(raw.where.map((w) => w.means))}.`] : []),
];

const periodWords = ({ asOf, asOfBy }: Raw): string[] => {
  const by = { asked: 'as asked', data: 'the last day the files speak of', today: 'today' }[asOfBy];
  return [`Nothing dated after ${asOf} is used (${by}).`];
};

const currencyWords = ({ currency }: Raw): string =>
  currency
    ? `Money in ${currency}; amounts in another currency are converted by the recorded rate of their day (the close of a deal, the day of spend), and left out of sums and counted as missing where no rate is recorded or no currency is named.`
    : 'The files name no currency for this money; amounts that do name one are left out of sums and counted as missing.';

const zoneWords = ({ zone, zoneAssumed, loads }: Raw): string =>
  `Days are local days in ${zone}${zoneAssumed ? ', taken because nobody said' : ''}. Rests on ${loads.length === 0 ? 'no numbered load' : `${many(loads.length, 'load')} (${loads.slice(-5).join(', ')}${loads.length > 5 ? ' and earlier' : ''})`}.`;

/** Keys of a row as the answer shows them: joined in `key`, listed in `keys` where there are several, `id` where one stands behind. */
export const keyed = ({ keys, ids }: Keyed): { readonly key: string; readonly [figure: string]: string | readonly string[] } => ({
  key: keys.length === 0 ? 'all' : keys.join(' · '),
  ...(keys.length > 1 && { keys }),
  ...(ids.length === 1 && ids[0] !== null && ids[0] !== undefined && { id: ids[0] }),
});
export type Keyed = { readonly keys: readonly string[]; readonly ids: readonly (string | null)[] };

/** Cohorts in order of time, other keys by how many rows they hold. */
export const inOrder = (raw: Raw, rows: readonly Row[]): readonly Row[] =>
  raw.cuts.some((c) => c.isDay) ? rows : rows.toSorted((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1));

/** Coverage: what is left of `of` when each missing part is taken away. Parts must not overlap. */
export const coverageOf = (of: number, missing: readonly Missing[]): Coverage => {
  const lines = missing.filter((m) => m.n > 0);
  return { have: of - lines.reduce((sum, m) => sum + m.n, 0), of, missing: lines };
};

/** Money of this answer; null minor units (nothing known) stay null. */
export const moneyIn = (raw: Raw, minor: number | null): Money | null => (minor === null ? null : money(minor, raw.currency));

/** Findings about keys: empty cells, and names that a reference file does not know. */
export const keyFindings = (raw: Raw, rows: readonly (Keyed & { readonly n: number })[]): Finding[] => {
  const found: Finding[] = [];
  const total = Number(raw.tables['all']?.[0]?.['n'] ?? 0);
  const more = rows.reduce((sum, row) => sum + row.n, 0) - total;
  if (raw.cuts.some((c) => c.overlaps) && more > 0)
    found.push(finding('overlap', more, `Segments overlap: the rows count ${count(more)} more than the ${count(total)} there are.`));
  raw.cuts.forEach((cut, i) => {
    const of = (key: string): number => rows.filter((row) => row.keys[i] === key).reduce((sum, row) => sum + row.n, 0);
    const [blank, unknown] = [of('(blank)'), of('(no match)')];
    if (blank > 0)
      found.push(
        finding(
          'blank-key',
          blank,
          `${many(blank, 'row has', 'rows have')} nothing in ${cut.means}; ${blank === 1 ? 'it stands' : 'they stand'} under (blank), apart from any value the file spells out.`,
          { detail: { cut: cut.said } },
        ),
      );
    if (unknown > 0)
      found.push(
        finding(
          'unmatched-name',
          unknown,
          `${many(unknown, 'row names', 'rows name')} something that the reference file behind ${cut.said} does not know (${count(unknown)} under (no match)).`,
          { detail: { cut: cut.said } },
        ),
      );
  });
  return found;
};
