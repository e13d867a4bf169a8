/**
 * Import rows: from a source to a preview or to a load. The two share everything up to the commit.
 */
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Engine, Tx } from '../engine.ts';
import type { MappingWish } from '../import/choose-mapping.ts';
import { ENTITIES } from '../import/entities.ts';
import type { Question } from '../import/mapping.ts';
import { identityStands, resolveAfter } from '../identity/resolve.ts';
import type { Progress } from '../import/reading.ts';
import type { ImportRefusal } from '../import/refusal.ts';
import { count } from '../import/stage.ts';
import { inWorkspace } from '../import/workspace.ts';
import { columnsOf, countsOf, statedOf } from './account-for.ts';
import { alignKinds } from './attribute-kinds.ts';
import type { Doing } from './doing.ts';
import { findingsOf } from './findings.ts';
import { problemsFound, writeHeld, writeRejects } from './held.ts';
import { keepFile } from './keep-file.ts';
import { earlierMappings, writeLedger, type Origin } from './ledger.ts';
import { lendFromRecords, lends } from './lend.ts';
import { applyMerge } from './merge.ts';
import { moneyChange } from './money-change.ts';
import { prepare, type Prepared, type Ready } from './prepare.ts';
import type { EntityCount, Loaded, Preview } from './report.ts';
import type { Source } from './source.ts';

type Refusable<T> = Promise<Result<T, ImportRefusal>>;
export type Wish = Omit<MappingWish, 'earlier'>;

/** All that a load would do. Nothing is written but temporary tables. */
export const previewRows = (engine: Engine, source: Source, wish: Wish, progress: (p: Progress) => void): Refusable<Preview> =>
  inWorkspace((dir) =>
    engine.aside(async (tx) => {
      const staged = await source(tx, dir, progress);
      if (!staged.ok) return staged;
      const { read, origin } = staged.value;
      const prepared = await prepare(tx, read, origin.file, { ...wish, earlier: await earlierMappings(tx) }, progress);
      if (!prepared.ok) return prepared;
      const { ready, mapping, from, questions } = prepared.value;
      return ok({
        file: origin.file,
        sha256: origin.sha256,
        bytes: origin.bytes,
        reading: read.reading,
        mapping,
        mappingFrom: from,
        questions,
        counts: ready ? countsOf(ready) : [],
        held: ready?.held ?? 0,
        problems: await problemsFound(tx, ready !== null),
        columns: columnsOf(prepared.value),
        findings: await findingsOf(tx, prepared.value, zoneGiven(wish)),
        money: ready ? await moneyChange(tx, ready.plans) : [],
        replaces: ready?.replaces ?? [],
        stated: statedOf(prepared.value, zoneGiven(wish)),
      });
    }),
  );

/** Loads the rows, whole or not at all. `mends`: the load whose held rows these are; `into`: the load they join. */
export const loadRows = (
  engine: Engine,
  folder: string,
  source: Source,
  wish: Wish,
  doing: Doing,
  mends: number | null = null,
  into: number | null = null,
): Refusable<Loaded> =>
  inWorkspace((dir) =>
    engine.alone(async (tx, commit) => {
      const progress = doing.onProgress ?? (() => undefined);
      const staged = await source(tx, dir, progress);
      if (!staged.ok) return staged;
      const { read, origin, keep } = staged.value;
      const prepared = await prepare(tx, read, origin.file, { ...wish, earlier: await earlierMappings(tx) }, progress, mends, into);
      if (!prepared.ok) return prepared;
      const { ready, n, mapping, questions } = prepared.value;
      if (!ready) return refuse(openQuestions(origin.file, questions));
      const faults = await count(tx, 'select count(*) as n from fault');
      const rows = read.reading.rows + faults - ready.sums.length;
      const problems = await problemsFound(tx, true);
      if (ready.held === rows) return refuse(allHeld(origin.file, rows, problems.rows[0]));
      const counts = countsOf(ready);
      const findings = await findingsOf(tx, prepared.value, zoneGiven(wish));
      const money = await moneyChange(tx, ready.plans);
      if (keep) await keepFile(folder, keep, origin.sha256, origin.bytes);
      const stood = await identityStands(tx);
      const conflicts = await commit(() => write(tx, folder, prepared.value, ready, origin, doing, faults, mends));
      if (!doing.more)
        await resolveAfter(tx, commit, {
          n,
          entities: ready.plans.map(({ relation }) => relation.entity),
          stood,
          // What rows of the same load said before they were said again is kept nowhere.
          sure: into === null || counts.every(({ changed }) => changed === 0),
        });
      progress({ phase: 'writing', done: 1, of: 1 });
      return ok({
        n,
        counts,
        rows,
        held: ready.held,
        problems,
        findings,
        money,
        replaces: ready.replaces,
        conflicts,
        nothingNew: counts.every((one) => one.new + one.changed === 0),
        mapping,
        reading: read.reading,
        stated: statedOf(prepared.value, zoneGiven(wish)),
        text: inWords(n, origin.file, counts, ready.held),
      });
    }),
  );

