/** Funnel steps: a cohort followed through every step, with times; or the counts of a period, which are no conversions. */
import type { Answer, Figure, Finding, Row } from '../../kernel/answer.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { CONFIDENCE, wilson } from '../../models/wilson.ts';
import { finding } from './findings.ts';
import { coverageOf, frame, keyed, type Keyed } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { gapFindings, unsigned } from './stage-rule.ts';
import { count, listed, many, percent } from './words.ts';

type Step = Keyed & {
  readonly step: number;
  readonly n: number;
  readonly both: number;
  readonly own: number;
  readonly seen: number;
  readonly lost: number;
  readonly waiting: number;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly first_on: Day;
  readonly last_on: Day;
  readonly late: number | null;
  readonly reached: number;
  readonly early: number;
};
type Count = Keyed & { readonly step: number; readonly n: number; readonly before: number };
type Name = { readonly step: number; readonly name: string; readonly won: boolean };

const UNIT: { readonly [entry: string]: string } = { touched: 'account', lead: 'lead', opened: 'deal' };
/** What a step is called in the field: awareness, engagement, qualified opportunity, closed. */
const CALLED: { readonly [step: string]: string } = {
  touched: 'Awareness: first touch',
  lead: 'Engagement: lead',
  opened: 'Qualified opportunity: deal opened',
  won: 'Closed: won',
};
/** What the entry is called where no stage of the signed definitions is shown by it. */
const ENTERED: { readonly [entry: string]: string } = { touched: 'First touch', lead: 'Lead created', opened: 'Deal opened' };
const stepCalled = ({ stages }: Raw, name: string): string => (stages?.version ? (ENTERED[name] ?? name) : (CALLED[name] ?? name));

/** So many must have reached a step before their pace says when a cohort is old enough for it. */
const ENOUGH = 20;

export const dressFunnelSteps = (raw: Raw): Answer => (raw.params['view'] === 'calendar' ? dressCalendar(raw) : dressCohort(raw));

const dressCohort = (raw: Raw): Answer => {
  const names = table<Name>(raw, 'steps');
  const cut = raw.cuts.length > 0;
  const all = rowsOf(raw, table<Step>(raw, 'all'), names);
  const rows = cut ? groups(table<Step>(raw, 'rows')).flatMap((steps) => rowsOf(raw, steps, names)) : all;
  const first = table<Step>(raw, 'all').find(({ step }) => step === 0);
  const last = all.at(-1);
  const [young, early] = [all.filter((row) => row['ripe'] === false), all.filter((row) => row['leftTruncated'] === true)];
  const unit = UNIT[String(raw.params['from'])]!;
  return frame(raw, {
    means: [
      `${unit[0]!.toUpperCase()}${unit.slice(1)}s that entered${periodOf(raw)}, followed through every step until ${raw.asOf}. The first time a ${unit} reached a step counts; going back counts for nothing.`,
      `"Of the step before" (of those that reached it, how many reached this one) and "of all" are shares with a Wilson interval at ${percent(CONFIDENCE)}. Days are from the step before, median and middle 80 %, of those that were seen in both.`,
      `A step is ripe once its youngest ${unit} was watched for as long as nine in ten of all that ever reached it took; before that its share is too low and is marked. A cohort that entered before anybody was seen to reach a step is left-truncated for it: the files begin too late.`,
    ],
    rows,
    total: { key: 'total', n: first?.n ?? 0, converted: last?.n ?? 0, rate: first && last ? wilson(last.n, first.n) : null },
    coverage: coverageOf(first?.n ?? 0, []),
    findings: [
      young.length > 0
        ? finding(
            'immature',
            young.length,
            `Too young to judge ${listed(young.map(({ key }) => `"${key}"`))}: not all were watched for as long as nine in ten took.`,
            {
              ids: young.map(({ key }) => key),
            },
          )
        : null,
      truncatedAt(early, unit),
      ...skippedAt(all, unit),
      unsigned(raw),
      ...gapFindings(raw.tables['gaps'] as never),
    ],
  });
};

const truncatedAt = (early: readonly Row[], unit: string): Finding | null =>
  early.length === 0
    ? null
    : finding(
        'left-truncated',
        Math.max(...early.map((row) => Number(row['early']))),
        `${many(Math.max(...early.map((row) => Number(row['early']))), unit)} entered before anybody was seen to reach ${listed(early.map(({ key }) => `"${key}"`))}: earlier conversions are missing from the files.`,
        { ids: early.map(({ key }) => key) },
      );

