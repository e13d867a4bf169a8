/** One command from its words to its exit code. */
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Door } from '../../local/door.ts';
import { inboxRootsIn } from '../../settings.ts';
import { openDoor } from '../../local/open.ts';
import { outcomeOf } from '../problem-status.ts';
import type { Action, Said } from './actions/action.ts';
import { ask } from './actions/ask.ts';
import { plainly } from './actions/calls.ts';
import { decide } from './actions/decide.ts';
import { doctor } from './actions/doctor.ts';
import { exportAll } from './actions/export.ts';
import { home } from './actions/home.ts';
import { importFiles } from './actions/import.ts';
import { history, loads, names } from './actions/named.ts';
import { restore } from './actions/restore.ts';
import { chart, rejects, report } from './actions/save.ts';
import { start } from './actions/start.ts';
import type { Command } from './command.ts';
import { chooseCompany } from './company.ts';
import { dataFolder } from './data-folder.ts';
import { withFiles } from './files.ts';
import { helpFor, helpForAll } from './help.ts';
import { inputOf } from './input.ts';
import { progressLine } from './progress.ts';
import { problemText } from './say.ts';
import type { Terminal } from './terminal.ts';
import { readTyped, type Typed } from './usage.ts';

const ACTIONS: { readonly [command: string]: Action } = {
  ask,
  chart,
  decide,
  doctor,
  export: exportAll,
  history,
  home,
  import: importFiles,
  loads,
  names,
  rejects,
  report,
};
const OWN: ReadonlySet<string> = new Set(['list', 'out']);

/** Runs `lockstep ARGV` and answers with its exit code. What breaks is told as a defect, with where. */
export const lockstep = async (argv: readonly string[], terminal: Terminal, version: string): Promise<number> => {
  try {
    return await ranAs(argv, terminal, version);
  } catch (fault) {
    const { message, stack } = fault as Error;
    return failed(
      {
        code: 'defect',
        text: `Something broke in Lockstep itself: ${message}`,
        todo: 'lockstep doctor says whether the data are sound. Please report this.',
        detail: { stack },
      },
      argv.includes('--json'),
      terminal,
    );
  }
};

const ranAs = async (argv: readonly string[], terminal: Terminal, version: string): Promise<number> => {
  const json = argv.includes('--json');
  const typed = readTyped(argv);
  if (!typed.ok) return failed(typed.refusal, json, terminal);
  const { command, values } = typed.value;
  const tell = (value: unknown, text: string): void =>
    terminal.out(json ? `${JSON.stringify(value, null, 2)}\n` : text.endsWith('\n') ? text : `${text}\n`);
  if (values['version'] === true) {
    tell({ version }, version);
    return 0;
  }
  if (!command || values['help'] === true) {
    const text = command ? helpFor(command) : helpForAll(version);
    tell({ help: text }, text);
    return 0;
  }
  const folder = await dataFolder(command, values, terminal);
  if (!folder.ok) return failed(folder.refusal, json, terminal);
  const { path: at, leave } = folder.value;
  if (command.name === 'start') return start(at, terminal);
  const said = await finallyAfter(performed(command, typed.value, { folder: at, version, json, terminal }), leave);
  if (!said.ok) return failed(said.refusal, json, terminal);
  const { value, text, exit = 0 } = said.value;
  if (text !== null) tell(value, text);
  return exit;
};

const finallyAfter = async <T>(work: Promise<T>, leave: () => Promise<void>): Promise<T> => {
  try {
    return await work;
  } finally {
    await leave();
  }
};

type Place = { readonly folder: string; readonly version: string; readonly json: boolean; readonly terminal: Terminal };

const performed = async (command: Command, { values, company }: Typed, place: Place): Promise<Result<Said, Problem>> => {
  const { terminal, json } = place;
  const typed = await inputOf(command, values, terminal);
  if (!typed.ok) return typed;
  const progress = progressLine(terminal, values['progress'] === true);
  if (command.name === 'restore')
    return restore({ folder: place.folder, onProgress: progress.show }, typed.value, company, terminal).finally(progress.end);
  const door = await openDoor({
    folder: place.folder,
    version: place.version,
    publicUrl: addressFrom(terminal.env),
    mails: Boolean(terminal.env.LOCKSTEP_SMTP_URL),
    inboxRoots: inboxRootsIn(terminal.env),
    onProgress: progress.show,
  });
  if (!door.ok) return door;
  try {
    const input = await completed(door.value, command, typed.value, company, terminal);
    if (!input.ok) return input;
    const extra = Object.fromEntries(Object.entries(input.value).filter(([name]) => OWN.has(name)));
    const rest = Object.fromEntries(Object.entries(input.value).filter(([name]) => !OWN.has(name)));
    return await (ACTIONS[command.name] ?? plainly)({ command, door: door.value, input: rest, extra, json, terminal });
  } finally {
    progress.end();
    await door.value.close();
  }
};

/** Where the server is reached when it runs, as its own settings have it. */
const addressFrom = ({ LOCKSTEP_URL, PORT }: Terminal['env']): string => LOCKSTEP_URL || `http://localhost:${PORT || '4000'}`;

type Input = { readonly [name: string]: unknown };

/** Adds the company and hands over the files. */
const completed = async (
  door: Door,
  command: Command,
  input: Input,
  said: string | null,
  terminal: Terminal,
): Promise<Result<Input, Problem>> => {
  const company = await chooseCompany(door, command, said);
  // The questions can be named without a company; what one can cut by then stays out.
  if (!company.ok && input['list'] === true && said === null) return ok(input);
  if (!company.ok) return company;
  return withFiles(door, command, { ...input, ...company.value }, terminal);
};

const failed = (refusal: Problem, json: boolean, terminal: Terminal): number => {
  terminal.err(json ? `${JSON.stringify({ error: refusal }, null, 2)}\n` : `${problemText(refusal)}\n`);
  return outcomeOf(refusal.code).exit;
};
