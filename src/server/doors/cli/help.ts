/** Help: what may be typed, written from the contract. */
import { COMMANDS, type Command } from './command.ts';
import type { Field } from './field.ts';
import { flagsOf, wordsOf } from './usage.ts';

/** The order in which a newcomer meets them; whatever is not named here stands at the end. */
const CHAPTERS: readonly (readonly [string, readonly string[]])[] = [
  ['First steps', ['start', 'demo', 'company add', 'companies']],
  [
    'Files in',
    [
      'import',
      'import-preview',
      'loads',
      'held',
      'rejects',
      'mend',
      'revert',
      'conflicts',
      'mappings',
      'names',
      'stages',
      'identity review',
      'identity moves',
      'identity merge',
      'identity apart',
      'identity undo',
      'person',
      'person erase',
      'account',
      'alias confirm',
      'alias revoke',
    ],
  ],
  ['Numbers out', ['ask', 'questions', 'home', 'thread', 'deals', 'deal', 'rows', 'chart']],
  ['Frozen numbers', ['publications', 'publication', 'publish-preview', 'publish', 'report']],
  ['What the plan rests on', ['forecast', 'capacity', 'budget']],
  ['What was decided', ['book', 'decide', 'history']],
  ['Care', ['doctor', 'backup', 'restore', 'export', 'password', 'audit']],
];

const EXITS = `Exit codes: 0 done · 1 Lockstep broke · 2 not understood · 3 not signed in · 4 not allowed · 5 not there · 6 refused
7 stands otherwise already · 8 try later · 9 doctor found something wrong · 10 and more: the folder or the port cannot be had`;

/** All commands, one line each. */
export const helpForAll = (version: string): string => {
  const chaptered = new Set(CHAPTERS.flatMap(([, names]) => names));
  const rest = COMMANDS.filter((c) => !chaptered.has(c.name)).map((c) => c.name);
  const width = Math.max(...COMMANDS.map((c) => c.name.length));
  const line = (name: string): string[] => COMMANDS.filter((c) => c.name === name).map((c) => `  ${c.name.padEnd(width)}  ${c.summary}`);
  const chapters = [...CHAPTERS, ['People and the rest', rest] as const].map(([title, names]) =>
    [`${title}:`, ...names.flatMap(line)].join('\n'),
  );
  return [
    `Lockstep ${version}: outcome-based marketing on one thread, from the objective to closed revenue and back.`,
    'Usage: lockstep COMMAND [words] [flags]',
    ...chapters,
    `For every command:\n${flagLines(flagsOf(null))}\n\nlockstep COMMAND --help says what a command takes.\n\n${EXITS}`,
  ].join('\n\n');
};

/** One command: its words and flags. */
export const helpFor = (command: Command): string => {
  const flags = flagsOf(command);
  const own = flags.filter((f) => command.flags.includes(f) || f.name === 'company');
  const places = command.places.map(({ field }) => `  ${field.name.toUpperCase().padEnd(12)}${summaryOf(field)}`);
  return [
    `lockstep ${command.name} ${[wordsOf(command), '[flags]'].filter((x) => x !== '').join(' ')}`,
    `${command.summary}.`,
    ...(places.length > 0 ? [`Words:\n${places.join('\n')}`] : []),
    ...(own.length > 0 ? [`Flags:\n${flagLines(own)}`] : []),
    `Also:\n${flagLines(flags.filter((f) => !own.includes(f)))}`,
  ].join('\n\n');
};

const flagLines = (flags: readonly Field[]): string => {
  const typed = flags.map((f) => `--${f.flag}${VALUE[f.kind](f)}`);
  const width = Math.min(30, Math.max(...typed.map((t) => t.length)));
  return flags.map((f, i) => `  ${typed[i]!.padEnd(width)}  ${summaryOf(f)}`.trimEnd()).join('\n');
};

const VALUE: { readonly [K in Field['kind']]: (field: Field) => string } = {
  switch: () => '',
  one: (f) => (f.number ? ' N' : ' VALUE'),
  many: () => ' VALUE …',
  pairs: () => ' ID=OPTION …',
  json: () => ' JSON|@FILE',
};

const summaryOf = ({ summary, choices, default: otherwise, kind }: Field): string => {
  const said = typeof otherwise === 'string' || typeof otherwise === 'number' ? `default: ${otherwise}` : '';
  const notes = [choices.join(', '), kind === 'switch' ? '' : said].filter((note) => note !== '').join('; ');
  return [summary, notes === '' ? '' : summary === '' ? notes : `(${notes})`].filter((part) => part !== '').join(' ');
};
