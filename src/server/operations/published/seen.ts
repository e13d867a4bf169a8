/** What somebody of a role may see of a pack: invoices and prices of work are not for viewers (record 8), and returns rest on them. */
import type { Role } from '../../../domain/company/company.ts';
import type { Pack } from '../../../views/published/pack.ts';

const COSTED: ReadonlySet<string> = new Set(['roi', 'cac']);

export const seenBy = (role: Role, pack: Pack): Pack =>
  role === 'viewer' ? { ...pack, answers: pack.answers.filter(({ question }) => !COSTED.has(question)) } : pack;
