/**
 * `npm run check`: everything that can be said about the code without running it.
 *
 * Each check is told on a line of its own. It fails when it found something wrong, and also when it looked at nothing:
 * several of these tools call an empty folder clean. `npm run check -- rooms laws` runs only those.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from './checks/format.mjs';
import { judged } from './checks/judge.mjs';
import { laws } from './checks/laws.mjs';
import { lint } from './checks/lint.mjs';
import { picture } from './checks/picture.mjs';
import { rooms } from './checks/rooms.mjs';
import { compiler } from './checks/compiler.mjs';
import { unused } from './checks/unused.mjs';

const CHECKS = [lint, compiler, rooms, laws, unused, format, picture];
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const asked = process.argv.slice(2);

const stray = asked.filter((name) => !CHECKS.some((check) => check.name === name));
if (stray.length > 0) {
  console.error(`There is no check called ${stray.join(', ')}. There are: ${CHECKS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

let failed = 0;
const chosen = CHECKS.filter(({ name }) => asked.length === 0 || asked.includes(name));
for (const check of chosen) {
  const began = performance.now();
  const { looked, at, note, problems } = await judged(check, root);
  if (problems.length > 0) failed += 1;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${problems.length > 0 ? '✖' : '✔'} ${check.name.padEnd(8)}${looked} ${at}${note ? `, ${note}` : ''} (${seconds} s)`);
  for (const problem of problems) console.log(`    ${problem}`);
}
console.log(failed > 0 ? `\n${failed} of ${chosen.length} checks failed` : `\nAll ${chosen.length} checks hold`);
process.exitCode = failed > 0 ? 1 : 0;
