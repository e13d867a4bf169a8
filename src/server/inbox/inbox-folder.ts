/**
 * Inbox folder: where a company may have files picked up. Its own folder below a root and nowhere else: `inbox/<company>`
 * of the data folder, or `<root>/<company>` below a root that the operator allows (LOCKSTEP_INBOX).
 */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result } from '../../kernel/result.ts';
import type { Problem } from '../contract/problem.ts';
import type { House } from '../house/house.ts';
import { problem } from '../house/problems.ts';

type Roots = Pick<House, 'inboxRoots'>;

export const defaultInbox = ({ inboxRoots }: Roots, company: string): string => path.join(inboxRoots[0]!, company);

/** The folder, followed to where it really is; refused where that is outside the company's own. */
export const inboxFolder = (house: Roots, company: string, folder: string): Result<string, Problem> => {
  const own = house.inboxRoots.map((root) => path.join(root, company));
  if (!path.isAbsolute(folder) || !own.some((one) => within(one, path.normalize(folder)))) return outside(folder, own);
  const real = realOf(folder);
  if (real !== null && !own.some((one) => within(realOf(one) ?? one, real))) return outside(folder, own);
  return ok(path.normalize(folder));
};

const within = (root: string, folder: string): boolean => folder === root || folder.startsWith(`${root}${path.sep}`);

/** Null: it is not there. */
const realOf = (folder: string): string | null => {
  try {
    return realpathSync(folder);
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null;
    throw fault;
  }
};

const outside = (folder: string, own: readonly string[]) =>
  problem(
    'folder-outside',
    `${folder} is not a folder of this company that may be looked into.`,
    `Use ${own.join(' or ')}, or a folder within. The operator allows further places with LOCKSTEP_INBOX.`,
    { allowed: own },
  );
