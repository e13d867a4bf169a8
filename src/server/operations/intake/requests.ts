/** Requests as the company sees them, the links to their pages, their erasure, and how the mail about them stands. */
import { mayReadNote } from '../../../domain/visible.ts';
import type { NoteId, RequestId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import { dayIn } from '../../../kernel/zone.ts';
import { itemOf, phaseOf } from '../../../views/intake/phase.ts';
import { requestTitle } from '../../../views/intake/title.ts';
import { audit, nameFor } from '../../house/audit.ts';
import { pageLink } from '../../house/page-links.ts';
import { noSuchCompany, problem } from '../../house/problems.ts';
import type { Run } from '../operation.ts';

export const requests: Run<'requests'> = async ({ house, now }, { company, phase, text }, caller) => {
  const opened = house.company(company);
  if (!opened.ok) return opened;
  const room = opened.value;
  const me = caller.personIn(company);
  const role = me === null ? null : room.roleOf(me);
  if (me === null || role === null) return noSuchCompany(company);
  const book = room.bookFor(role);
  const today = dayIn(book.company.get('company')?.zone ?? 'UTC', now());
  const words = new Map(
    room
      .notes()
      .filter((note) => mayReadNote(role, me, note))
      .map((note) => [note.id, note.text]),
  );
  const names = new Map(room.people().map((person) => [person.id, person.name]));
  const noteOf = (note: NoteId | null): string | null => (note === null ? null : (words.get(note) ?? null));
  const wanted = text?.trim().toLowerCase();
  return ok({
    requests: [...book.request.values()]
      .filter((r) => phase === undefined || phaseOf(book, r, today) === phase)
      .filter(
        (r) =>
          !wanted ||
          [r.ref, noteOf(r.result), noteOf(r.whom), noteOf(r.tactic), names.get(r.by)].some((said) => said?.toLowerCase().includes(wanted)),
      )
      .map((r) => ({
        id: r.id,
        ref: r.ref,
        on: r.on,
        by: names.get(r.by) ?? 'somebody no longer named',
        title: requestTitle(r, noteOf),
        phase: phaseOf(book, r, today),
        due: r.due,
        item: itemOf(book, r)?.ref ?? null,
        into: r.standing.state === 'merged' ? (book.request.get(r.standing.into)?.ref ?? null) : null,
        until: r.standing.state === 'deferred' ? r.standing.until : null,
        why: noteOf(r.decided?.why ?? null),
      })),
  });
};

const noSuchRequest = () => problem('no-such-request', 'There is no such request.', 'Look at the requests again: lockstep requests');

export const requestLink: Run<'request link'> = async ({ house, publicUrl }, { company, request }) => {
  const room = house.company(company);
  if (!room.ok) return room;
  if (!room.value.book().request.has(request as RequestId)) return noSuchRequest();
  return ok({ link: pageLink(room.value.store, publicUrl, company, request) });
};

export const requestErase: Run<'request erase'> = async ({ house, now }, { company, request }, caller) => {
  const room = house.company(company);
  if (!room.ok) return room;
  const found = room.value.book().request.get(request as RequestId);
  if (!found) return noSuchRequest();
  if (room.value.eraseRequest(found.id, now()))
    audit(house, now(), nameFor(house, caller.signIn, caller.kind), 'request erased', found.ref, company);
  return ok({});
};

export const post: Run<'post'> = async ({ house, mails }, { company }) => {
  const room = house.company(company);
  return room.ok ? ok({ mails, ...room.value.store.postStands() }) : room;
};
