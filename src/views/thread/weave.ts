/**
 * Weave: the lanes of a walk laid out as knots in nine columns and threads between them.
 *
 * A lane is one path along the thread (a deal going up, a priority going down); knots that several
 * lanes share are drawn once. Row numbers are abstract (0, 1, 2 …, fractions allowed); charts turn them
 * into pixels. Pure layout: the same lanes give the same picture in browser and report.
 */
import { LINKS, type Link } from './links.ts';

/** One knot of a lane. Equal keys in one column are the same knot. */
export type Cell = {
  readonly key: string;
  readonly label: string;
  readonly sub?: string;
  /** A break in the thread: dashed, red, with words. */
  readonly gap?: boolean;
  /** Not there by design, or not yet: dashed, quiet. */
  readonly quiet?: boolean;
  readonly href?: string;
};

/** A path along the thread; null where the lane has no knot in that column. */
export type Lane = { readonly id: string; readonly cells: readonly (Cell | null)[] };

export type Knot = Cell & { readonly column: number; readonly link: Link; readonly row: number; readonly lanes: readonly number[] };
export type Strand = { readonly from: string; readonly to: string; readonly gap: boolean; readonly lanes: readonly number[] };
export type Weave = {
  readonly knots: readonly Knot[];
  readonly strands: readonly Strand[];
  readonly rows: number;
  readonly lanes: readonly string[];
};

/** Name of a knot across columns. */
const nameOf = (column: number, cell: Cell): string => `${LINKS[column]!}:${cell.key}`;

/** A thread that is not part of a lane: another campaign that also touched this deal. */
export type Extra = { readonly fromColumn: number; readonly from: string; readonly to: string; readonly lane: number };

/** Lays lanes out. Lanes keep their order from top to bottom; a shared knot stands at the first lane that needs it. */
export const weave = (lanes: readonly Lane[], extras: readonly Extra[] = []): Weave => {
  const knots = new Map<string, { cell: Cell; column: number; lanes: number[]; row: number }>();
  const strands = new Map<string, { from: string; to: string; gap: boolean; lanes: number[] }>();

  for (const [i, lane] of lanes.entries()) {
    let before: { name: string; cell: Cell } | null = null;
    for (const [column, cell] of lane.cells.entries()) {
      if (!cell) continue;
      const name = nameOf(column, cell);
      const knot = knots.get(name);
      if (knot) knot.lanes.push(i);
      else knots.set(name, { cell, column, lanes: [i], row: i });
      if (before) {
        const id = `${before.name}>${name}`;
        const strand = strands.get(id);
        if (strand) strand.lanes.push(i);
        else
          strands.set(id, {
            from: before.name,
            to: name,
            gap: Boolean(cell.gap || before.cell.gap || cell.quiet || before.cell.quiet),
            lanes: [i],
          });
      }
      before = { name, cell };
    }
  }
  for (const extra of extras) {
    const from = `${LINKS[extra.fromColumn]!}:${extra.from}`;
    const to = `${LINKS[extra.fromColumn + 1]!}:${extra.to}`;
    const id = `${from}>${to}`;
    if (knots.has(from) && knots.has(to) && !strands.has(id)) strands.set(id, { from, to, gap: false, lanes: [] });
  }
  return {
    lanes: lanes.map((l) => l.id),
    rows: lanes.length,
    knots: [...knots].map(([, k]) => ({
      ...k.cell,
      key: nameOf(k.column, k.cell),
      column: k.column,
      link: LINKS[k.column]!,
      row: k.row,
      lanes: k.lanes,
    })),
    strands: [...strands.values()],
  };
};
