/** Here: the house opened by this process, which then holds the data folder; the caller is the local operator. */
import path from 'node:path';
import { OPERATOR } from '../../domain/decider.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Problem } from '../contract/problem.ts';
import { openHouse, type House } from '../house/house.ts';
import { call } from '../operations/call.ts';
import type { Caller, World } from '../operations/operation.ts';
import type { Door, Wish } from './door.ts';
import { isThere } from './remote.ts';

const operator: Caller = { kind: 'operator', signIn: null, scope: 'write', onlyCompany: null, personIn: () => OPERATOR };

/** The door of the house in this process; refused where another process holds the folder. */
export const hereDoor = ({ folder, version, publicUrl, mails = false, inboxRoots = [], onProgress }: Wish): Result<Door, Problem> => {
  const now = (): string => new Date().toISOString();
  const opened = openHouse(folder, now, mails, inboxRoots);
  if (!opened.ok) return opened;
  const handed = new Map<string, { readonly path: string; readonly name: string }>();
  // A file need not be sent to where it already is.
  const house: House = { ...opened.value, upload: (id) => handed.get(id) ?? opened.value.upload(id) };
  const world: World = {
    house,
    now,
    version,
    progress: onProgress,
    session: { address: null, id: null, begin: () => undefined, end: () => undefined },
    setupToken: null,
    mails,
    publicUrl: publicUrl.replace(/\/+$/, ''),
  };
  return ok({
    server: null,
    call: (name, input) => call(world, name, input, operator),
    hand: async (file) => {
      const there = await isThere(file);
      if (!there.ok) return there;
      handed.set(file, { path: file, name: path.basename(file) });
      return ok(file);
    },
    close: house.close,
  });
};
