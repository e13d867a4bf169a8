/** Who is who, decided since a moment: counted by what was decided and whether it was taken back. */
import type { Engine } from '../engine.ts';
import { rowsOf, sqlOf } from './statement.ts';

export type IdentityChange = {
  readonly of: 'person' | 'account' | 'member';
  readonly same: boolean;
  /** True where an earlier decision was taken back. */
  readonly revoked: boolean;
  readonly by: string;
  readonly at: string;
};

/** Decisions about who is who, made or taken back after `at`, oldest first. */
export const identitySince = (engine: Engine, at: string): Promise<IdentityChange[]> =>
  rowsOf<IdentityChange>(engine, sqlOf('identity-since'), { moment: at.replace(/Z$/, '') });
