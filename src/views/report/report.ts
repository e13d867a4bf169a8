/**
 * Report: what a company shows of a period, made from the record: what was agreed, where the outcomes stand, what was
 * done, what it did to revenue, what was decided, and what the numbers rest on. Every part is words already, so that a
 * page, a print and a program read the same.
 */
import type { Day } from '../../kernel/day.ts';

export type Column = { readonly name: string; /** Numbers stand on the right. */ readonly number?: true };
export type ReportTable = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** Shares that must sum show their sum; null where nothing sums. */
  readonly sum: readonly string[] | null;
};
export type ReportChart = { readonly svg: string; readonly summary: string };

export type Part = {
  readonly id: string;
  /** A finding. */
  readonly title: string;
  readonly say: readonly string[];
  /** What people agreed or wrote, with who signed it; set apart from what is computed. */
  readonly agreed: { readonly text: string; readonly by: readonly string[] } | null;
  readonly tables: readonly ReportTable[];
  readonly charts: readonly ReportChart[];
  /** What stands under it: definitions, coverage, what is missing. */
  readonly notes: readonly string[];
};

export type Report = {
  readonly v: 1;
  readonly company: string;
  readonly period: string;
  /** "Q2 2026" */
  readonly called: string;
  readonly from: Day;
  readonly to: Day;
  readonly madeOn: Day;
  readonly asOf: Day;
  /** The edition whose frozen numbers it shows; null where the numbers are counted as of `asOf` and may still move. */
  readonly frozen: { readonly edition: number; readonly on: Day; readonly by: string; readonly sha256: string } | null;
  readonly title: string;
  readonly parts: readonly Part[];
};

/** A part with nothing in it yet. */
export const part = (id: string, title: string, more: Partial<Part> = {}): Part => ({
  id,
  title,
  say: [],
  agreed: null,
  tables: [],
  charts: [],
  notes: [],
  ...more,
});
