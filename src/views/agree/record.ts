/** The record: who had agreed to exactly what, and when, as a document of one day. Made of the book as it stood that evening. */
import { isSigned, lockedAt, type Change, type Guidepoint, type Version } from '../../domain/guidepoint/guidepoint.ts';
import { GUIDING, worded, type Guiding } from '../../domain/strategy/direction.ts';
import { readableFormula } from '../../domain/strategy/formula/resolve.ts';
import { MEASURE_NAMES, type Metric } from '../../domain/strategy/metric.ts';
import { capital, dayLong, inWords, plural, quarterWords } from '../words/format.ts';
import { REASON_WORDS } from '../words/reasons.ts';
import { valueFull } from '../words/values.ts';
import { momentWords, signedLines, type SignedLine, type Teller } from './signed.ts';

export type RecordedTerms = {
  readonly id: string;
  readonly name: string;
  readonly metric: string;
  readonly from: string;
  readonly target: string;
  readonly due: string;
};
export type RecordedVersion = {
  readonly n: number;
  readonly statement: string;
  readonly put: string;
  /** The change that led to it: its reason, its words, who approved. */
  readonly because: { readonly text: string; readonly words: string } | null;
  readonly terms: readonly RecordedTerms[];
  readonly signatures: readonly SignedLine[];
  /** Agreed, waiting, or fallen with the next wording. */
  readonly stands: string;
  readonly agreed: boolean;
  readonly current: boolean;
};
export type RecordedGuidepoint = {
  readonly period: string;
  readonly title: string;
  readonly versions: readonly RecordedVersion[];
  /** Changes that led to no version: refused, withdrawn or still open. */
  readonly changes: readonly { readonly text: string; readonly words: string }[];
};
export type AgreedRecord = {
  readonly title: string;
  readonly direction: readonly { readonly what: Guiding; readonly statement: string; readonly when: string }[];
  readonly objectives: readonly { readonly id: string; readonly statement: string; readonly due: string; readonly owner: string }[];
  /** The newest period first. */
  readonly guidepoints: readonly RecordedGuidepoint[];
};

/** `t.book` is the book of that day; `on` is the day in words: "27 March 2026". Only one period where it is named. */
export const recordOf = (t: Teller, on: string, period: string | null): AgreedRecord => {
  const all = [...t.book.guidepoint.values()]
    .filter((g) => period === null || g.period === period)
    .toSorted((a, b) => b.period.localeCompare(a.period));
  return {
    title: titleOf(all, on, period),
    direction: GUIDING.flatMap((what) => {
      const now = worded(t.book, what);
      return now ? [{ what, statement: now.statement, when: `${t.nameOf(now.by)}, ${momentWords(t, now.at)}` }] : [];
    }),
    objectives: [...t.book.objective.values()]
      .filter((o) => !o.retired)
      .map((o) => ({ id: o.id, statement: o.statement, due: dayLong(o.due, t.today), owner: o.owner ? t.nameOf(o.owner) : 'nobody' })),
    guidepoints: all.map((g) => guidepointOf(t, g)),
  };
};

const titleOf = (all: readonly Guidepoint[], on: string, period: string | null): string => {
  if (all.length === 0) return `On ${on} nothing had been put forward${period === null ? '' : ` for ${quarterWords(period)}`}.`;
  const agreed = all.filter((g) => isSigned(g.versions.at(-1)!)).length;
  if (period !== null) {
    const v = all[0]!.versions.at(-1)!;
    const signed = Object.keys(v.signatures).length;
    return agreed === 1
      ? `On ${on} the Guidepoint for ${quarterWords(period)} was agreed, in version ${v.n}.`
      : `On ${on} version ${v.n} of the Guidepoint for ${quarterWords(period)} waited: ${inWords(signed)} of ${inWords(v.seats.length)} had signed.`;
  }
  const waiting = all.length - agreed;
  return `On ${on} ${plural(agreed, 'Guidepoint')} ${agreed === 1 ? 'was' : 'were'} agreed${waiting > 0 ? `, and ${inWords(waiting)} waited for signatures` : ''}.`;
};

const guidepointOf = (t: Teller, g: Guidepoint): RecordedGuidepoint => ({
  period: g.period,
  title: `Guidepoint for ${quarterWords(g.period)}`,
  versions: g.versions.map((v, i) => versionOf(t, g, v, g.versions[i + 1])).toReversed(),
  changes: g.changes.filter(({ state }) => state !== 'approved').map((c) => ({ text: changeWords(t, c), words: t.noteOf(c.words) })),
});

const changeWords = (t: Teller, c: Change): string => {
  const asked = `${t.nameOf(c.askedBy)} asked for a change on ${momentWords(t, c.askedAt)}: ${REASON_WORDS[c.reason].toLowerCase()}`;
  if (c.state === 'open') return `${asked}. It waited for ${t.nameOf(c.approver)}.`;
  const when = c.decidedAt === null ? '' : ` on ${momentWords(t, c.decidedAt)}`;
  return c.state === 'refused' ? `${asked}. ${t.nameOf(c.approver)} refused it${when}.` : `${asked}. It was withdrawn${when}.`;
};

const versionOf = (t: Teller, g: Guidepoint, v: Version, next: Version | undefined): RecordedVersion => {
  const change = v.change === null ? undefined : g.changes.find((c) => c.id === v.change);
  const at = lockedAt(v);
  const fell = next ? `; it fell with version ${next.n} on ${momentWords(t, next.proposedAt)}` : '';
  return {
    n: v.n,
    statement: v.statement,
    put: `Put forward by ${t.nameOf(change ? change.askedBy : v.proposedBy)}, ${momentWords(t, v.proposedAt)}`,
    because: change
      ? { text: `${REASON_WORDS[change.reason]}. Approved by ${t.nameOf(change.approver)}.`, words: t.noteOf(change.words) }
      : null,
    terms: v.outcomes.map((o) => {
      const currency = t.book.company.get('company')?.currency ?? null;
      const write = (n: number): string => valueFull(n, o.metric.unit, currency);
      return {
        id: o.outcome,
        name: o.name,
        metric: metricIn(t, o.metric),
        from: o.baseline === null ? 'no baseline' : write(o.baseline),
        target: write(o.target),
        due: `${dayLong(o.from, t.today)} to ${dayLong(o.due, t.today)}`,
      };
    }),
    signatures: signedLines(t, v),
    stands: at !== null ? `Agreed by every seat on ${momentWords(t, at)}${fell}.` : `${capital(notAgreed(v))}${fell}.`,
    agreed: at !== null,
    current: next === undefined,
  };
};

const notAgreed = (v: Version): string => {
  const signed = v.seats.filter((seat) => v.signatures[seat]).length;
  return `${signed === 0 ? 'nobody' : inWords(signed)} of ${inWords(v.seats.length)} had signed`;
};

const metricIn = ({ book }: Teller, metric: Metric): string =>
  metric.kind === 'measured'
    ? `${MEASURE_NAMES[metric.measure]}, measured`
    : metric.kind === 'reported'
      ? 'reported by a person'
      : readableFormula(book, metric.formula);
