/** Mappings kept under a name: rows of the company, used again for files with the same columns. */
import type { Mapping } from '../../../facts/import/mapping.ts';
import type { Instant } from '../../../kernel/zone.ts';
import type { CompanyRoom } from '../../house/room.ts';

/** Saved mappings, each carrying its name. */
export const savedMappings = ({ store }: CompanyRoom): readonly Mapping[] =>
  store.mappings().map(({ name, json }) => ({ ...(json as Mapping), name }));

/** Keeps a mapping under its name; one that stood under it before is replaced. */
export const saveMapping = ({ store }: CompanyRoom, mapping: Mapping & { readonly name: string }, at: Instant): void =>
  store.saveMapping({ name: mapping.name, headers: mapping.headers, json: mapping, savedAt: at });
