import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { nameWords, type NamedOn } from './name-changes.ts';

const change = (did: NamedOn['did'], alias: string, on: string): NamedOn => ({ did, alias, on });

test('a campaign that is counted as it was frozen has nothing to say', () => deepEqual(nameWords([], '2026-04-01'), []));
test('names that were added after the start stand beside the count, and so do those that were taken away again', () => {
  deepEqual(nameWords([change('added', 'wave 1 EN', '2026-03-03')], '2026-04-01'), [
    'Counted under one more name than when its criteria were frozen: “wave 1 EN” since 3 Mar.',
  ]);
  deepEqual(
    nameWords([change('added', 'a', '2026-03-03'), change('added', 'b', '2026-03-04'), change('removed', 'a', '2026-03-05')], '2026-04-01'),
    [
      'Counted under one more name than when its criteria were frozen: “b” since 4 Mar.',
      'For a time it was counted under one more name, not any more: “a” since 5 Mar.',
    ],
  );
});