const write = async (
  tx: Tx,
  folder: string,
  prepared: Prepared,
  ready: Ready,
  origin: Origin,
  doing: Doing,
  faults: number,
  mends: number | null,
): Promise<number> => {
  await alignKinds(tx, prepared.mapping.feeds);
  let conflicts = 0;
  for (const [i, plan] of ready.plans.entries()) {
    doing.onProgress?.({ phase: 'writing', done: i, of: ready.plans.length + 1 });
    conflicts += await applyMerge(tx, plan);
  }
  if (lends(ready.plans.map(({ relation }) => relation.entity))) await lendFromRecords(tx);
  await writeLedger(tx, prepared, ready, origin, doing, faults);
  if (ready.held > 0) {
    await writeHeld(tx, prepared.n, prepared.stage);
    await writeRejects(tx, folder, prepared.n);
  }
  if (mends !== null)
    await tx.run(
      `update held set mended_by_load = $n where load = $mends and line in (select ${prepared.stage.line} from stage s where s.rowid not in (select rid from gone))`,
      { n: prepared.n, mends },
    );
  return conflicts;
};

const zoneGiven = ({ given, zone }: Wish): boolean => zone !== undefined || given !== undefined;

const openQuestions = (file: string, questions: readonly Question[]): ImportRefusal => {
  const open = questions.filter(({ otherwise }) => otherwise === undefined);
  return {
    code: 'questions-open',
    questions: open,
    text: `${open.length === 1 ? 'One question' : `${open.length} questions`} must be answered before ${file} can be loaded: ${open.map(({ text }) => text).join(' ')}`,
    todo: open
      .map(
        ({ answerWith, options }) =>
          `${answerWith} (or ${options
            .slice(1)
            .map(({ id }) => id)
            .join(', ')})`,
      )
      .join('; '),
  };
};

const allHeld = (
  file: string,
  rows: number,
  first: { readonly line: number; readonly column: string | null; readonly problem: string; readonly todo: string } | undefined,
): ImportRefusal => ({
  code: 'all-rows-held',
  ...(first ? { row: first.line, ...(first.column ? { column: first.column } : {}) } : {}),
  text: `None of the ${rows.toLocaleString('en')} rows of ${file} can be loaded.${first ? ` Row ${first.line}${first.column ? `, column ${first.column}` : ''}: ${first.problem}` : ''}`,
  todo: first?.todo ?? 'Check the mapping.',
});

const inWords = (n: number, file: string, counts: readonly EntityCount[], held: number): string => {
  const one = (of: EntityCount): string => {
    const words = of.lookup ? `entries of the list ${of.lookup}` : ENTITIES[of.entity].words;
    const parts = (['new', 'changed', 'unchanged'] as const)
      .filter((what) => of[what] > 0)
      .map((what) => `${of[what].toLocaleString('en')} ${what}`);
    return `${words}: ${parts.join(', ') || 'none'}`;
  };
  const nothing = counts.every((of) => of.new + of.changed === 0) ? ' Nothing in it was new.' : '';
  return `Load ${n} (${file}). ${counts.map(one).join('; ')}.${held > 0 ? ` ${held.toLocaleString('en')} ${held === 1 ? 'row is' : 'rows are'} held.` : ''}${nothing}`;
};
