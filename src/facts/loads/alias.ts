/**
 * Alias: "found" in a field means "means". A person confirms it and can take it back; both are dated.
 * The rows keep the file's spelling: an alias is applied when a question is asked.
 */
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Engine } from '../engine.ts';
import type { ImportRefusal } from '../import/refusal.ts';
import type { Doing } from './doing.ts';

export type Alias = {
  readonly field: string;
  readonly found: string;
  readonly means: string;
  readonly confirmedBy: string;
  readonly confirmedAt: string;
};

export const standingAliases = (engine: Engine): Promise<Alias[]> =>
  engine.read<Alias>(
    'select field, found, means, confirmed_by as "confirmedBy", confirmed_at as "confirmedAt" from alias where revoked_at is null order by field, found',
  );

export const confirmAliasIn = (
  engine: Engine,
  { field, found, means }: Pick<Alias, 'field' | 'found' | 'means'>,
  { by, at }: Doing,
): Promise<Result<null, ImportRefusal>> =>
  engine.write(async (tx): Promise<Result<null, ImportRefusal>> => {
    const [stands] = await tx.read<{ means: string; confirmed_by: string }>(
      'select means, confirmed_by from alias where revoked_at is null and field = $field and found = $found',
      { field, found },
    );
    if (stands?.means === means) return ok(null); // said twice is said once
    if (stands)
      return refuse({
        code: 'alias-exists',
        text: `"${found}" in ${field} already means "${stands.means}", confirmed by ${stands.confirmed_by}.`,
        todo: 'Take that back first.',
      });
    await tx.run(
      'insert into alias (field, found, means, confirmed_by, confirmed_at) values ($field, $found, $means, $by, $at::timestamp)',
      { field, found, means, by, at: at.replace(/Z$/, '') },
    );
    return ok(null);
  });

export const revokeAliasIn = (
  engine: Engine,
  { field, found }: Pick<Alias, 'field' | 'found'>,
  { by, at }: Doing,
): Promise<Result<null, ImportRefusal>> =>
  engine.write(async (tx): Promise<Result<null, ImportRefusal>> => {
    const ended = await tx.run(
      'update alias set revoked_by = $by, revoked_at = $at::timestamp where revoked_at is null and field = $field and found = $found',
      { field, found, by, at: at.replace(/Z$/, '') },
    );
    return ended > 0
      ? ok(null)
      : refuse({ code: 'no-such-alias', text: `"${found}" in ${field} has no alias that holds.`, todo: 'See the list of names.' });
  });
