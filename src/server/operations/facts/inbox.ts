/** The folder that is looked into by itself: what is set, what lies in it, and what waits for a person. */
import { OPERATOR } from '../../../domain/decider.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { audit, nameFor } from '../../house/audit.ts';
import { newId } from '../../house/secrets.ts';
import { defaultInbox, inboxFolder } from '../../inbox/inbox-folder.ts';
import { lookIntoInbox, takeFromInbox } from '../../inbox/look-inbox.ts';
import type { Output, Run, World } from '../operation.ts';

const standing = ({ house }: World, company: string): Result<Output<'inbox'>, Problem> => {
  const room = house.company(company);
  if (!room.ok) return room;
  const { store } = room.value;
  const setting = store.inbox();
  const files = store.inboxFiles();
  const next =
    setting?.on && setting.lookedAt !== null ? new Date(Date.parse(setting.lookedAt) + setting.everyMinutes * 60_000).toISOString() : null;
  return ok({
    setting: setting && { ...setting, nextAt: next },
    suggested: defaultInbox(house, company),
    files: files.map(({ name, state, what, text, todo, loads, at }) => ({ name, state, what, text, todo, loads, at })),
    waiting: files.filter(({ state }) => state === 'waiting').length,
    failed: files.filter(({ state }) => state === 'failed').length + (setting?.fault ? 1 : 0),
  });
};

export const inbox: Run<'inbox'> = async (world, { company }) => standing(world, company);

export const inboxSet: Run<'inbox set'> = async (world, { company, folder, everyMinutes, off }, caller) => {
  const on = !off;
  const { house, now } = world;
  const room = house.company(company);
  if (!room.ok) return room;
  const allowed = inboxFolder(house, company, folder ?? room.value.store.inbox()?.folder ?? defaultInbox(house, company));
  if (!allowed.ok) return allowed;
  const setBy = caller.personIn(company) ?? OPERATOR;
  room.value.store.setInbox({ folder: allowed.value, everyMinutes, on, setBy, setAt: now() });
  const said = on ? `${allowed.value}, every ${everyMinutes} minutes` : 'off';
  audit(house, now(), nameFor(house, caller.signIn, caller.kind), 'inbox set', said, company);
  return standing(world, company);
};

export const inboxLook: Run<'inbox look'> = async (world, { company }) => {
  const looked = await lookIntoInbox(world, company);
  return looked.ok ? standing(world, company) : looked;
};

export const inboxTake: Run<'inbox take'> = async (world, { company, name }) => {
  const taken = await takeFromInbox(world, company, name, newId('up'));
  return taken.ok ? ok({ upload: taken.value, name }) : taken;
};
