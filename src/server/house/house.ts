/**
 * House: what stands under one data folder. It holds the folder's lock, `lockstep.db`, and the companies,
 * each opened when somebody first asks for it.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/zone.ts';
import { openHouseStore, type HouseStore } from '../../store/house-store.ts';
import { holdFolder } from '../../store/lock.ts';
import type { Problem } from '../contract/problem.ts';
import { noSuchCompany, problem } from './problems.ts';
import { openOffLoop, type OffLoop } from './off-loop.ts';
import { openRoom } from './open-room.ts';
import type { CompanyRoom } from './room.ts';
import { freeSlug } from './slug.ts';
import { openUploads, type Uploads } from './uploads.ts';

export type House = {
  /** Absolute path of the data folder. */
  readonly folder: string;
  /** Sign-ins, sessions, memberships, invitations, attempts, audit. */
  readonly store: HouseStore;
  /** Ids of all companies, in order. */
  readonly companies: () => readonly string[];
  readonly has: (company: string) => boolean;
  /** The company, opened; a Problem where there is none (`no-such-company`) or its journal cannot be read. */
  readonly company: (id: string) => Result<CompanyRoom, Problem>;
  /** An empty company with an id made of the name (`acme`, `acme-2`); nothing is decided in it yet. */
  readonly addCompany: (name: string) => Result<CompanyRoom, Problem>;
  /** Takes an empty company away again, after its founding was refused. Throws where something is decided in it. */
  readonly discardCompany: (id: string) => Promise<void>;
  /** Closes a company, so that its folder may be moved or replaced; opened again when asked for. */
  readonly closeCompany: (id: string) => Promise<void>;
  /** Files sent by browsers and programs, until they are imported. */
  readonly uploads: Uploads;
  /** Folders that companies may have looked into: `inbox` of the data folder, and those the operator allows. Absolute. */
  readonly inboxRoots: readonly string[];
  /** Workers for models that would hold up the event loop. */
  readonly offLoop: OffLoop;
  /** The upload of this id: its path and the name the sender gave; null for an unknown one. */
  readonly upload: (id: string) => { readonly path: string; readonly name: string } | null;
  /** Writes server.json for the command line; answers with the local operator's secret. */
  readonly announce: (url: string) => string;
  readonly close: () => Promise<void>;
};

const COMPANY_ID = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** Opens (or makes) the house in a data folder; refused where another process holds it or it cannot be written. */
export const openHouse = (
  folder: string,
  now: () => Instant,
  /** True where mail can be sent: letters are then written with the decisions they tell of. */
  mails = false,
  /** Further folders that companies may have looked into. */
  inboxRoots: readonly string[] = [],
): Result<House, Problem> => {
  const held = holdFolder(folder);
  if (!held.ok) return problem(held.refusal.code, held.refusal.text, undefined, held.refusal);
  const opened = openHouseStore(path.join(folder, 'lockstep.db'));
  if (!opened.ok) {
    held.value.release();
    return problem(opened.refusal.code, opened.refusal.text);
  }
  const store = opened.value;
  const root = path.join(folder, 'companies');
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const uploads = openUploads(path.join(folder, 'uploads'), now);
  const offLoop = openOffLoop();
  const rooms = new Map<string, CompanyRoom>();

  const folderOf = (id: string): string => path.join(root, id);
  const has = (id: string): boolean => COMPANY_ID.test(id) && existsSync(path.join(folderOf(id), 'company.db'));
  const remember = (id: string): void => {
    if (!store.companies.byId(id)) store.companies.add({ id, name: id, demo: false, addedAt: now() });
  };
  const open = (id: string): Result<CompanyRoom, Problem> => {
    const room = openRoom(id, folderOf(id), { mails });
    if (!room.ok) return room;
    rooms.set(id, room.value);
    remember(id);
    const copyName = (): void => {
      const company = room.value.book().company.get('company');
      if (company) store.companies.copy({ id, name: company.name, demo: company.demo });
    };
    copyName();
    room.value.subscribe((news) => {
      if (news.kind === 'landed' && news.landed.entries.some(({ event }) => event.type.startsWith('company/'))) copyName();
    });
    return room;
  };
  const closeCompany = async (id: string): Promise<void> => {
    const room = rooms.get(id);
    rooms.delete(id);
    await room?.close();
  };

  return ok({
    folder,
    store,
    companies: () => readdirSync(root).filter(has).toSorted(),
    has,
    company: (id) => {
      const room = rooms.get(id);
      if (room) return ok(room);
      return has(id) ? open(id) : noSuchCompany(id);
    },
    addCompany: (name) => {
      const id = freeSlug(name, (slug) => existsSync(folderOf(slug)));
      mkdirSync(folderOf(id), { recursive: true, mode: 0o700 });
      return open(id);
    },
    discardCompany: async (id) => {
      const room = rooms.get(id);
      if (!room || room.book().seq > 0) throw new Error(`${id} is not an empty company`);
      await closeCompany(id);
      store.companies.remove(id);
      rmSync(folderOf(id), { recursive: true, force: true });
    },
    closeCompany,
    uploads,
    inboxRoots: [path.resolve(folder, 'inbox'), ...inboxRoots],
    offLoop,
    upload: uploads.find,
    announce: (url) => held.value.announce(url).token,
    close: async () => {
      await offLoop.close();
      await Promise.all([...rooms.keys()].map(closeCompany));
      store.close();
      held.value.release();
    },
  });
};
