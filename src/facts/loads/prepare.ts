/**
 * Prepare: everything about an import but writing it. Leaves the rows, what is wrong with them and
 * what they would change in temporary tables; the same for a preview and for a load.
 */
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Tx } from '../engine.ts';
import type { MappingFrom } from '../import/choose-mapping.ts';
import { chooseMapping, type MappingWish } from '../import/choose-mapping.ts';
import type { Columns } from '../import/columns.ts';
import { numberSql } from '../import/convert-number.ts';
import type { Mapping, NumberFormat, Question } from '../import/mapping.ts';
import { profilesOf } from '../import/profile.ts';
import { answerTo, askCreditNotes, askPieces, askWholeDays } from '../import/questions.ts';
import type { Read } from '../import/read-file.ts';
import type { Progress } from '../import/reading.ts';
import type { ImportRefusal } from '../import/refusal.ts';
import { count, type Stage } from '../import/stage.ts';
import { addParsedColumns } from '../import/parsed-columns.ts';
import { lit } from '../quote.ts';
import { kindsWith } from './attribute-kinds.ts';
import { checkRows, holdProblems, makeProblemTable } from './check-rows.ts';
import type { Reader } from './convert-field.ts';
import { feedSql, type FeedSql } from './feed-sql.ts';
import { planMerge, type Plan } from './merge.ts';
import { replacedBy } from './replaced.ts';
import type { Replaced } from './report.ts';
import { relationsOf } from './relations.ts';
import { leaveOutSums } from './sum-rows.ts';
import { noteSameIds, numberRepeats, skipEqual } from './same-key.ts';

export type Prepared = Read & {
  readonly n: number;
  readonly mapping: Mapping;
  readonly from: MappingFrom;
  readonly questions: readonly Question[];
  readonly columns: Columns;
  /** Absent while a question is open that must be answered. */
  readonly ready: Ready | null;
};
export type Ready = {
  readonly feeds: readonly FeedSql[];
  readonly plans: readonly Plan[];
  readonly replaces: readonly Replaced[];
  /** Rows equal to another one in all that is mapped, left out. */
  readonly repeated: number;
  /** Rows, as a spreadsheet counts, that add up all others; left out. */
  readonly sums: readonly number[];
  /** Rows that could not be loaded. */
  readonly held: number;
};

/** `mends`: the load whose held rows these are; `into`: the load they join, which stands. */
export const prepare = async (
  tx: Tx,
  read: Read,
  file: string,
  wish: MappingWish,
  progress: (p: Progress) => void,
  mends: number | null = null,
  into: number | null = null,
): Promise<Result<Prepared, ImportRefusal>> => {
  const { stage, reading } = read;
  const steps = 6;
  const step = (done: number): void => progress({ phase: 'checking', done, of: steps });
  step(0);
  const chosen = await chooseMapping(tx, file, reading, await profilesOf(tx, stage), wish);
  if (!chosen.ok) return chosen;
  const { mapping, from, questions, columns } = chosen.value;
  const zones = await count(tx, `select count(*) as n from pg_timezone_names() where lower(name) = lower(${lit(mapping.zone)})`);
  if (zones === 0)
    return refuse({
      code: 'unknown-zone',
      text: `The facts know no time zone "${mapping.zone}".`,
      todo: 'Use a name like --time-zone Europe/Berlin.',
    });
  const n = into ?? (await count(tx, 'select max(n) as n from load')) + 1;
  const common = { ...read, n, mapping, from, columns };
  if (questions.some(({ otherwise }) => otherwise === undefined)) return ok({ ...common, questions, ready: null });
  step(1);
  const reader = await readerOf(tx, stage, mapping, from.kind !== 'given');
  const filled = (header: string): number => columns.byHeader(header)?.filled ?? 0;
  const feeds = mapping.feeds.map((feed) => feedSql(feed, reader, filled, stage.rows));
  const credit = await creditNotes(tx, stage, mapping, reader);
  await makeProblemTable(tx);
  await checkRows(tx, stage, feeds);
  const sums = await leaveOutSums(tx, stage, feeds);
  step(2);
  for (const [i, feed] of feeds.entries()) await noteSameIds(tx, stage, feed, i);
  await holdProblems(tx);
  step(3);
  let repeated = 0;
  for (const [i, feed] of feeds.entries()) {
    const equal = await skipEqual(tx, feed, i);
    if (i === 0) repeated = equal;
    await numberRepeats(tx, feed, i, mends === null ? null : await countedBefore(tx, feed, i, mends));
  }
  step(4);
  const plans: Plan[] = [];
  const replaces: Replaced[] = [];
  const part = answerTo(mapping.answers, 'whole-days') === 'some';
  for (const relation of await relationsOf(tx, feeds)) {
    const plan = await planMerge(tx, n, mapping.src, relation, mends === null && !part);
    plans.push(plan);
    replaces.push(...(await replacedBy(tx, plan)));
  }
  step(6);
  const partial = mapping.answers['whole-days'] === undefined ? wholeDays(replaces) : [];
  const asked = [...questions, ...credit, ...partial];
  if (partial.some(({ otherwise }) => otherwise === undefined)) return ok({ ...common, questions: asked, ready: null });
  const held = await count(tx, 'select (select count(*) from fault) + (select count(distinct rid) from problem) as n');
  return ok({ ...common, questions: asked, ready: { feeds, plans, replaces, repeated, sums, held } });
};

