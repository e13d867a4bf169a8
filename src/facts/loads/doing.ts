/**
 * Doing: who does it and when. The time enters here and nowhere else.
 */
import type { Instant } from '../../kernel/zone.ts';
import type { Progress } from '../import/reading.ts';

export type Doing = {
  readonly by: string;
  readonly at: Instant;
  readonly onProgress?: (progress: Progress) => void;
  /** Further loads follow at once: who is who is worked out after the last of them (Facts.resolve), and is until then as before. */
  readonly more?: boolean;
};
