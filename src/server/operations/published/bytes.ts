/** A pack as bytes: canonical JSON, and the SHA-256 that names it. */
import { packSha256 } from '../../../store/company/packs.ts';
import type { Pack } from '../../../views/published/pack.ts';
import { canonical } from '../care/canonical.ts';

export const bytesOf = (pack: Pack): { readonly json: string; readonly sha256: string } => {
  const json = canonical(pack);
  return { json, sha256: packSha256(json) };
};
