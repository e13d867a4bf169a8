/**
 * Verdicts of the demo company, counted as they would have been: where the story takes a verdict or wants one overruled, its
 * placeholder is put out and what the rule says of the evidence of that day is put in, kept byte for byte like anybody's.
 */
import { OPERATOR } from '../../../domain/decider.ts';
import type { Command } from '../../../domain/book.ts';
import type { DemoBatch } from '../../../demo/moments.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { NewPack } from '../../../store/company/packs.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import type { CompanyRoom } from '../../house/room.ts';
import { readerOf } from '../ask/reader.ts';
import type { Caller, World } from '../operation.ts';
import { counted } from '../verdict/verdict.ts';

type Said = Extract<Command, { readonly type: 'verdict/take' | 'verdict/ask-overrule' }>;

const OPERATING: Caller = { kind: 'operator', signIn: null, scope: 'write', onlyCompany: null, personIn: () => OPERATOR };
const isSaid = (command: Command): command is Said => command.type === 'verdict/take' || command.type === 'verdict/ask-overrule';

/** True for a batch that rests on what the rule says. */
export const restsOnVerdict = ({ commands }: DemoBatch): boolean => commands.some(isSaid);

/** The commands with what the rule says, and the packs that keep it. A story that the rule contradicts is a defect. */
export const judged = async (
  world: World,
  room: CompanyRoom,
  { commands }: DemoBatch,
): Promise<Result<{ readonly commands: readonly Command[]; readonly packs: readonly NewPack[] }, Problem>> => {
  const reader = await readerOf(world, room.id, OPERATING);
  if (!reader.ok) return reader;
  const told: Command[] = [];
  const packs: NewPack[] = [];
  for (const command of commands) {
    if (!isSaid(command)) {
      told.push(command);
      continue;
    }
    const found = await counted(reader.value, command.id, command.said.asOf);
    if (!found.ok) return found;
    const { said } = found.value.verdict;
    if (said.word !== command.said.word)
      return problem('defect', `The demo says ${command.said.word} of ${command.id}, the rule says ${said.word}: ${said.finding}`);
    told.push({ ...command, said });
    packs.push({ sha256: said.sha256, json: found.value.json });
  }
  return ok({ commands: told, packs });
};
