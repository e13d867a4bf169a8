/**
 * Shape: a file that a certain tool writes in a certain way, known by its columns together.
 *
 * Where a file has a shape, its feeds follow from it; any other file is recognised by single columns (recognise.ts).
 */
import type { Tx } from '../../engine.ts';
import type { Columns } from '../columns.ts';
import { TRUE_WORDS } from '../kinds.ts';
import type { Answers, Condition, Feed, FieldSource, Question, StageStatus, Where } from '../mapping.ts';

export type Shaped = {
  readonly feeds: readonly Feed[];
  readonly stages?: { readonly [stage: string]: StageStatus };
  readonly questions?: readonly Question[];
};

export type Shape = {
  /** Stands in the mapping. */
  readonly id: string;
  /** What a person calls such a file: `Salesforce opportunity history`. */
  readonly words: string;
  readonly has: (columns: Columns) => boolean;
  /** `file`: its name. */
  readonly feeds: (tx: Tx, columns: Columns, answers: Answers, file: string) => Shaped | Promise<Shaped>;
  /** Its mapping answers what is true of one file only, and is made anew for the next. */
  readonly once?: true;
  /** What whoever loads it must know, with what to do. */
  readonly warns?: { readonly code: string; readonly text: string; readonly todo: string };
};

/** Whether the file has all of these columns. */
export const all = (columns: Columns, ...names: readonly string[]): boolean => names.every((name) => columns.named(name));
/** Whether the file has any of these columns. */
export const any = (columns: Columns, ...names: readonly string[]): boolean => names.some((name) => columns.named(name));

/** The first column so called, as a source; undefined: there is none. */
export const from = (columns: Columns, ...names: readonly string[]): { readonly header: string } | undefined => {
  const profile = names.map((name) => columns.named(name)).find((one) => one !== undefined);
  return profile ? { header: profile.header } : undefined;
};

/** The first filled of these columns, as far as the file has them; undefined: it has none. */
export const firstOf = (columns: Columns, ...names: readonly string[]): FieldSource | undefined => {
  const headers = [...new Set(names.flatMap((name) => columns.named(name)?.header ?? []))];
  return headers.length > 1 ? { first: headers } : headers[0] === undefined ? undefined : { header: headers[0] };
};

/** Fields without those that the file has no column for. */
export const known = (fields: { readonly [field: string]: FieldSource | undefined }): { [field: string]: FieldSource } =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, FieldSource] => entry[1] !== undefined));

/** Every usual spelling of yes in a cell. */
export const YES: readonly string[] = [
  ...new Set([...TRUE_WORDS, '1'].flatMap((word) => [word, word.toUpperCase(), word[0]!.toUpperCase() + word.slice(1)])),
];

const DELETED = ['IsDeleted', 'Deleted', '_fivetran_deleted', 'Is Archived'];

/** Conditions that leave out what the tool has deleted, in files that say so. */
export const standing = (columns: Columns): Condition[] =>
  DELETED.flatMap((name) => columns.named(name) ?? []).map(({ header }) => ({ header, notIn: YES }));

/** Several conditions as one; none: undefined. */
export const whereAll = (conditions: readonly Condition[]): { readonly where?: Where } =>
  conditions.length === 0 ? {} : { where: conditions.length === 1 ? conditions[0]! : { all: conditions } };
