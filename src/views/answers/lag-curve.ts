/** Lag curve: counted spells and their fitted curves as an answer: what came by when, the share that never comes, and refusals. */
import type { Answer, Figure, Finding, Row } from '../../kernel/answer.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { Curve, Curves } from '../../models/lag/curves.ts';
import { ENOUGH } from '../../models/lag/enough.ts';
import type { Spell } from '../../models/survival/spell.ts';
import { LAG_CONFIDENCE, lagGroups } from '../lag/lag-groups.ts';
import { finding } from './findings.ts';
import { followedWords, negativeLag, unlinkedDeals, type Words } from './followed.ts';
import { coverageOf, frame, inOrder, keyed, keyFindings, type Keyed } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { count, listed, many, percent } from './words.ts';

type Counted = Keyed & {
  readonly n: number;
  readonly came: number;
  readonly ended: number;
  readonly undated: number;
  readonly negative: number;
  readonly first_on: Day | null;
  readonly some: readonly string[];
};

export const dressLagCurve = (raw: Raw): Answer => {
  const counts = table<Counted>(raw, 'rows');
  const [all] = table<Counted>(raw, 'all');
  const curves = table<Curves>(raw, 'curves')[0]!;
  const groups = lagGroups(raw);
  const words = followedWords(raw);
  const rows = counts.map((c, i) => rowOf(raw, c, curves.groups[i]!, groups.groups[i]!.spells));
  const total = { ...rowOf(raw, all ?? NOTHING, curves.all, groups.all.spells), key: 'total', horizonDays: curves.horizon };
  return frame(raw, {
    means: [
      `Of the ${words.unit}s that ${words.began}${words.period}, the share that reached "${words.to}" by so many local days; those still open count as not yet, not as never${words.unit === 'deal' && words.to === 'won' ? ', and lost ones stay in the whole' : ''}.`,
      'Observed by Kaplan–Meier (by Aalen–Johansen where some ended otherwise). Five families of lags, each with a share that never comes, are fitted to the counted days; the one AIC prefers is drawn, and families near it widen the interval.',
      `Half by: the day by which half of those who ever come have come. Intervals hold the truth four times in five (${percent(LAG_CONFIDENCE)}).`,
      `A curve needs ${ENOUGH.n} ${words.unit}s of which ${ENOUGH.events} came; a thin group leans on all.`,
    ],
    rows: raw.cuts.length > 0 ? inOrder(raw, rows) : [{ ...total, key: 'all' }],
    total,
    coverage: coverageOf(all?.n ?? 0, [
      { why: 'a day is not known', n: all?.undated ?? 0 },
      { why: `"${words.to}" is dated before "${words.from}"`, n: all?.negative ?? 0 },
    ]),
    findings: [
      truncated(raw, words),
      ...shortFollowUp(raw, [...rows, ...(rows.length > 0 ? [] : [total])], words),
      tooFew(rows, words),
      negativeLag(raw, all?.negative ?? 0),
      unlinkedDeals(raw),
      ...keyFindings(raw, counts),
    ],
  });
};

const NOTHING: Counted = { keys: [], ids: [], n: 0, came: 0, ended: 0, undated: 0, negative: 0, first_on: null, some: [] };

const rowOf = (raw: Raw, c: Counted, curve: Curve, spells: readonly Spell[]): Row => {
  const ripe = curve.wait === null || curve.wait === 0 ? null : addDays(raw.asOf, curve.wait);
  const refused = curve.stands === 'borrowed' || curve.stands === null;
  return {
    ...keyed(c),
    n: curve.n,
    came: curve.events,
    ...(curve.losses > 0 && { ended: curve.losses }),
    open: curve.n - curve.events - curve.losses,
    stands: curve.stands,
    everShare: curve.ever,
    halfDays: curve.half && { value: tenth(curve.half.value), low: tenth(curve.half.low), high: tenth(curve.half.high) },
    within90Share: curve.by90,
    family: curve.fit?.come.family ?? null,
    level: curve.plateau === null ? null : curve.plateau.short ? 'still rising' : 'level',
    ...(refused && { refused: true, ripe, raw: rawPoints(spells), some: c.some }),
    watched: curve.watched,
    curve: curve.points.map((p): Figure => ({ ...p })),
    ticks: curve.ticks,
    compared: curve.compared.map((f): Figure => ({ ...f })),
    fit: curve.fit,
  };
};

const tenth = (days: number): number => Math.round(days * 10) / 10;

/** Every watch of a refused group, longest last: what is drawn instead of a curve. */
const rawPoints = (spells: readonly Spell[]): Figure =>
  spells
    .flatMap(({ day, event, n }) => Array.from({ length: Math.min(n, 60) }, () => ({ day, event })))
    .toSorted((a, b) => a.day - b.day)
    .slice(0, 60);

type Truncation = { readonly first_to: Day | null; readonly early: number; readonly expected: number | null };

const truncated = (raw: Raw, words: Words): Finding | null => {
  const [found] = table<Truncation>(raw, 'truncation');
  const [{ late }] = table<{ readonly late: boolean }>(raw, 'unit') as [{ readonly late: boolean }];
  if (!late || !found?.first_to) return null;
  return finding(
    'left-truncated',
    found.early,
    `${many(found.early, words.unit)} began before ${found.first_to}, the first day on which any "${words.to}" was recorded; by the pace of later ones about ${count(Math.round(found.expected ?? 0))} conversions are missing before it. These are watched only from that day on (delayed entry).`,
    { detail: { firstTo: found.first_to, expected: found.expected } },
  );
};

const shortFollowUp = (raw: Raw, rows: readonly Row[], words: Words): Finding[] => {
  const rising = rows.filter((row) => row['level'] === 'still rising' && (row['stands'] === 'own' || row['stands'] === 'leans'));
  if (rising.length === 0) return [];
  const names = raw.cuts.length > 0 ? (rows.length === rising.length ? ['every row'] : rising.map((row) => row.key)) : ['the curve'];
  return [
    finding(
      'short-follow-up',
      rising.length,
      `Still rising at the end of what was watched: ${listed(names)}. How many ${words.unit}s never come is then a guess of the family that fits; the part up to the longest watch is not.`,
      { ids: rising.map((row) => row.key) },
    ),
  ];
};

const tooFew = (rows: readonly Row[], words: Words): Finding | null => {
  const thin = rows.filter((row) => row['refused'] === true);
  if (thin.length === 0) return null;
  return finding(
    'too-few',
    thin.length,
    `Too few to draw (${ENOUGH.n} ${words.unit}s with ${ENOUGH.events} that came are needed): ${listed(thin.slice(0, 8).map((row) => `${row.key} (${count(row.n)}, ${count(Number(row['came']))} came${typeof row['ripe'] === 'string' ? `; at this pace enough by ${row['ripe']}` : ''})`))}${thin.length > 8 ? ' and more' : ''}. They borrow the common curve, widely bounded.`,
    { ids: thin.map((row) => row.key) },
  );
};
