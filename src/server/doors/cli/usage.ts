/** Usage: what was typed, understood, or refused with the nearest thing that would have been right. */
import { parseArgs } from 'node:util';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import { COMMANDS, GLOBAL, type Command } from './command.ts';
import type { Field } from './field.ts';
import { nearest } from './nearest.ts';

export type Typed = {
  /** null where only a global flag was given, or nothing. */
  readonly command: Command | null;
  /** Values by the name of the input. */
  readonly values: { readonly [name: string]: string | boolean | readonly string[] };
  readonly company: string | null;
};

const COMPANY: Field = {
  name: 'company',
  flag: 'company',
  kind: 'one',
  number: false,
  required: false,
  choices: [],
  default: undefined,
  summary: 'Company, by its short name or its name; may be left out where there is only one',
};

/** Every flag a command takes, global ones last. */
export const flagsOf = (command: Command | null): readonly Field[] => [
  ...(command?.flags ?? []),
  ...(command && command.company === 'none' ? [] : [COMPANY]),
  ...GLOBAL,
];

/** Understands the words after `lockstep`. */
export const readTyped = (argv: readonly string[]): Result<Typed, Problem> => {
  const found = commandIn(argv);
  if (!found.ok) return found;
  const { command, rest } = found.value;
  const flags = flagsOf(command);
  const { tokens } = parseArgs({
    args: [...rest],
    options: Object.fromEntries(
      flags.map((f) => [f.flag, { type: f.kind === 'switch' ? 'boolean' : 'string', ...(f.name === 'help' && { short: 'h' }) }]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values: Record<string, string | boolean | string[]> = {};
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = flags.find((f) => f.flag === token.name);
    if (!flag) return unknownFlag(token.rawName, command, flags);
    const value = valueOf(flag, token.value, token.inlineValue === true);
    if (!value.ok) return value;
    if (flag.kind === 'many' || flag.kind === 'pairs')
      values[flag.name] = [...((values[flag.name] as string[] | undefined) ?? []), value.value as string];
    else values[flag.name] = value.value;
  }
  const { company, ...others } = values;
  const placed = place(command, words, values['help'] === true || values['version'] === true || values['list'] === true);
  if (!placed.ok) return placed;
  return ok({ command, values: { ...others, ...placed.value }, company: typeof company === 'string' ? company : null });
};

type Found = { readonly command: Command | null; readonly rest: readonly string[] };

const named = (name: string): Command | undefined => COMMANDS.find((c) => c.name === name);

/** The first one or two words that are no flags name the command; what is left are its own words. */
const commandIn = (argv: readonly string[]): Result<Found, Problem> => {
  const takesValue = new Set([...GLOBAL.filter((f) => f.kind !== 'switch').map((f) => `--${f.flag}`), '--company']);
  const first = argv.findIndex((word, i) => !word.startsWith('-') && !takesValue.has(argv[i - 1] ?? ''));
  if (first < 0) return ok({ command: null, rest: argv });
  const [one = '', two = ''] = argv.slice(first, first + 2);
  const without = (words: number): string[] => [...argv.slice(0, first), ...argv.slice(first + words)];
  if (one === 'help')
    return two === '' || two.startsWith('-')
      ? ok({ command: null, rest: [...without(1), '--help'] })
      : commandIn([...argv.slice(first + 1), '--help']);
  const double = named(`${one} ${two}`);
  if (double) return ok({ command: double, rest: without(2) });
  const single = named(one);
  if (single) return ok({ command: single, rest: without(1) });
  const family = COMMANDS.filter((c) => c.name.startsWith(`${one} `)).map((c) => c.name);
  if (family.length > 0)
    return problem(
      'unknown-command',
      `"${one}" wants one more word: ${family.join(' or ')}.`,
      `lockstep ${family[0]} --help says what it takes.`,
      { choices: family },
    );
  const meant = nearest(
    one,
    COMMANDS.map((c) => c.name),
  );
  return problem(
    'unknown-command',
    `There is no command "${one}".${meant.length > 0 ? ` Did you mean ${meant.join(' or ')}?` : ''}`,
    'lockstep --help lists them.',
    { choices: meant },
  );
};

const unknownFlag = (raw: string, command: Command | null, flags: readonly Field[]): Result<never, Problem> => {
  const meant = nearest(
    raw.replace(/^-+/, ''),
    flags.map((f) => f.flag),
  ).map((flag) => `--${flag}`);
  const whose = command ? `lockstep ${command.name}` : 'lockstep';
  return problem(
    'unknown-flag',
    `${whose} has no flag ${raw}.${meant.length > 0 ? ` Did you mean ${meant.join(' or ')}?` : ''}`,
    `${whose} --help lists them.`,
    { choices: meant },
  );
};

const valueOf = (flag: Field, value: string | undefined, inline: boolean): Result<string | boolean, Problem> => {
  if (flag.kind === 'switch')
    return inline && value !== undefined
      ? problem('bad-flag', `--${flag.flag} is said or not; it takes no value.`, `Write --${flag.flag} alone.`)
      : ok(true);
  if (value === undefined || (!inline && value.startsWith('--')))
    return problem(
      'bad-flag',
      `--${flag.flag} wants a value: ${flag.summary || flag.flag}.`,
      `Write --${flag.flag} VALUE; a value that begins with dashes is written --${flag.flag}=VALUE.`,
    );
  return ok(value);
};

/** Puts words into places, in order; the last place may take all that are left. */
const place = (
  command: Command | null,
  words: readonly string[],
  lenient: boolean,
): Result<{ readonly [name: string]: string | string[] }, Problem> => {
  const places = command?.places ?? [];
  const left = [...words];
  const placed: Record<string, string | string[]> = {};
  for (const { field, many } of places) {
    if (left.length === 0) {
      if (!field.required || lenient) continue;
      const how = `lockstep ${command?.name} ${wordsOf(command)}`;
      return problem(
        'missing-word',
        `${field.name.toUpperCase()} is missing: ${field.summary || `lockstep ${command?.name} needs it`}.`,
        `Write: ${how}`,
      );
    }
    placed[field.name] = many ? left.splice(0) : left.shift()!;
  }
  if (left.length > 0)
    return problem(
      'too-many-words',
      `lockstep ${command?.name ?? ''} does not know what to do with "${left[0]}".`,
      `Write: lockstep ${command?.name} ${wordsOf(command)}. A value with spaces stands in quotes.`,
    );
  return ok(placed);
};

/** NAME, FILE… or [N]: the places of a command as help shows them. */
export const wordsOf = (command: Command | null): string =>
  (command?.places ?? [])
    .map(({ field, many }) => {
      const word = `${field.name.toUpperCase()}${many ? '…' : ''}`;
      return field.required ? word : `[${word}]`;
    })
    .join(' ');
