/** The verdict of the rule on a campaign, as of a day: counted by the server, the same wherever it is read. */
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { frozenCriteria, type Micro } from '../../../domain/campaign/micro.ts';
import type { Day } from '../../../kernel/day.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { packSha256 } from '../../../store/company/packs.ts';
import { saidOf } from '../../../views/verdict/said.ts';
import { verdictAnswer } from '../../../views/verdict/verdict-answer.ts';
import { verdictView } from '../../../views/verdict/verdict-view.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import { readerOf, type Reader } from '../ask/reader.ts';
import { canonical } from '../care/canonical.ts';
import type { Run } from '../operation.ts';
import { inputOf } from './input-of.ts';

export const verdict: Run<'verdict'> = async (world, { company, campaign: id, asOf }, caller) => {
  const reader = await readerOf(world, company, caller);
  if (!reader.ok) return reader;
  const found = await counted(reader.value, id, asOf);
  return found.ok ? ok(found.value.verdict) : found;
};

/** The verdict with the bytes that keep it: input and all that was made of it, in canonical JSON. */
export const counted = async (reader: Reader, id: string, asked: Day | undefined) => {
  const running = runningOf(reader, id);
  if (!running.ok) return running;
  const { campaign, micro } = running.value;
  const criteria = frozenCriteria(micro)!;
  const { context, head } = reader;
  const asOf = asked !== undefined && asked < context.today ? asked : context.today;
  const input = await inputOf(reader, campaign, micro, criteria, asOf);
  const view = verdictView(input);
  const json = canonical({ kind: 'verdict', campaign: id, asOf, input, view });
  const sha256 = packSha256(json);
  const of = { id: campaign.id, company: head.company, name: campaign.name, asOf, loads: head.loads };
  const said = saidOf(of, input, view, sha256);
  return ok({
    verdict: { campaign: campaign.id, name: campaign.name, asOf, input, view, said, answer: verdictAnswer(of, input, view) },
    json,
  });
};

const runningOf = ({ context }: Reader, id: string): Result<{ readonly campaign: Campaign; readonly micro: Micro }, Problem> => {
  const campaign = [...context.book.campaign.values()].find((one) => one.id === id || one.key === id);
  if (campaign === undefined)
    return problem('not-there', `There is no campaign "${id}".`, 'lockstep verdicts lists those that have one.', { found: id });
  if (campaign.micro === null || frozenCriteria(campaign.micro) === null)
    return problem(
      'criteria-not-frozen',
      `“${campaign.name}” has no frozen criteria, so there is nothing to judge it by.`,
      'Write its criteria, and let a second person freeze them before it starts.',
    );
  return ok({ campaign, micro: campaign.micro });
};
