/** Cuts: the names that may be said after --by and --where. */
import type { Answer } from '../../kernel/answer.ts';
import { frame } from './frame.ts';
import { table, type Raw } from './raw.ts';

type Cut = {
  readonly base: string;
  readonly name: string;
  readonly means: string;
  readonly kind: string;
  readonly grains: readonly string[];
};

export const dressCuts = (raw: Raw): Answer => {
  const cuts = table<Cut>(raw, 'rows');
  return frame(raw, {
    means: ['Names by which rows can be cut and filtered, and what each means. A day takes a period after a colon: closed:quarter.'],
    rows: cuts.map(({ base, name, means, kind, grains }) => ({
      key: name,
      n: 1,
      of: base,
      means,
      kind,
      ...(grains.length > 0 && { grains }),
    })),
    total: { key: 'total', n: cuts.length },
    coverage: { have: cuts.length, of: cuts.length, missing: [] },
    findings: [],
  });
};
