/** Who comes by a link: the form or the request it opens, and how often somebody without an account may act. */
import { createHash } from 'node:crypto';
import { closedHow, todayOf, type Form } from '../../../domain/intake/form.ts';
import type { Request } from '../../../domain/intake/request.ts';
import type { FormId, NoteId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { refusalWords } from '../../../views/words/refusals.ts';
import type { Problem } from '../../contract/problem.ts';
import { requestOf } from '../../house/page-links.ts';
import { problem } from '../../house/problems.ts';
import type { CompanyRoom } from '../../house/room.ts';
import type { World } from '../operation.ts';

export type ByForm = { readonly room: CompanyRoom; readonly form: Form };
export type ByPage = { readonly room: CompanyRoom; readonly request: Request };
type Link = { readonly company: string; readonly token: string };

/** An unknown company and an unknown link are told alike: which companies there are is nobody's to learn. */
const roomOf = ({ house }: Pick<World, 'house'>, company: string): CompanyRoom | null => {
  const room = house.has(company) ? house.company(company) : null;
  return room?.ok ? room.value : null;
};

/** The form behind a share link while it is open, or why it is not. */
export const byForm = (world: Pick<World, 'house' | 'now'>, { company, token }: Link): Result<ByForm, Problem> => {
  const room = roomOf(world, company);
  const id = room?.store.formOf(token) as FormId | null;
  const form = room && id ? room.book().form.get(id) : undefined;
  if (!room || !form)
    return problem(
      'no-such-form',
      'This link leads to no form.',
      'Check that the whole link was copied, or ask whoever gave it to you for a new one.',
    );
  const how = closedHow(form, todayOf(room.book(), { at: world.now() }));
  if (!how) return ok({ room, form });
  const { text, todo } = refusalWords({ code: 'form-closed', name: form.name, how }, room.book());
  return problem('form-closed', text, todo, { how });
};

/** The request behind the link to its page. */
export const byPage = (world: Pick<World, 'house'>, { company, token }: Link): Result<ByPage, Problem> => {
  const room = roomOf(world, company);
  const id = room && requestOf(room.store, token);
  const request = id ? room.book().request.get(id) : undefined;
  return room && request
    ? ok({ room, request })
    : problem('no-such-page-of-a-request', 'This link leads to no request.', 'Check that the whole link was copied; it is long.');
};

const MINUTE = 60_000;
const WINDOW = 15;

/** Counts this once under each key; refused, counting nothing, where one of them was counted too often of late. */
export const within = ({ house, now }: World, keys: readonly (readonly [key: string, most: number])[]): Result<null, Problem> => {
  const at = now();
  const since = new Date(Date.parse(at) - WINDOW * MINUTE).toISOString();
  const { attempts } = house.store;
  if (keys.some(([key, most]) => attempts.count(key, since) >= most))
    return problem(
      'too-many-attempts',
      'Too much was sent from here of late.',
      `Nothing is lost: wait ${WINDOW} minutes, then send it again.`,
      {
        retryAfter: WINDOW * 60,
      },
    );
  for (const [key] of keys) attempts.add(key, at);
  return ok(null);
};

/** An id made of what is sent, so that the same thing sent twice has one id. */
export const idFrom = <P extends string>(prefix: P, ...parts: readonly string[]): `${P}_${string}` =>
  `${prefix}_${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)}`;

/** Words as notes: each with an id of its own under this seed. */
export const notesFrom = <F extends string>(
  seed: string,
  said: { readonly [field in F]: string | null },
): { readonly ids: { readonly [field in F]: NoteId | null }; readonly notes: { readonly id: NoteId; readonly text: string }[] } => {
  const entries = Object.entries(said) as [F, string | null][];
  const id = (field: F): NoteId => idFrom('n', seed, field);
  return {
    ids: Object.fromEntries(entries.map(([field, text]) => [field, text === null ? null : id(field)])) as { [field in F]: NoteId | null },
    notes: entries.flatMap(([field, text]) => (text === null ? [] : [{ id: id(field), text }])),
  };
};
