/**
 * House: what stands under one data folder. It holds the folder's lock, `lockstep.db`, and the companies,
 * each opened when somebody first asks for it.
 */
import type { Result } from '../../kernel/result.ts';
import type { HouseStore } from '../../store/house-store.ts';
import type { Problem } from '../contract/problem.ts';
import type { CompanyRoom } from './room.ts';

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
  /** Closes a company, so that its folder may be moved or replaced; opened again when asked for. */
  readonly closeCompany: (id: string) => Promise<void>;
  /** Where uploads lie until they are imported: `upload(id)` is the path and the name the sender gave; null for an unknown id. */
  readonly upload: (id: string) => { readonly path: string; readonly name: string } | null;
  readonly close: () => Promise<void>;
};
