/** Share links to the form: made with a secret that is shown once, revoked for good. */
import { randomUUID } from 'node:crypto';
import { closedHow, todayOf } from '../../../domain/intake/form.ts';
import type { FormId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import { audit, nameFor } from '../../house/audit.ts';
import { formLink } from '../../house/page-links.ts';
import { newId, newSecret } from '../../house/secrets.ts';
import type { Run } from '../operation.ts';

export const forms: Run<'forms'> = async ({ house, now }, { company }) => {
  const room = house.company(company);
  if (!room.ok) return room;
  const book = room.value.book();
  const today = todayOf(book, { at: now() });
  const asked = Map.groupBy(book.request.values(), ({ form }) => form);
  return ok({
    forms: [...book.form.values()].toReversed().map((form) => ({
      id: form.id,
      name: form.name,
      until: form.until,
      state: closedHow(form, today) ?? ('open' as const),
      requests: asked.get(form.id)?.length ?? 0,
    })),
  });
};

export const formMake: Run<'form make'> = async ({ house, now, publicUrl }, { company, name, until = null }, caller) => {
  const room = house.company(company);
  if (!room.ok) return room;
  const id = newId('f');
  const token = newSecret('lsf');
  const asked = {
    batch: `form-${randomUUID()}`,
    commands: [{ type: 'form/make' as const, id, name, until }],
    links: [{ form: id, token }],
  };
  const landed = room.value.decide(asked, { by: caller.personIn(company)!, at: now() });
  if (!landed.ok) return landed;
  audit(house, now(), nameFor(house, caller.signIn, caller.kind), 'form made', name, company);
  return ok({ id, link: formLink(publicUrl, company, token) });
};

export const formRevoke: Run<'form revoke'> = async ({ house, now }, { company, id }, caller) => {
  const room = house.company(company);
  if (!room.ok) return room;
  const asked = { batch: `form-${randomUUID()}`, commands: [{ type: 'form/revoke' as const, id: id as FormId }] };
  const landed = room.value.decide(asked, { by: caller.personIn(company)!, at: now() });
  if (!landed.ok) return landed;
  if (landed.value.entries.length > 0)
    audit(
      house,
      now(),
      nameFor(house, caller.signIn, caller.kind),
      'form revoked',
      room.value.book().form.get(id as FormId)!.name,
      company,
    );
  return ok({});
};
