/** What happens to a Blueprint when something was decided about it. */
import type { Decider } from '../decider.ts';
import {
  allSigned,
  type Blueprint,
  type BlueprintBook,
  type BlueprintChange,
  type BlueprintCommand,
  type BlueprintEvent,
  type BlueprintRefusal,
  type BlueprintVersion,
} from './blueprint.ts';

type Evolve = Decider<string, Blueprint, BlueprintCommand, BlueprintEvent, BlueprintRefusal, BlueprintBook>['evolve'];

const of = (b: Blueprint | undefined, period: string): Blueprint =>
  b ?? { period, levers: [], leftOut: [], told: [], versions: [], changes: [] };
const withNewest = (b: Blueprint, edit: (v: BlueprintVersion) => BlueprintVersion): Blueprint => ({
  ...b,
  versions: [...b.versions.slice(0, -1), edit(b.versions.at(-1)!)],
});
const withChange = (b: Blueprint, id: string, edit: (c: BlueprintChange) => BlueprintChange): Blueprint => ({
  ...b,
  changes: b.changes.map((c) => (c.id === id ? edit(c) : c)),
});

export const evolve: Evolve = {
  'blueprint/lever-pulled': (b, { period, n, lever }, { by, at }) => {
    const was = of(b, period);
    return { ...was, levers: [...was.levers, { n, lever, by, at, released: false }] };
  },
  'blueprint/lever-released': (b, { n }) => ({ ...b!, levers: b!.levers.map((l) => (l.n === n ? { ...l, released: true } : l)) }),
  'blueprint/left-out': (b, { period, n, priority, title, why }) => {
    const was = of(b, period);
    return { ...was, leftOut: [...was.leftOut, { n, priority, title, why, reconsidered: false }] };
  },
  'blueprint/reconsidered': (b, { n }) => ({ ...b!, leftOut: b!.leftOut.map((l) => (l.n === n ? { ...l, reconsidered: true } : l)) }),
  'blueprint/told': (b, { period, priority, line, person }, { at }) => {
    const was = of(b, period);
    return { ...was, told: [...was.told, { priority, line, person, at }] };
  },
  'blueprint/proposed': (b, { period, plan, seats }, { by, at }) => {
    const was = of(b, period);
    const n = was.versions.length + 1;
    const version = { n, plan, seats, proposedBy: by, proposedAt: at, change: null, signatures: {}, declined: {} };
    return { ...was, versions: [...was.versions, version] };
  },
  'blueprint/signed': (b, { seat }, { by, at }) =>
    withNewest(b!, (v) => {
      const { [seat]: _, ...declined } = v.declined;
      return { ...v, declined, signatures: { ...v.signatures, [seat]: { by, at } } };
    }),
  'blueprint/declined': (b, { seat, why }, { by, at }) =>
    withNewest(b!, (v) => {
      const { [seat]: _, ...signatures } = v.signatures;
      return { ...v, signatures, declined: { ...v.declined, [seat]: { by, at, why } } };
    }),
  'blueprint/change-asked': (b, { change, words, edits, plan, seats }, { by, at }) => ({
    ...b!,
    changes: [
      ...b!.changes,
      { id: change, words, edits, plan, seats, askedBy: by, askedAt: at, state: 'open', decidedAt: null, signatures: {}, declined: {} },
    ],
  }),
  'blueprint/change-signed': (b, { change: id, seat }, { by, at }) => {
    const was = b!.changes.find((c) => c.id === id)!;
    const { [seat]: _, ...declined } = was.declined;
    const signed = { ...was, declined, signatures: { ...was.signatures, [seat]: { by, at } } };
    if (!allSigned(signed)) return withChange(b!, id, () => signed);
    const { plan, seats, askedBy, askedAt, signatures } = signed;
    const version = {
      n: b!.versions.length + 1,
      plan,
      seats,
      proposedBy: askedBy,
      proposedAt: askedAt,
      change: signed.id,
      signatures,
      declined: {},
    };
    return { ...withChange(b!, id, () => ({ ...signed, state: 'agreed', decidedAt: at })), versions: [...b!.versions, version] };
  },
  'blueprint/change-declined': (b, { change: id, seat, why }, { by, at }) =>
    withChange(b!, id, (c) => {
      const { [seat]: _, ...signatures } = c.signatures;
      return { ...c, signatures, declined: { ...c.declined, [seat]: { by, at, why } } };
    }),
  'blueprint/change-withdrawn': (b, { change: id }, { at }) => withChange(b!, id, (c) => ({ ...c, state: 'withdrawn', decidedAt: at })),
};
