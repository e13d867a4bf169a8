/** Operations of frozen numbers. */
import type { Operations } from '../operation.ts';
import { publication } from './publication.ts';
import { publications } from './publications.ts';
import { publish, publishPreview } from './publish.ts';
import { report } from './report.ts';

export const publishedOperations = {
  publications,
  publication,
  'publish-preview': publishPreview,
  publish,
  report,
} satisfies Partial<Operations>;
