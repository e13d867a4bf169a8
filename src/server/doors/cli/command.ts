/** Command: what may be typed. Operations by the names they have over HTTP, and the few that only a terminal has. */
import { contract } from '../../contract/contract.ts';
import type { Name } from '../../operations/operation.ts';
import { fieldsOf, type Field } from './field.ts';

export type Place = { readonly field: Field; readonly many: boolean };

export type Command = {
  readonly name: string;
  readonly summary: string;
  /** The operation behind it; null for what only the command line does. */
  readonly operation: Name | null;
  /** True where it is about one company. */
  readonly company: 'needed' | 'optional' | 'none';
  readonly places: readonly Place[];
  readonly flags: readonly Field[];
};

/** Nobody signs in at a terminal: who holds the data folder is the operator. */
const NOT_HERE: ReadonlySet<string> = new Set([
  'health',
  'door',
  'me',
  'claim-house',
  'sign-in',
  'sign-out',
  'change-password',
  'invitation',
  'join',
  'join-company',
  'open-form',
  'file-request',
  'open-page',
  'page-withdraw',
  'page-answer',
  'page-ask-place',
  // `import FOLDER` plans and loads.
  'import-folder',
  // A person at the machine that holds the folder imports the file itself.
  'inbox take',
]);

const own = (name: string, kind: Field['kind'], summary: string): Field => ({
  name,
  flag: name,
  kind,
  number: false,
  required: false,
  choices: [],
  default: undefined,
  summary,
});

/** Flags that only the command line has. */
const EXTRA: { readonly [command: string]: readonly Field[] } = {
  ask: [own('list', 'switch', 'Name the questions there are, and what one can cut by')],
  chart: [own('out', 'one', 'File to write the picture to')],
  rejects: [own('out', 'one', 'File to write the rows to')],
  report: [own('out', 'one', 'File to write the report to; a PDF goes to a file named after its period where none is named')],
};

/** Flags that every command has. */
export const GLOBAL: readonly Field[] = [
  own('data', 'one', 'Data folder (default: LOCKSTEP_DATA, else ./data)'),
  own('json', 'switch', 'Print one JSON document and nothing else'),
  own('progress', 'switch', 'Tell on stderr how far long work has come, also where that is no terminal'),
  own('help', 'switch', 'This text'),
  own('version', 'switch', 'The version'),
];

const START: Command = {
  name: 'start',
  summary: 'Start the server on this data folder',
  operation: null,
  company: 'none',
  places: [],
  flags: [],
};

const commandOf = (name: Name): Command => {
  const { summary, input, places = [] } = contract[name];
  const fields = fieldsOf(input);
  const inPlace = places.map((place) => ({
    field: fields.find((field) => field.name === place.replace('…', ''))!,
    many: place.endsWith('…'),
  }));
  const company = fields.find((field) => field.name === 'company');
  return {
    name,
    summary,
    operation: name,
    company: company ? (company.required ? 'needed' : 'optional') : 'none',
    places: inPlace,
    flags: [
      ...fields.filter((field) => field.name !== 'company' && field.name !== 'foundAs' && !inPlace.some((place) => place.field === field)),
      ...(EXTRA[name] ?? []),
    ],
  };
};

/** `decide` takes its batch from a file, whole. */
const DECIDE: Partial<Command> = {
  places: [
    {
      field: {
        ...own('file', 'one', 'File with the batch: a list of commands, or { commands, notes, people }; - reads it from stdin'),
        required: true,
      },
      many: false,
    },
  ],
  flags: [],
};

/** Every command, by name. */
export const COMMANDS: readonly Command[] = [
  START,
  ...(Object.keys(contract) as Name[])
    .filter((name) => !NOT_HERE.has(name))
    .map((name) => (name === 'decide' ? { ...commandOf(name), ...DECIDE } : commandOf(name))),
];