/** A share of a step that only skips reached: said where more than one in ten of them did. */
const skippedAt = (rows: readonly Row[], unit: string): readonly Finding[] => {
  const often = rows.filter((row) => Number(row['skipped'] ?? 0) * 10 > row.n);
  const most = Math.max(0, ...often.map((row) => Number(row['skipped'])));
  return often.length === 0
    ? []
    : [
        finding(
          'skipped',
          most,
          `${listed(often.map((row) => `${count(Number(row['skipped']))} of the ${count(row.n)} ${unit}s at "${row.key}"`))} went past it without a sign of it: they count as having passed it and have no time there.`,
          { ids: often.map(({ key }) => key) },
        ),
      ];
};

const groups = <T extends Keyed>(rows: readonly T[]): T[][] => [
  ...Map.groupBy(rows, ({ keys, ids }) => [...keys, ...ids].join('\u0000')).values(),
];

const rowsOf = (raw: Raw, steps: readonly Step[], names: readonly Name[]): Row[] => {
  const entered = steps.find(({ step }) => step === 0)?.n ?? 0;
  return names.map(({ step, name, won }): Row => {
    const found = steps.find((s) => s.step === step);
    const before = step === 0 ? undefined : (steps.find((s) => s.step === step - 1)?.n ?? 0);
    const n = found?.n ?? 0;
    const pace = ripeness(raw, steps[0], found);
    return {
      ...(steps[0] && steps[0].keys.length > 0 ? { cut: keyed(steps[0]).key } : {}),
      key: stepCalled(raw, name),
      step,
      name,
      n,
      ...(before !== undefined && {
        ofBefore: before === 0 ? null : wilson(found?.both ?? 0, before),
        ofAll: entered === 0 ? null : wilson(n, entered),
      }),
      ...(step > 0 && { days: found && found.median !== null ? { median: found.median, low: found.low, high: found.high } : null }),
      lost: found?.lost ?? 0,
      waiting: found?.waiting ?? 0,
      ...(step > 0 && { skipped: n - (found?.own ?? 0) }),
      ...(won && { won }),
      ...(step > 0 && pace),
      ...(step > 0 && { leftTruncated: (found?.early ?? 0) > 0, early: found?.early ?? 0 }),
    };
  });
};

/** Ripe: the youngest was watched for as long as nine in ten of all who ever reached the step took; null where too few did. */
const ripeness = (raw: Raw, entry: Step | undefined, step: Step | undefined): { readonly [figure: string]: Figure } => {
  if (!entry || !step || step.late === null || step.reached < ENOUGH) return { ripe: null };
  const ripeOn = addDays(entry.last_on, Math.ceil(step.late));
  return { ripe: ripeOn <= raw.asOf, ripeOn };
};

const dressCalendar = (raw: Raw): Answer => {
  const names = table<Name>(raw, 'steps');
  const cut = raw.cuts.length > 0;
  const rowsFor = (counts: readonly Count[]): Row[] =>
    names.map(({ step, name, won }): Row => {
      const found = counts.find((c) => c.step === step);
      const above = counts.find((c) => c.step === step - 1);
      return {
        ...(counts[0] && counts[0].keys.length > 0 ? { cut: keyed(counts[0]).key } : {}),
        key: stepCalled(raw, name),
        step,
        name,
        n: found?.n ?? 0,
        before: found?.before ?? 0,
        ...(won && { won }),
        ...(step > 0 && { ratio: above && above.n > 0 ? (found?.n ?? 0) / above.n : null }),
      };
    });
  const all = rowsFor(table<Count>(raw, 'all'));
  const unit = UNIT[String(raw.params['from'])]!;
  return frame(raw, {
    means: [
      `What happened${periodOf(raw)}: ${unit}s that reached each step for the first time then, whenever they entered; "before" is the period of the same length before it.`,
      'The ratio to the step above is no conversion: those who reached a step in this period are mostly not those who entered in it. The cohort view follows the same ones.',
    ],
    rows: cut ? groups(table<Count>(raw, 'rows')).flatMap(rowsFor) : all,
    total: { key: 'total', n: all[0]?.n ?? 0, converted: all.at(-1)?.n ?? 0 },
    coverage: coverageOf(all[0]?.n ?? 0, []),
    findings: [unsigned(raw), ...gapFindings(raw.tables['gaps'] as never)],
  });
};

const periodOf = ({ params }: Raw): string =>
  [
    params['since'] && ` on or after ${String(params['since'])}`,
    params['until'] && `${params['since'] ? ' and' : ''} before ${String(params['until'])}`,
  ]
    .filter(Boolean)
    .join('');
