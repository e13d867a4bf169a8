/** Review: what waits for a person's word about who is who, with the touches, deals and money that hang on it. */
import type { Engine } from '../engine.ts';
import { rowsOf } from '../questions/statement.ts';
import type { Confidence, Handle, HandleKind, Of } from './handle.ts';
import { identitySql } from './statements.ts';

export type Proposal = {
  readonly of: Of;
  readonly a: Handle;
  readonly b: Handle;
  readonly aName: string | null;
  readonly bName: string | null;
  /** Why we think so; the words stand in views/identity. */
  readonly rule: string;
  readonly confidence: Confidence;
  /** People that stand behind it. */
  readonly n: number;
  /** What the two have in common. */
  readonly detail: string | null;
  readonly touches: number;
  readonly deals: number;
  /** Amounts of these deals in the answer's currency, whole minor units. */
  readonly wonMinor: number;
  readonly openMinor: number;
};

type Line = {
  readonly of: Of;
  readonly a_kind: HandleKind;
  readonly a_src: string | null;
  readonly a_id: string;
  readonly b_kind: HandleKind;
  readonly b_src: string | null;
  readonly b_id: string;
  readonly a_name: string | null;
  readonly b_name: string | null;
  readonly rule: string;
  readonly confidence: Confidence;
  readonly n: number;
  readonly detail: string | null;
  readonly touches: number;
  readonly deals: number;
  readonly won_minor: number;
  readonly open_minor: number;
};

/** Of the proposals, those with most people behind them first, `most` after the first `from`; and how many there are in all. */
export const identityReview = async (
  engine: Engine,
  currency: string | null,
  { most, from }: { readonly most: number; readonly from: number },
): Promise<{ readonly proposals: readonly Proposal[]; readonly total: number }> => {
  const [lines, [count]] = await Promise.all([
    rowsOf<Line>(engine, identitySql('review').replaceAll(/^\s*--.*\n/gm, ''), { currency, most, from }),
    engine.read<{ n: number }>('select count(*) as n from identity_proposal'),
  ]);
  return {
    total: count!.n,
    proposals: lines.map(({ a_kind, a_src, a_id, b_kind, b_src, b_id, a_name, b_name, won_minor, open_minor, ...line }) => ({
      ...line,
      a: { kind: a_kind, src: a_src, id: a_id },
      b: { kind: b_kind, src: b_src, id: b_id },
      aName: a_name,
      bName: b_name,
      wonMinor: won_minor,
      openMinor: open_minor,
    })),
  };
};
