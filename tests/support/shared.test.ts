/** Absent, the shared folder is skipped aloud; where CI is set, its absence fails. */
import { equal, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const door = path.join(import.meta.dirname, 'shared.ts');
const code = `
  import { describe, test } from 'node:test';
  const { describeShared, shared, testShared } = await import(${JSON.stringify(door)});
  testShared('one', () => console.log('read ' + shared('data')));
  describeShared('many', () => test('inner', () => console.log('read more')));`;

const ran = (env: { readonly [name: string]: string }) => {
  const { NODE_TEST_CONTEXT: _, CI: __, ...rest } = process.env;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    env: { ...rest, ...env },
    encoding: 'utf8',
  });
  return { status, stdout };
};

test('where the folder is there, tests read it', () => {
  const { status, stdout } = ran({ LOCKSTEP_SHARED: tmpdir(), CI: 'true' });
  equal(status, 0);
  match(stdout, new RegExp(`read ${path.join(tmpdir(), 'data')}`));
  match(stdout, /read more/);
});

test('where it is absent, tests are skipped and say why', () => {
  const { status, stdout } = ran({ LOCKSTEP_SHARED: '/nowhere/at/all' });
  equal(status, 0);
  match(stdout, /the shared folder is not at/);
  match(stdout, /skipped 2/);
});

test('where it is absent and CI is set, they fail', () => {
  const { status, stdout } = ran({ LOCKSTEP_SHARED: '/nowhere/at/all', CI: 'true' });
  equal(status, 1);
  match(stdout, /fail 2/);
});
