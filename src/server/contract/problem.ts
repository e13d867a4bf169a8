/**
 * Problem: why something was not done. `code` is stable and kebab-case, `text` says what and where to a person,
 * `todo` says what to do next, `detail` is for programs. One table in doors/problem-status.ts maps codes to
 * HTTP status and exit code.
 */
import { z } from 'zod';

export type Problem = { readonly code: string; readonly text: string; readonly todo?: string; readonly detail?: unknown };

/** A problem as it travels: `{ "error": { … } }`. */
export const problemBody = z.object({
  error: z.object({ code: z.string(), text: z.string(), todo: z.string().optional(), detail: z.unknown().optional() }),
});
