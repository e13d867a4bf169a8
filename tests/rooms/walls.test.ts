/** Plants one offence for each wall of .dependency-cruiser.mjs and expects exactly those complaints, each at its file. */
import { deepEqual, ok } from 'node:assert/strict';
import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import config from '../../.dependency-cruiser.mjs';
import { judged } from '../../scripts/checks/judge.mjs';
import { rooms } from '../../scripts/checks/rooms.mjs';
import { importing, SOUND, withTree, type Files } from './tree.ts';

const AREAS = [
  'company',
  'strategy',
  'audience',
  'guidepoint',
  'capacity',
  'blueprint',
  'intake',
  'backlog',
  'campaign',
  'measurement',
  'agreements',
  'workshop',
];

/** What is planted: the file, its text, and the walls that it breaks. */
const OFFENCES: readonly (readonly [file: string, text: string, ...walls: string[]])[] = [
  ['src/kernel/up.ts', importing('../models/mean.ts'), 'kernel-sees-only-below'],
  ['src/kernel/shape.ts', `import type { open } from '../store/journal.ts';\nexport type Shape = typeof open;\n`, 'kernel-sees-only-below'],
  ['src/models/refusal.ts', importing('../domain/decide.ts'), 'models-sees-only-below'],
  ['src/domain/estimate.ts', importing('../models/mean.ts'), 'domain-sees-only-below'],
  ['src/views/rows.ts', importing('../store/journal.ts'), 'views-sees-only-below'],
  ['src/charts/raw.ts', importing('../models/mean.ts'), 'charts-sees-only-below'],
  ['src/store/sums.ts', importing('../facts/engine.ts'), 'store-sees-only-below'],
  ['src/facts/log.ts', importing('../store/journal.ts'), 'facts-sees-only-below'],
  ['src/demo/screen.ts', importing('../views/thread.ts'), 'demo-sees-only-below'],
  ['src/server/page.ts', `export const page = () => import('../web/main.tsx');\n`, 'server-sees-only-below'],
  ['src/server/prop.ts', importing('../../tests/support/seen.ts'), 'server-sees-only-below'],
  [
    'src/web/shortcut.tsx',
    `import { one } from '../server/operations/ask.ts';\n\nexport const Shortcut = () => <p>{one}</p>;\n`,
    'web-sees-only-below',
  ],
  ...AREAS.slice(0, -1).map((area, place) => {
    const right = AREAS[place + 1] ?? '';
    return [`src/domain/${area}/right.ts`, importing(`../${right}/${right}.ts`), `${area}-looks-left`] as const;
  }),
  ['src/domain/way.ts', importing('./agreements/agreements.ts')],
  ['src/domain/campaign/around.ts', importing('../way.ts'), 'campaign-looks-left'],
  ['src/domain/workshop/all.ts', importing('../book.ts'), 'areas-know-no-book'],
  ['src/models/file.ts', `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n`, 'pure-rooms-import-no-io'],
  ['src/domain/schema.ts', `import { z } from 'zod';\nexport const schema = z.number();\n`, 'pure-rooms-import-no-io', 'zod-stays-home'],
  ['src/kernel/zone.ts', `import { hostname } from 'node:os';\nexport const one = hostname().length;\n`, 'zone-imports-temporal-alone'],
  ['src/charts/disk.ts', `import { writeFileSync } from 'node:fs';\nexport const write = writeFileSync;\n`, 'charts-import-d3-alone'],
  ['src/facts/schema.ts', `import { z } from 'zod';\nexport const schema = z.number();\n`, 'zod-stays-home'],
  ['src/store/web.ts', `import { Hono } from 'hono';\nexport const app = new Hono();\n`, 'hono-stays-home'],
  ['src/server/sql.ts', `export { DatabaseSync } from 'node:sqlite';\n`, 'sqlite-stays-home'],
  ['src/server/duck.ts', `export { DuckDBInstance } from '@duckdb/node-api';\n`, 'duckdb-stays-home'],
  ['src/web/axis.ts', `export { scaleLinear } from 'd3-scale';\n`, 'd3-stays-home'],
  ['src/server/html.ts', `export { createElement } from 'react';\n`, 'react-stays-home', 'product-needs-no-dev-package'],
  ['src/server/clock.ts', `export { Temporal } from 'temporal-polyfill';\n`, 'temporal-stays-home'],
  ['src/server/peek.ts', importing('../demo/truth.ts'), 'truth-is-for-the-generator'],
  ['src/server/contract/heavy.ts', importing('../operations/ask.ts'), 'contract-stays-light'],
  ['src/server/operations/door.ts', importing('../doors/cli/main.ts'), 'operations-know-no-door'],
  ['src/server/proof.ts', `export * from '../models/mean.test.ts';\n`, 'product-imports-no-test'],
  ['src/server/chance.ts', `export { integer } from 'fast-check';\n`, 'product-needs-no-dev-package'],
  ['src/server/lost.ts', importing('./nowhere.ts'), 'everything-resolves'],
  ['src/facts/egg.ts', importing('./hen.ts'), 'no-circles'],
  ['src/facts/hen.ts', importing('./egg.ts')], // a circle is told once
  ['src/facts/alone.ts', importing(), 'no-orphans'],
];

const planted: Files = { ...SOUND, ...Object.fromEntries(OFFENCES.map(([file, text]) => [file, text])) };

test('ten rooms in which every allowed arrow is drawn break no wall', async () => {
  const { problems, looked } = await withTree(SOUND, (root) => judged(rooms, root));
  deepEqual(problems, []);
  deepEqual(looked, Object.keys(SOUND).filter((file) => /\.tsx?$/.test(file)).length);
});

test('each planted offence is told by its wall, at its file, and nothing else is', async () => {
  const { problems } = await withTree(planted, (root) => judged(rooms, root));
  const told = problems.map((problem) => problem.split(' → ')[0] ?? '');
  const expected = OFFENCES.flatMap(([file, , ...walls]) => walls.map((wall) => `${wall}: ${file}`));
  deepEqual([...new Set(told)].toSorted(), expected.toSorted());
});

test('every wall there is has an offence planted against it', () => {
  const walls = config.forbidden?.map(({ name }) => name) ?? [];
  ok(walls.length > 30);
  deepEqual(
    walls.filter((wall) => !OFFENCES.some(([, , ...broken]) => broken.includes(wall ?? ''))),
    [],
  );
});

test('a reader that passes over files fails, file by file', async () => {
  const blind = `import config from './rules.mjs';\nexport default { ...config, options: { ...config.options, exclude: { path: '.' } } };\n`;
  const { problems } = await withTree(SOUND, (root) => {
    renameSync(path.join(root, '.dependency-cruiser.mjs'), path.join(root, 'rules.mjs'));
    writeFileSync(path.join(root, '.dependency-cruiser.mjs'), blind);
    return judged(rooms, root);
  });
  ok(problems.includes('looked at nothing'));
  ok(problems.includes('src/kernel/number.ts: not cruised'));
});

test('a house without files fails', async () => {
  const { problems } = await withTree({ 'src/kernel/empty.txt': '' }, (root) => judged(rooms, root));
  deepEqual(problems, ['looked at nothing']);
});
