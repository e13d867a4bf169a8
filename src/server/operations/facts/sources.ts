/** Programs that may send events: their write keys, and what became of what they sent. */
import { addDays } from '../../../kernel/day.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { dayIn } from '../../../kernel/zone.ts';
import { foldEvent, TOUCH_EVENTS } from '../../arrivals/event-rules.ts';
import { landArrivals } from '../../arrivals/land.ts';
import { KEPT_DAYS } from '../../arrivals/landing.ts';
import { OPERATOR } from '../../../domain/decider.ts';
import type { Problem } from '../../contract/problem.ts';
import { audit, nameFor } from '../../house/audit.ts';
import { problem } from '../../house/problems.ts';
import type { CompanyRoom } from '../../house/room.ts';
import { newId, newSecret } from '../../house/secrets.ts';
import type { Run, World } from '../operation.ts';

export const sources: Run<'sources'> = async ({ house, now, publicUrl }, { company, days }) => {
  const room = house.company(company);
  if (!room.ok) return room;
  const { store, book } = room.value;
  const since = addDays(dayIn(book().company.get('company')?.zone ?? 'UTC', now()), 1 - days);
  const counts = store.arrivalCounts(since);
  return ok({
    url: publicUrl,
    since,
    keptDays: KEPT_DAYS,
    touchEvents: TOUCH_EVENTS,
    sources: store.sources().map((source) => {
      const events = counts
        .filter((one) => one.source === source.id)
        .map(({ type, event, became, reason, n, lastAt }) => ({ type, event, became, reason, n, lastAt }));
      return {
        ...source,
        lastAt:
          events
            .map(({ lastAt }) => lastAt)
            .toSorted()
            .at(-1) ?? null,
        events,
      };
    }),
  });
};

export const sourceAdd: Run<'source add'> = async ({ house, now, publicUrl }, { company, name, source }, caller) => {
  const room = house.company(company);
  if (!room.ok) return room;
  const writeKey = newKey(company);
  const id = newId('k');
  const by = caller.personIn(company) ?? OPERATOR;
  room.value.store.addSource({ id, name, src: source, touches: [], madeBy: by, madeAt: now() }, writeKey);
  audit(house, now(), nameFor(house, caller.signIn, caller.kind), 'write key made', name, company);
  return ok({ id, writeKey, url: publicUrl });
};

/** A write key names its company. */
const newKey = (company: string): string => newSecret('lsw').replace(/^lsw_/, `lsw_${company}_`);

export const sourceKey: Run<'source key'> = async ({ house, now, publicUrl }, { company, id, hours }, caller) => {
  const met = sourceIn(house, company, id);
  if (!met.ok) return met;
  const { room, source } = met.value;
  const writeKey = newKey(company);
  const beforeUntil = new Date(Date.parse(now()) + hours * 3_600_000).toISOString();
  if (!room.store.changeKey(id, writeKey, beforeUntil))
    return problem('already-revoked', 'This write key was revoked.', 'Make a new source for the program.');
  audit(
    house,
    now(),
    nameFor(house, caller.signIn, caller.kind),
    'write key changed',
    `${source.name}, the one before until ${beforeUntil}`,
    company,
  );
  return ok({ writeKey, url: publicUrl, beforeUntil });
};

export const sourceRefused: Run<'source refused'> = async ({ house }, { company, id, limit }) => {
  const met = sourceIn(house, company, id);
  return met.ok ? ok({ events: met.value.room.store.refusedArrivals(id, limit) }) : met;
};

export const sourceRevoke: Run<'source revoke'> = async ({ house, now }, { company, id }, caller) => {
  const met = sourceIn(house, company, id);
  if (!met.ok) return met;
  if (!met.value.room.store.revokeSource(id, now()))
    return problem('already-revoked', 'This write key was revoked before.', 'Nothing is left to do.');
  audit(house, now(), nameFor(house, caller.signIn, caller.kind), 'write key revoked', met.value.source.name, company);
  return ok({});
};

export const sourceCount: Run<'source count'> = async ({ house, now }, { company, id, event, counts }) => {
  const met = sourceIn(house, company, id);
  if (!met.ok) return met;
  const { room, source } = met.value;
  const others = source.touches.filter((one) => foldEvent(one) !== foldEvent(event));
  const touches = counts ? [...others, event] : others;
  room.store.setTouches(id, touches);
  const again = counts ? room.store.again(id, event) : 0;
  if (again > 0) await landArrivals(room, now());
  return ok({ touches, again });
};

const sourceIn = (
  house: World['house'],
  company: string,
  id: string,
): Result<{ readonly room: CompanyRoom; readonly source: ReturnType<CompanyRoom['store']['sources']>[number] }, Problem> => {
  const room = house.company(company);
  if (!room.ok) return room;
  const source = room.value.store.sources().find((one) => one.id === id);
  return source ? ok({ room: room.value, source }) : problem('no-such-source', 'There is no such source.', 'Look at the sources again.');
};
