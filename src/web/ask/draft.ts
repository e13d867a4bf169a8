/** What is being written in the form: kept in this tab, so that a page loaded again has it still. */
import { useEffect, useState } from 'react';

export type Draft = {
  readonly result: string;
  readonly whom: string;
  readonly due: string;
  readonly later: string;
  readonly proof: string;
  readonly tactic: string;
  readonly name: string;
  readonly email: string;
  /** People do not see it. */
  readonly website: string;
};

export const EMPTY: Draft = { result: '', whom: '', due: '', later: '', proof: '', tactic: '', name: '', email: '', website: '' };

/** As long as each may become. The server says the same. */
export const LONGEST: { readonly [F in keyof Draft]: number } = {
  result: 2000,
  whom: 500,
  due: 10,
  later: 500,
  proof: 1000,
  tactic: 2000,
  name: 80,
  email: 200,
  website: 500,
};

/** What has to be said before it can be sent; nothing for what is there. */
export const missing = (draft: Draft): { readonly [F in keyof Draft]?: string } => ({
  ...(draft.result.trim() === '' && { result: 'Say what should be different afterwards.' }),
  ...(draft.whom.trim() === '' && { whom: 'Say who has to do something differently.' }),
  ...(draft.proof.trim() === '' && { proof: 'Say how you will see that it worked.' }),
  ...(draft.email.trim() !== '' &&
    !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.email.trim()) && { email: 'That is no e-mail address. Mend it, or leave it empty.' }),
});

/** The draft under this key, and how to change and to clear it. */
export const useDraft = (key: string): readonly [Draft, (change: Partial<Draft>) => void, () => void] => {
  const [draft, setDraft] = useState<Draft>(() => ({ ...EMPTY, ...kept(key) }));
  useEffect(() => {
    try {
      sessionStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // A browser that keeps nothing still has it on the page.
    }
  }, [key, draft]);
  const clear = (): void => {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  };
  return [draft, (change) => setDraft((was) => ({ ...was, ...change })), clear];
};

const kept = (key: string): Partial<Draft> => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft>;
  } catch {
    return {};
  }
};
