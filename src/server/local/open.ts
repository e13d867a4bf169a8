/** Opens the nearest door to a data folder: this process holds it, or the server that does is asked. */
import { setTimeout } from 'node:timers/promises';
import { ok, type Result } from '../../kernel/result.ts';
import { serverOf } from '../../store/lock.ts';
import type { Problem } from '../contract/problem.ts';
import type { Door, Wish } from './door.ts';
import { hereDoor } from './here.ts';
import { remoteDoor } from './remote.ts';

/** How long another command on the same folder is waited for, in milliseconds. */
const PATIENCE = 10_000;

/** The door to a folder. A command that meets another one waits its turn for a while. */
export const openDoor = async (wish: Wish): Promise<Result<Door, Problem>> => {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const card = serverOf(wish.folder);
    const served = card ? await remoteDoor({ url: card.url, secret: card.token }, wish) : null;
    if (served) return ok(served);
    const here = hereDoor(wish);
    if (here.ok || here.refusal.code !== 'folder-held' || Date.now() > until) return here;
    await setTimeout(100);
  }
};
