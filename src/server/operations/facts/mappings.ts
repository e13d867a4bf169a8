/** Mappings kept under a name, with when they were saved. */
import type { Mapping } from '../../../facts/import/mapping.ts';
import { ok } from '../../../kernel/result.ts';
import type { Run } from '../operation.ts';

export const mappings: Run<'mappings'> = async ({ house }, { company }) => {
  const room = house.company(company);
  if (!room.ok) return room;
  return ok({ mappings: room.value.store.mappings().map(({ name, savedAt, json }) => ({ name, savedAt, mapping: json as Mapping })) });
};
