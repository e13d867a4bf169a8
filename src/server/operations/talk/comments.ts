/** Comments on a thing: read, added, erased. Told live to everybody who may read them. */
import { subjectIn } from '../../../domain/agreements/about.ts';
import type { Role } from '../../../domain/company/company.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Comment as Row } from '../../../store/company/comments.ts';
import type { Comment } from '../../contract/comments.ts';
import type { Problem } from '../../contract/problem.ts';
import { noSuchCompany, problem } from '../../house/problems.ts';
import type { CompanyRoom } from '../../house/room.ts';
import { newId } from '../../house/secrets.ts';
import type { Caller, Run, World } from '../operation.ts';

type Reader = { readonly room: CompanyRoom; readonly me: PersonId; readonly role: Role };

/** The company with who reads it; viewers have no part in what people say to each other. */
const readerOf = ({ house }: World, company: string, caller: Caller): Result<Reader, Problem> => {
  const opened = house.company(company);
  if (!opened.ok) return opened;
  const me = caller.personIn(company);
  const role = me === null ? null : opened.value.roleOf(me);
  if (me === null || role === null) return noSuchCompany(company);
  return ok({ room: opened.value, me, role });
};
const mayTalk = (role: Role): boolean => role !== 'viewer';
const notForViewers = () =>
  problem(
    'may-not',
    'As viewer you may not do this.',
    'It takes owner, marketer or stakeholder: ask an owner of the company for that role.',
  );

const shown = ({ by, ...row }: Row, { me, role }: Reader): Comment => ({ ...row, by: by as PersonId, mine: by === me || role === 'owner' });

export const comments: Run<'comments'> = async (world, { company, thing }, caller) => {
  const reader = readerOf(world, company, caller);
  if (!reader.ok) return reader;
  if (!mayTalk(reader.value.role)) return ok({ comments: [] });
  return ok({ comments: reader.value.room.store.comments(thing).map((row) => shown(row, reader.value)) });
};

export const addComment: Run<'comment add'> = async (world, { company, thing, text, id = newId('z') }, caller) => {
  const reader = readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const { room, me, role } = reader.value;
  if (!mayTalk(role)) return notForViewers();
  if (subjectIn(room.book(), thing) === null)
    return problem('not-there', `There is nothing called “${thing}” to say something about.`, 'Name a thing of this company by its id.');
  const row: Row = { id, thing, text, by: me, at: world.now() };
  if (room.store.addComment(row)) {
    room.commented(thing);
    return ok(shown(row, reader.value));
  }
  const stands = room.store.comment(id);
  return stands && stands.by === me && stands.text === text && stands.thing === thing
    ? ok(shown(stands, reader.value))
    : problem('comment-taken', `A comment ${id} was written before.`, 'Give the new one an id of its own.');
};

export const eraseComment: Run<'comment erase'> = async (world, { company, id }, caller) => {
  const reader = readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const { room, me, role } = reader.value;
  const stands = mayTalk(role) ? room.store.comment(id) : null;
  if (!stands) return ok({ erased: false });
  if (stands.by !== me && role !== 'owner')
    return problem('may-not', 'Somebody else wrote this comment.', 'Only who wrote it, or an owner, can erase it.');
  const erased = room.store.eraseComment(id, world.now());
  if (erased) room.commented(stands.thing);
  return ok({ erased });
};
