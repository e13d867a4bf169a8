/** What may be typed: commands by the names they have over HTTP, help from the contract, the nearest word for a wrong one. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, test } from 'node:test';
import { contract } from '../../src/server/contract/contract.ts';
import { COMMANDS } from '../../src/server/doors/cli/command.ts';
import { nearest } from '../../src/server/doors/cli/nearest.ts';
import { readTyped } from '../../src/server/doors/cli/usage.ts';
import { openShell } from './shell.ts';

const shell = openShell();
after(shell.end);

const typed = (...argv: string[]) => {
  const read = readTyped(argv);
  if (!read.ok) throw new Error(`${read.refusal.code}: ${read.refusal.text}`);
  return {
    command: read.value.command?.name,
    ...read.value.values,
    ...(read.value.company === null ? {} : { company: read.value.company }),
  };
};

test('--help names every command, and --help of each names its words and flags', async () => {
  const { out } = await shell.run('--help');
  for (const { name, places, flags } of COMMANDS) {
    ok(out.includes(`  ${name} `), `${name} is missing in --help`);
    const own = await shell.run(...name.split(' '), '--help');
    equal(own.code, 0);
    for (const { field } of places) ok(own.out.includes(field.name.toUpperCase()), `${name} does not explain ${field.name}`);
    for (const { flag } of flags) ok(own.out.includes(`--${flag}`), `${name} does not explain --${flag}`);
  }
});

test('every operation that a person at the terminal can call is a command of the same name', () => {
  const open = new Set([
    'health',
    'door',
    'claim-house',
    'sign-in',
    'sign-out',
    'change-password',
    'invitation',
    'join',
    'open-form',
    'file-request',
    'open-page',
    'page-withdraw',
    'page-answer',
    'page-ask-place',
    // At the machine that holds the folder one imports the file, or the folder, itself.
    'import-folder',
    'inbox take',
  ]);
  const names = new Set(COMMANDS.map(({ name }) => name));
  for (const name of Object.keys(contract)) if (!open.has(name)) ok(names.has(name), name);
});

test('help COMMAND, COMMAND --help and -h say the same', async () => {
  const [a, b, c] = [await shell.run('help', 'ask'), await shell.run('ask', '--help'), await shell.run('ask', '-h')];
  equal(a.out, b.out);
  equal(a.out, c.out);
});

test('--version prints the version, and as JSON one document', async () => {
  equal((await shell.run('--version')).out, '0.1.0\n');
  deepEqual((await shell.run('--version', '--json')).json(), { version: '0.1.0' });
});

test('words, flags and the company may stand in any order', () => {
  const wanted = { command: 'import', file: ['a.csv', 'b.csv'], yes: true, answers: ['x=1', 'y=2'], company: 'olist' };
  deepEqual(typed('import', 'a.csv', 'b.csv', '--yes', '--answer', 'x=1', '--answer=y=2', '--company', 'olist'), wanted);
  deepEqual(typed('--company', 'olist', 'import', '--yes', 'a.csv', '--answer', 'x=1', 'b.csv', '--answer', 'y=2'), wanted);
});

test('a command of two words is read whole', () =>
  deepEqual(typed('alias', 'confirm', 'opportunity.product', 'GTXPro', 'GTX Pro'), {
    command: 'alias confirm',
    field: 'opportunity.product',
    found: 'GTXPro',
    means: 'GTX Pro',
  }));

test('decide takes its file whether or not --json stands before it', () => {
  deepEqual(typed('decide', '--json', '-'), { command: 'decide', json: true, file: '-' });
  deepEqual(typed('decide', 'batch.json'), { command: 'decide', file: 'batch.json' });
});

const WRONG: readonly (readonly [argv: readonly string[], code: string, says: RegExp])[] = [
  [['aks', 'funnel'], 'unknown-command', /Did you mean ask\?/],
  [['alias'], 'unknown-command', /alias confirm or alias revoke/],
  [['ask', 'funnel', '--sinse', '2018-01-01'], 'unknown-flag', /Did you mean --since\?/],
  [['--josn'], 'unknown-flag', /Did you mean --json\?/],
  [['revert'], 'missing-word', /N is missing/],
  [['loads', 'now'], 'too-many-words', /"now"/],
  [['ask', 'funnel', '--since', '--until', '2018-01-01'], 'bad-flag', /--since wants a value/],
  [['import', 'a.csv', '--yes=no'], 'bad-flag', /takes no value/],
  [['import', 'a.csv', '--answer', 'dmy', '--company', 'x'], 'bad-flag', /id=option/],
  [['company', 'add', 'X', '--fiscal', '{'], 'bad-json', /no JSON/],
];
for (const [argv, code, says] of WRONG) {
  test(`lockstep ${argv.join(' ')} is refused as ${code}, with 2`, async () => {
    const { code: exit, out, err } = await shell.run(...argv);
    deepEqual([exit, out], [2, '']);
    match(err, says);
    const asJson = await shell.run(...argv, '--json');
    equal(asJson.out, '');
    equal(asJson.problem().code, code);
  });
}

test('the nearest word is one that begins so, or has few letters otherwise', () => {
  deepEqual(nearest('reve', ['revert', 'rejects']), ['revert']);
  deepEqual(nearest('laods', ['loads', 'held']), ['loads']);
  deepEqual(nearest('xyz', ['loads', 'held']), []);
});
