/**
 * Facts: the door to one company's rows. Everything the server may do with them is here.
 *
 * A folder holds `facts.duckdb`, `imports/` (files as received, by their SHA-256) and `rejects/`
 * (held rows as CSV, by load). Refusals are Results; an exception is a defect or a dead disk.
 */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Currency } from '../kernel/money.ts';
import type { Result } from '../kernel/result.ts';
import { openEngine, type Engine } from './engine.ts';
import { keepJourneysSoon, leaveJourneys } from './journey/store.ts';
import type { Answers, DialectWish, Mapping } from './import/mapping.ts';
import { decideIdentity, decisionsListed, revokeDecision, type Decision } from './identity/decide.ts';
import { eraseFromFacts, type Erased } from './identity/erase.ts';
import type { Handle, Said as IdentitySaid } from './identity/handle.ts';
import { noteNames } from './identity/new-names.ts';
import { identityStands, resolveAfter, resolveIfDue } from './identity/resolve.ts';
import type { Progress } from './import/reading.ts';
import type { FileReceived } from './import/received.ts';
import type { ImportRefusal } from './import/refusal.ts';
import { dropDeadWorkspaces } from './import/workspace.ts';
import { confirmAliasIn, revokeAliasIn, type Alias } from './loads/alias.ts';
import type { Doing } from './loads/doing.ts';
import { dumpLines } from './loads/dump.ts';
import { loadGiven, type GivenRows } from './loads/given-rows.ts';
import { heldRows, mendRejects, rejectsFile } from './loads/held.ts';
import { loadRows, previewRows, type Wish } from './loads/import-rows.ts';
import { dropUnfinished } from './loads/keep-file.ts';
import { conflictsListed, loadRecords } from './loads/ledger.ts';
import type { Links } from './loads/links.ts';
import { project } from './loads/project.ts';
import { mendRows, type MendedRow } from './loads/mend.ts';
import { namesReport, type NamesReport } from './loads/names.ts';
import type { Conflict, HeldRow, Loaded, LoadRecord, Preview } from './loads/report.ts';
import { entitiesOf, revertLoad, type Reverted } from './loads/revert.ts';
import { fromFile } from './loads/source.ts';

export type { Doing, FileReceived, GivenRows };

/** What the person said beside the file. All optional; a given mapping wins over a proposal. */
export type ImportWish = {
  /** A mapping confirmed or edited by a person. Absent: one is proposed. */
  readonly mapping?: Mapping;
  /** Mappings saved by name; those of earlier loads are known anyway. */
  readonly saved?: readonly Mapping[];
  readonly src?: string;
  /** Of a workbook: the sheet; absent, the first with a header. */
  readonly sheet?: string;
  readonly currency?: Currency;
  readonly zone?: string;
  /** What the company has settled on: for amounts and times of which nobody and nothing else says. */
  readonly otherwise?: { readonly currency: Currency | null; readonly zone: string };
  readonly answers?: Answers;
};

export type Facts = {
  readonly engine: Engine;
  /** Says all that `load` would do. Writes nothing. */
  readonly preview: (
    file: FileReceived,
    wish: ImportWish,
    onProgress?: (progress: Progress) => void,
  ) => Promise<Result<Preview, ImportRefusal>>;
  /** Loads a file, whole or not at all. Refuses while a question is open; bad rows are held and the rest lands. */
  readonly load: (file: FileReceived, wish: ImportWish, doing: Doing) => Promise<Result<Loaded, ImportRefusal>>;
  /** Loads rows of a program as one load, by the same path. Throws RangeError for a field or attribute there is not. */
  readonly importRows: (given: GivenRows, doing: Doing) => Promise<Result<Loaded, ImportRefusal>>;
  /** The ledger, oldest first. */
  readonly loads: () => Promise<LoadRecord[]>;
  /** Takes load `n` back: afterwards the facts are as if it had never been. */
  readonly revert: (n: number, doing: Doing) => Promise<Result<Reverted, ImportRefusal>>;
  /** Rows of load `n` that were held, in the order of the file. */
  readonly held: (n: number, page?: { readonly from: number; readonly limit: number }) => Promise<HeldRow[]>;
  /** Loads mended rows of load `n` (cells by header; cells left out stay as they were) as a load of their own. */
  readonly mend: (n: number, rows: readonly MendedRow[], doing: Doing) => Promise<Result<Loaded, ImportRefusal>>;
  /** The held rows of load `n` as a CSV file to download; null when none were held. */
  readonly rejectsPath: (n: number) => string | null;
  /** Values on which two loads disagree, of one load or all; the later load stands. */
  readonly conflicts: (n?: number) => Promise<Conflict[]>;
  /** Names that match nothing, list members nobody uses, campaign names nobody answers to. */
  readonly names: () => Promise<NamesReport>;
  /** From now on `found` in `field` means `means`. The rows keep the file's spelling. */
  readonly confirmAlias: (alias: Pick<Alias, 'field' | 'found' | 'means'>, doing: Doing) => Promise<Result<null, ImportRefusal>>;
  readonly revokeAlias: (alias: Pick<Alias, 'field' | 'found'>, doing: Doing) => Promise<Result<null, ImportRefusal>>;
  /** Says whether two are one person or account, or whether a person belongs to an account; every number follows. Gives the decision's id. */
  readonly decideIdentity: (
    said: IdentitySaid & { readonly why: string | null },
    doing: Doing,
  ) => Promise<Result<{ readonly id: string }, ImportRefusal>>;
  /** Takes such a decision back: every number is as it was without it. */
  readonly revokeIdentity: (id: string, doing: Doing) => Promise<Result<null, ImportRefusal>>;
  /** Takes away who somebody is, for good; what he did, and every sum, stays. */
  readonly erasePerson: (handle: Handle, doing: Doing) => Promise<Result<Erased, ImportRefusal>>;
  /** The ledger of decisions about who is who, the latest first, with those taken back. */
  readonly identityDecisions: () => Promise<Decision[]>;
  /** Replaces what the journal projects (thread tables, campaign spellings, company), in one transaction. */
  readonly project: (links: Links) => Promise<void>;
  /** All current facts as canonical JSON lines (sorted rows, sorted keys, no load numbers): export, SHA-256, tests. */
  readonly dump: () => AsyncIterable<string>;
  /** Works out who is who where loads have left it for later (`more` of Doing). */
  readonly resolve: () => Promise<void>;
  /** Works out in the background what questions about journeys need, where the facts are large; said after everything that may change them. */
  readonly prepare: () => void;
  readonly close: () => Promise<void>;
};

