/** Preview: what would be frozen if a period were published now, and what speaks against it. */
import type { Book } from '../../domain/book.ts';
import type { PublishedFigure } from '../../domain/measurement/publication.ts';
import { standing } from '../../domain/measurement/publication.ts';
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import type { Finding } from '../../kernel/answer.ts';
import { dayWords, plural } from '../words/format.ts';
import { figuresOf, type Pack } from './pack.ts';

export type PublishPreview = {
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Day;
  /** Names these numbers; `publish` takes it as `expect`, so that what was looked at is what is frozen. */
  readonly sha256: string;
  readonly figures: readonly PublishedFigure[];
  /** The number of the edition this would be. */
  readonly edition: number;
  /** True where the edition that stands reads exactly so. */
  readonly same: boolean;
  /** Why it may be too early; empty where nothing speaks against it. */
  readonly warnings: readonly string[];
  readonly findings: readonly Finding[];
};

/** `lastDay`: the last day any row is dated; null where nothing is dated. */
export const previewOf = (book: Book, pack: Pack, sha256: string, lastDay: Day | null): PublishPreview => {
  const { period, from, to, asOf } = pack;
  const published = book.publication.get(period);
  const missing = lastDay === null ? null : daysBetween(lastDay, addDays(to, -1));
  const warnings = [
    asOf < to ? `${dayWords(addDays(to, -1))} has not come yet: these numbers still move.` : null,
    lastDay === null ? 'No data is dated at all.' : null,
    missing !== null && missing > 0
      ? `The data ends on ${dayWords(lastDay!)}: the last ${plural(missing, 'day')} of the period may be missing.`
      : null,
  ].filter((warning) => warning !== null);
  return {
    period,
    from,
    to,
    asOf,
    sha256,
    figures: figuresOf(pack),
    edition: (published?.editions.length ?? 0) + 1,
    same: standing(published)?.sha256 === sha256,
    warnings,
    findings: pack.answers.find(({ name }) => name === 'measures')?.answer.findings ?? [],
  };
};
