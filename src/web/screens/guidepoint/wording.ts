/** A wording while it is written: statement, outcomes, seats. Kept in this browser until it is put forward. */
import { useEffect, useState } from 'react';
import type { OutcomeId } from '../../../kernel/ids.ts';

export type Draft = { readonly statement: string; readonly outcomes: readonly OutcomeId[]; readonly seats: readonly string[] };

const keyOf = (company: string, period: string): string => `lockstep:draft:${company}:${period}`;

/** The draft of a quarter, as it was left here; `first` where nothing was. */
export const useDraft = (company: string, period: string, first: Draft) => {
  const key = keyOf(company, period);
  const [draft, setDraft] = useState<Draft>(() => {
    try {
      return { ...first, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Draft>) };
    } catch {
      return first; // a browser that keeps nothing
    }
  });
  useEffect(() => {
    try {
      localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // It stays in this page.
    }
  }, [key, draft]);
  const forget = (): void => {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  };
  return { draft, setDraft, forget };
};