/** Opens (or makes) the facts of the company whose folder this is. */
export const openFacts = async ({ folder }: { readonly folder: string }): Promise<Facts> => {
  await mkdir(folder, { recursive: true });
  const engine = await openEngine(join(folder, 'facts.duckdb'));
  await dropDeadWorkspaces();
  await dropUnfinished(folder);
  await mendRejects(engine, folder);
  await resolveIfDue(engine);
  return {
    engine,
    preview: (file, wish, onProgress) =>
      previewRows(engine, fromFile(file, dialectOf(wish)), wished(wish), onProgress ?? (() => undefined)),
    load: (file, wish, doing) => loadRows(engine, folder, fromFile(file, dialectOf(wish)), wished(wish), doing),
    importRows: (given, doing) => loadGiven(engine, folder, given, doing),
    loads: () => loadRecords(engine),
    revert: (n, { by, at }) =>
      engine.alone(async (tx, commit) => {
        const stood = await identityStands(tx);
        const entities = await entitiesOf(tx, n);
        await noteNames(tx, n, entities);
        const taken = await commit(() => revertLoad(tx, n, by, at));
        if (taken.ok) await resolveAfter(tx, commit, { n, entities, stood, sure: true, takenBack: true });
        return taken;
      }),
    held: (n, page = { from: 0, limit: 1000 }) => heldRows(engine, n, page),
    mend: (n, rows, doing) => mendRows(engine, folder, n, rows, doing),
    rejectsPath: (n) => (existsSync(rejectsFile(folder, n)) ? rejectsFile(folder, n) : null),
    conflicts: (n) => conflictsListed(engine, n),
    names: () => namesReport(engine),
    confirmAlias: (alias, doing) => confirmAliasIn(engine, alias, doing),
    revokeAlias: (alias, doing) => revokeAliasIn(engine, alias, doing),
    decideIdentity: (said, doing) => decideIdentity(engine, said, doing),
    revokeIdentity: (id, doing) => revokeDecision(engine, id, doing),
    erasePerson: (handle, doing) => eraseFromFacts(engine, folder, handle, doing),
    identityDecisions: () => decisionsListed(engine),
    project: (links) => project(engine, links),
    dump: () => dumpLines(engine),
    resolve: () => resolveIfDue(engine),
    prepare: () => keepJourneysSoon(engine),
    close: async () => {
      await leaveJourneys(engine);
      await engine.close();
    },
  };
};

const dialectOf = ({ mapping, sheet }: ImportWish): DialectWish => ({ ...mapping?.dialect, ...(sheet !== undefined && { sheet }) });

const wished = ({ mapping, saved, src, currency, zone, otherwise, answers }: ImportWish): Wish => ({
  ...(mapping ? { given: mapping } : {}),
  saved: saved ?? [],
  ...(src ? { src } : {}),
  ...(currency ? { currency } : {}),
  ...(zone ? { zone } : {}),
  ...(otherwise ? { otherwise } : {}),
  answers: answers ?? {},
});
