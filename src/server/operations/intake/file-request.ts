/**
 * A request by a share link. Sent twice, it is received once; changed in between, it is another request. What a
 * program fills in is told by the field people do not see, and by a form that was open for no time at all.
 */
import { BY_LINK } from '../../../domain/decider.ts';
import { todayOf } from '../../../domain/intake/form.ts';
import { ok } from '../../../kernel/result.ts';
import { pageLink, stampAge } from '../../house/page-links.ts';
import { problem } from '../../house/problems.ts';
import type { Run } from '../operation.ts';
import { byForm, idFrom, notesFrom, within } from './outsider.ts';

/** Nobody reads five questions and answers them in less. */
const FASTEST = 3_000;
const LONGEST = 24 * 3_600_000;
const MOST = { address: 10, form: 60 } as const;

export const fileRequest: Run<'file-request'> = async (world, input) => {
  const met = byForm(world, input);
  if (!met.ok) return met;
  const { room, form } = met.value;
  const { company, stamp, website, result, whom, proof, later, tactic, due, name, email } = input;
  if (website !== '')
    return problem('looks-automatic', 'This looks as if a program had filled it in.', 'Leave the field “website” empty and send it again.');
  const age = stampAge(room.store, form.id, stamp, world.now());
  if (age === null || age > LONGEST)
    return problem('form-too-old', 'This form was open for too long.', 'What you wrote is still here: send it once more.');
  if (age < FASTEST)
    return problem('too-fast', 'That was quicker than anybody reads.', 'What you wrote is still here: wait a moment and send it again.');
  const seed = JSON.stringify([stamp, result, whom, proof, later, tactic, due, name, email]);
  const id = idFrom('q', seed);
  if (!room.book().request.has(id)) {
    const { address } = world.session;
    const calm = within(world, [
      ...(address === null ? [] : [[`ask:${address}`, MOST.address] as const]),
      [`ask:${company}:${form.id}`, MOST.form],
    ]);
    if (!calm.ok) return calm;
  }
  const { ids, notes } = notesFrom(seed, { result, whom, proof, later, tactic });
  const by = idFrom('p', seed);
  const landed = room.decide(
    {
      batch: idFrom('q', seed, 'batch'),
      commands: [
        { type: 'request/receive', id, form: form.id, by, on: todayOf(room.book(), { at: world.now() }), due, ...ids, result: ids.result! },
      ],
      notes,
      people: [{ id: by, name: name ?? 'Somebody', email: email === '' ? null : email }],
    },
    { by: BY_LINK, at: world.now() },
  );
  if (!landed.ok) return landed;
  return ok({ ref: room.book().request.get(id)!.ref, link: pageLink(room.store, world.publicUrl, company, id) });
};
