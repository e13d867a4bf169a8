/** Numbers kept for a logged decision, until it is logged: in this tab, by company. */
import type { Evidence } from '../../domain/agreements/evidence.ts';

const kept = new Map<string, readonly Evidence[]>();
const NONE: readonly Evidence[] = [];
const listeners = new Set<() => void>();

export const evidenceKept = (company: string): readonly Evidence[] => kept.get(company) ?? NONE;
export const setEvidence = (company: string, evidence: readonly Evidence[]): void => {
  kept.set(company, evidence);
  for (const listener of listeners) listener();
};
export const onEvidence = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
