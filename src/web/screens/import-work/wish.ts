import type { Input } from '../../state/api.ts';

/** What a person says beside the file. */
export type WorkWish = Omit<Input<'import-work'>, 'company' | 'file' | 'lines' | 'dryRun' | 'yes'>;