const wholeDays = (replaces: readonly Replaced[]): Question[] => {
  // An amended day has most of what it had: one that shares nothing with it is likely the other half of an export in pieces.
  const apart = replaces.find(
    ({ entity, rowsBefore, rowsAfter, kept }) => entity === 'touch' && rowsBefore > 0 && rowsAfter > 0 && kept === 0,
  );
  if (apart) return [askPieces(apart.of, apart.rowsBefore)];
  const found = replaces.find(({ gone }) => gone.length > 0);
  return found
    ? [
        askWholeDays(
          found.of,
          found.gone.map(({ campaign }) => campaign),
          found.kept,
        ),
      ]
    : [];
};

const readerOf = async (tx: Tx, stage: Stage, mapping: Mapping, kindsDecided: boolean): Promise<Reader> => {
  const [company] = await tx.read<{ zone: string | null }>('select zone from company');
  // A time that names no zone is cast in the session's.
  await tx.run(`set TimeZone = ${lit(mapping.zone)}`);
  const cell = (header: string): string => `s.c${stage.headers.indexOf(header)}`;
  const column = mapping.feeds.map(({ fields }) => fields['currency']).find((source) => source && 'header' in source);
  const currencies =
    column && 'header' in column
      ? (
          await tx.read<{ x: string }>(
            `select distinct upper(${cell(column.header)}) as x from stage s where ${cell(column.header)} is not null limit 200`,
          )
        ).map(({ x }) => x)
      : [];
  const parsed = await addParsedColumns(tx, stage, mapping);
  const holds = await kindsWith(tx, mapping.feeds);
  return { mapping, parsed, holds, kindsDecided, zones: { file: mapping.zone, company: company?.zone ?? 'UTC' }, cell, currencies };
};

/** Asks about negative amounts where the mapping does not say what they are. */
const creditNotes = async (tx: Tx, stage: Stage, mapping: Mapping, reader: Reader): Promise<Question[]> => {
  const source = mapping.feeds.map(({ fields }) => fields['amount']).find((one) => one !== undefined);
  if (mapping.creditNotes !== undefined || !source || !('header' in source)) return [];
  const { value } = numberSql(reader.cell(source.header), (source.format ?? 'plain') as NumberFormat, reader.parsed.get(source.header));
  const [found] = await tx.read<{ n: number; line: number | null; example: string | null }>(
    `select count(*) as n, min(line) as line, arg_min(x, line) as example from (select ${stage.line} as line, ${reader.cell(source.header)} as x from stage s where ${value} < 0)`,
  );
  return found!.n === 0 ? [] : [askCreditNotes(source.header, found!.n, found!.line!, found!.example!)];
};

/** How often each content of a mended row stands in the load it was held from. */
const countedBefore = async (tx: Tx, feed: FeedSql, i: number, mends: number): Promise<string | null> => {
  if (feed.content === null) return null;
  const { entity } = feed;
  await tx.run(`create temp table before_${i} as select split_part(id, '-', 1) as h, count(*) as n from (
      select id from ${entity}_row where load = ${mends} union select id from ${entity} c where c.load = ${mends}
    ) where split_part(id, '-', 1) in (select md5(${feed.content}) from stage s) group by 1`);
  return `before_${i}`;
};
