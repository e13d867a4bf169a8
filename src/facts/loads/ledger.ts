/**
 * Ledger: the list of loads, and what each of them spoke about.
 */
import type { Engine, Tx } from '../engine.ts';
import type { Mapping } from '../import/mapping.ts';
import { kindsWith } from './attribute-kinds.ts';
import type { Doing } from './doing.ts';
import type { Prepared, Ready } from './prepare.ts';
import type { Conflict, LoadRecord } from './report.ts';

/** Where a load's rows came from. */
export type Origin = {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: string;
  readonly encoding: string | null;
};

/** Writes the load's line, the fields it spoke about and the kinds of its attributes. */
export const writeLedger = async (
  tx: Tx,
  { n, mapping, reading }: Prepared,
  { plans, held, sums }: Ready,
  origin: Origin,
  { by, at }: Doing,
  faults: number,
): Promise<void> => {
  const rows = reading.rows + faults - sums.length;
  const more = await tx.run(
    `update load set loaded_at = $at::timestamp, bytes = bytes + $bytes, row_count = row_count + $rows, loaded_rows = loaded_rows + $loaded, held_rows = held_rows + $held where n = $n`,
    { n, at: at.replace(/Z$/, ''), bytes: origin.bytes, rows, loaded: rows - held, held },
  );
  if (more === 0)
    await tx.run(
      `insert into load (n, loaded_at, loaded_by, src, file, sha256, bytes, format, encoding, row_count, loaded_rows, held_rows, mapping)
     values ($n, $at::timestamp, $by, $src, $file, $sha256, $bytes, $format, $encoding, $rows, $loaded, $held, $mapping)`,
      { n, at: at.replace(/Z$/, ''), by, src: mapping.src, ...origin, rows, loaded: rows - held, held, mapping: JSON.stringify(mapping) },
    );
  for (const { relation } of plans) {
    for (const { field, header } of relation.said)
      await tx.run('insert or ignore into load_field values ($n, $entity, $field, $header)', { n, entity: relation.entity, field, header });
  }
  const holds = await kindsWith(tx, mapping.feeds);
  for (const { entity, attributes } of mapping.feeds) {
    for (const { name } of attributes)
      await tx.run('insert or ignore into attribute values ($entity, $name, $kind, $n)', { entity, name, kind: holds(entity, name), n });
  }
};

type Line = Omit<LoadRecord, 'mapping'> & { readonly mapping: string };

export const loadRecords = async (engine: Engine): Promise<LoadRecord[]> => {
  const lines =
    await engine.read<Line>(`select n, loaded_at as "loadedAt", loaded_by as "loadedBy", src, file, sha256, bytes, format, encoding, row_count as "rows", loaded_rows as "loadedRows", held_rows as "heldRows",
      (select count(*) from held h where h.load = l.n and h.mended_by_load is null) as "waitingRows", mapping, (select count(*) from conflict c where c.load = l.n) as conflicts, reverted_at as "revertedAt", reverted_by as "revertedBy", erased_at as "fileErasedAt"
    from load l order by n`);
  return lines.map((line) => ({ ...line, mapping: JSON.parse(line.mapping) as Mapping }));
};

/** Mappings of the loads that stand, the latest first. */
export const earlierMappings = async (tx: Tx): Promise<{ readonly n: number; readonly mapping: Mapping }[]> => {
  const lines = await tx.read<{ n: number; mapping: string }>(
    `select n, mapping from load where reverted_at is null and format <> 'rows' order by n desc limit 200`,
  );
  return lines.map(({ n, mapping }) => ({ n, mapping: JSON.parse(mapping) as Mapping }));
};

export const conflictsListed = (engine: Engine, n: number | undefined): Promise<Conflict[]> =>
  engine.read<Conflict>(
    `select load, entity, src, id, field, was, is_now as "isNow", was_load as "wasLoad" from conflict ${n === undefined ? '' : 'where load = $n'} order by load, entity, src, id, field limit 10000`,
    n === undefined ? {} : { n },
  );
