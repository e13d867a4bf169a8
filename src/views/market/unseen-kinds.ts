/** Kinds of touches that criteria count and that no file has brought yet: mistyped, or still to come. */
import type { Criteria } from '../../domain/campaign/criteria.ts';
import { list } from '../words/format.ts';

const fold = (kind: string): string => kind.trim().toLowerCase();

/** A sentence to read before the criteria are put forward; null where every kind is known, or none is yet. */
export const unseenKinds = ({ measure, guardrails }: Criteria, known: readonly { readonly name: string }[]): string | null => {
  const counted = [measure, ...guardrails.map((one) => one.measure)].flatMap(({ of, outOf }) => [of, outOf]);
  const kinds = [...new Set(counted.flatMap((one) => (one.what === 'touch' && fold(one.kind) !== '' ? [one.kind.trim()] : [])))];
  const there = new Set(known.map(({ name }) => fold(name)));
  const unseen = kinds.filter((kind) => !there.has(fold(kind)));
  if (unseen.length === 0 || known.length === 0) return null;
  return `No file has brought a touch of the kind ${list(unseen.map((kind) => `“${kind}”`))} yet. Known so far: ${list(known.slice(0, 8).map(({ name }) => name))}.`;
};
