/** Operations on files, loads and names. */
import type { Operations } from '../operation.ts';
import { aliasConfirm } from './alias-confirm.ts';
import { aliasRevoke } from './alias-revoke.ts';
import { conflicts } from './conflicts.ts';
import { held } from './held.ts';
import { importFiles } from './import.ts';
import { inbox, inboxLook, inboxSet, inboxTake } from './inbox.ts';
import { importFolder } from './import-folder.ts';
import { importPlan } from './import-plan.ts';
import { importPreview } from './import-preview.ts';
import { loads } from './loads.ts';
import { mappings } from './mappings.ts';
import { mend } from './mend.ts';
import { names } from './names.ts';
import { rejects } from './rejects.ts';
import { revert } from './revert.ts';
import { linkBuild, linkCheck } from './links.ts';
import { sourceAdd, sourceCount, sourceKey, sourceRefused, sourceRevoke, sources } from './sources.ts';

export const factsOperations = {
  'import-preview': importPreview,
  import: importFiles,
  'import-plan': importPlan,
  'import-folder': importFolder,
  inbox,
  'inbox set': inboxSet,
  'inbox look': inboxLook,
  'inbox take': inboxTake,
  loads,
  revert,
  held,
  rejects,
  mend,
  conflicts,
  mappings,
  names,
  'alias confirm': aliasConfirm,
  'alias revoke': aliasRevoke,
  'link build': linkBuild,
  'link check': linkCheck,
  sources,
  'source add': sourceAdd,
  'source key': sourceKey,
  'source refused': sourceRefused,
  'source revoke': sourceRevoke,
  'source count': sourceCount,
} satisfies Partial<Operations>;
