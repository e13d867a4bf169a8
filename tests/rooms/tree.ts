/** A small house of its own in a temporary folder, under the real rules: the place to plant offences in. */
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const repository = path.join(import.meta.dirname, '../..');
const RULES = ['package.json', 'knip.jsonc', 'tsconfig*.json', '.oxlintrc.json', '.oxfmtrc.json', '.dependency-cruiser.mjs'];

/** Files of a tree: path to text. */
export type Files = { readonly [file: string]: string };

/** Writes `files` under the repository's own rules and packages, lends the folder to `use`, and takes it away. */
export const withTree = async <T>(files: Files, use: (root: string) => Promise<T>): Promise<T> => {
  const root = mkdtempSync(path.join(tmpdir(), 'lockstep-rooms-'));
  try {
    for (const rule of globSync(RULES, { cwd: repository })) cpSync(path.join(repository, rule), path.join(root, rule));
    symlinkSync(path.join(repository, 'node_modules'), path.join(root, 'node_modules'));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    return await use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
};

/** A file that imports `from` and passes the linter and the compiler: `one` is whatever is imported by that name. */
export const importing = (...from: readonly string[]): string =>
  [
    ...from.map((module, i) => `import { one as one${i} } from '${module}';`),
    `export const one = ${from.length > 0 ? from.map((_, i) => `one${i}`).join(' + ') : 1};`,
    '',
  ].join('\n');

const areas = [
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

/** Ten rooms in which every arrow that may be there is there. No wall complains of it. */
export const SOUND: Files = {
  'src/kernel/number.ts': importing(),
  'src/kernel/zone.ts': `import { Temporal } from 'temporal-polyfill';\nexport const one = Temporal.Duration.from('PT1H').hours;\n`,
  'src/models/mean.ts': importing('../kernel/number.ts'),
  'src/models/mean.test.ts': `import { equal } from 'node:assert/strict';\nimport { test } from 'node:test';\nimport { one } from './mean.ts';\n\ntest('one is one', () => equal(one, 1));\n`,
  'src/domain/decider.ts': importing('../kernel/number.ts'),
  ...Object.fromEntries(
    areas.map((area, place) => [
      `src/domain/${area}/${area}.ts`,
      importing('../decider.ts', ...areas.slice(0, place).map((left) => `../${left}/${left}.ts`)),
    ]),
  ),
  'src/domain/book.ts': importing(...areas.map((area) => `./${area}/${area}.ts`)),
  'src/domain/decide.ts': importing('./book.ts'),
  'src/views/thread.ts': importing('../kernel/zone.ts', '../models/mean.ts', '../domain/decide.ts'),
  'src/charts/lines.ts': `import { scaleLinear } from 'd3-scale';\nimport { one as two } from '../kernel/number.ts';\nimport { one as three } from '../views/thread.ts';\n\nexport const one = scaleLinear()(two + three);\n`,
  'src/store/journal.ts': `import { DatabaseSync } from 'node:sqlite';\nimport { one as two } from '../kernel/number.ts';\n\nexport const one = two;\nexport const open = () => new DatabaseSync(':memory:');\n`,
  'src/facts/engine.ts': `import { DuckDBInstance } from '@duckdb/node-api';\nimport { one as two } from '../kernel/number.ts';\n\nexport const one = two;\nexport const open = () => DuckDBInstance.create();\n`,
  'src/demo/truth.ts': importing('../kernel/number.ts'),
  'src/demo/company.ts': importing('./truth.ts', '../domain/decide.ts'),
  'src/server/contract/ask.ts': `import { z } from 'zod';\nimport { one as two } from '../../domain/decide.ts';\n\nexport const one = z.number().parse(two);\n`,
  'src/server/operations/ask.ts': importing(
    '../contract/ask.ts',
    '../../models/mean.ts',
    '../../charts/lines.ts',
    '../../store/journal.ts',
    '../../facts/engine.ts',
  ),
  'src/server/doors/cli/main.ts': importing('../../operations/ask.ts'),
  'src/server/main.ts': importing(
    './operations/ask.ts',
    '../demo/company.ts',
    '../kernel/number.ts',
    '../views/thread.ts',
    '../domain/book.ts',
  ),
  'src/web/main.tsx': `import { StrictMode } from 'react';\nimport { one as two } from '../charts/lines.ts';\nimport { one as three } from '../server/contract/ask.ts';\nimport './main.css';\n\nexport const Main = () => (\n  <StrictMode>\n    {two} {three}\n  </StrictMode>\n);\n`,
  'src/web/main.css': 'body {\n  margin: 0;\n}\n',
  'tests/support/seen.ts': `export const one = 1;\n`,
  'tests/browser/truth.test.ts': `import { equal } from 'node:assert/strict';\nimport { test } from 'node:test';\nimport { one } from '../../src/demo/truth.ts';\nimport { one as seen } from '../support/seen.ts';\n\ntest('tests may read the truth', () => equal(one, seen));\n`,
};
