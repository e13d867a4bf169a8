/** Asks for decisions in the name of the caller: they land together or not at all. */
import type { Command } from '../../../domain/book.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { audit, nameFor } from '../../house/audit.ts';
import { noSuchCompany, problem } from '../../house/problems.ts';
import type { Landed } from '../../house/room.ts';
import { seenBy } from '../../house/sent.ts';
import type { Caller, Run, World } from '../operation.ts';
import { unknownStage } from './unknown-stage.ts';

export const decide: Run<'decide'> = async (world, { company, ...asked }, caller) => {
  const opened = world.house.company(company);
  if (!opened.ok) return opened;
  const room = opened.value;
  const by = caller.personIn(company);
  const role = by === null ? null : room.roleOf(by);
  if (by === null || role === null) return noSuchCompany(company);
  if (caller.kind === 'token' && asked.commands.some(isPersonal))
    return problem(
      'token-too-narrow',
      'An API token may neither sign nor say who belongs to the company.',
      'Do this signed in as a person.',
    );
  if (asked.commands.some(({ type }) => ASSEMBLED.has(type)))
    return problem(
      'not-counted-here',
      'What was hidden in a workshop is shown as the server holds it, not as it is sent.',
      'Use the operations workshop show-cards, workshop show-votes, workshop put-together.',
    );
  const stage = await unknownStage(world, company, caller, asked.commands);
  if (stage !== null) return refuse(stage);
  const landed = room.decide(asked, { by, at: world.now() });
  if (!landed.ok) return landed;
  auditGrants(world, company, landed.value, caller);
  const { entries } = landed.value;
  return ok({ seq: entries.at(-1)?.stamp.seq ?? room.book().seq, entries: seenBy(role, entries) });
};

/** What only the server can put together, since only it knows what is hidden. */
const ASSEMBLED: ReadonlySet<Command['type']> = new Set([
  'workshop/reveal-cards',
  'workshop/name-groups',
  'workshop/reveal-votes',
  'workshop/send-prework',
  'workshop/put-together',
]);

const SIGNATURES: ReadonlySet<string> = new Set([
  'guidepoint/sign',
  'guidepoint/decline',
  'guidepoint/approve-change',
  'guidepoint/refuse-change',
  'costs/settle',
  'campaign/freeze',
  'campaign/decline-criteria',
  'verdict/take',
  'verdict/ask-overrule',
  'verdict/confirm-overrule',
  'verdict/decline-overrule',
  'verdict/scale',
  'verdict/abort',
  'publication/publish',
  'publication/sign',
  'publication/withdraw',
  'touches/adopt',
  'stages/sign',
  'stages/decline',
  'expectation/sign',
  'expectation/decline',
  'expectation/keep',
  'expectation/break',
  'expectation/release',
]);

/** What a person must do himself, however wide his token is. */
const isPersonal = ({ type }: Command): boolean => SIGNATURES.has(type) || type.startsWith('company/');

const auditGrants = ({ house, now }: World, company: string, { entries }: Landed, { signIn, kind }: Caller): void => {
  const who = nameFor(house, signIn, kind);
  for (const { event } of entries) {
    if (event.type === 'company/role-given') audit(house, now(), who, 'role changed', `${event.person} is ${event.role}`, company);
    if (event.type === 'company/seats-given')
      audit(house, now(), who, 'role changed', `${event.person} holds ${event.seats.join(', ') || 'no seat'}`, company);
    if (event.type === 'company/member-added') audit(house, now(), who, 'role changed', `${event.person} is ${event.role}`, company);
    if (event.type === 'company/member-removed') audit(house, now(), who, 'member removed', event.person, company);
  }
};
