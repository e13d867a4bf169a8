/** Is one company sound: journal, facts, the files of its loads, its people, the links projected from the journal. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { PersonId } from '../../../kernel/ids.ts';
import type { Facts } from '../../../facts/facts.ts';
import { verifyCompany } from '../../../store/copy.ts';
import { count, list, tally } from '../../../views/words/format.ts';
import type { House } from '../../house/house.ts';
import { linksOf } from '../../house/links.ts';
import type { CompanyRoom } from '../../house/room.ts';
import { canonical } from './canonical.ts';
import { checksOf, type Check } from './check.ts';
import { fileSha256 } from './manifest.ts';

const RESTORE = 'Stop the server and restore a backup: lockstep restore FROM --company NAME --replace.';

export const checkCompany = async (house: House, id: string): Promise<Check[]> => {
  const { good, bad } = checksOf(id);
  const file = path.join(house.folder, 'companies', id, 'company.db');
  const sound = verifyCompany(file);
  const journal = sound.ok
    ? good(
        'journal',
        `${tally(sound.value.head, 'event')} without a gap; ${tally(sound.value.notes, 'note')} as ${sound.value.notes === 1 ? 'it was' : 'they were'} written.`,
      )
    : bad('journal', sound.refusal.text, RESTORE);
  const room = house.company(id);
  if (!room.ok) return [journal, bad('company', room.refusal.text, room.refusal.todo ?? RESTORE)];
  return [journal, peopleCheck(house, room.value), ...(await factsChecks(room.value))];
};

/** Members who cannot sign in, and sign-ins that lead to nobody. */
const peopleCheck = (house: House, room: CompanyRoom): Check => {
  const { good, warning } = checksOf(room.id);
  const company = room.book().company.get('company');
  const members = Object.entries(company?.members ?? {})
    .filter(([, member]) => member.left === null)
    .map(([person]) => person as PersonId);
  const seated = house.store.members.in(room.id).map(({ person }) => person as PersonId);
  const stray = seated.filter((person) => !members.includes(person));
  const without = members.filter((person) => !seated.includes(person));
  const owners = members.filter((person) => room.roleOf(person) === 'owner');
  if (stray.length > 0)
    return warning(
      'people',
      `${tally(stray.length, 'sign-in')} ${stray.length === 1 ? 'belongs' : 'belong'} to people who are no members any more: ${list(stray)}.`,
      'They see nothing of the company; invite them again if they should.',
    );
  if (members.length > 0 && !owners.some((owner) => seated.includes(owner)) && house.store.signIns.count() > 0)
    return warning('people', 'No owner of this company can sign in.', 'Invite one: lockstep invite --name NAME --role owner.');
  return good(
    'people',
    `${tally(members.length, 'member')}${without.length > 0 ? `, ${count(without.length)} of them without a sign-in` : ''}.`,
  );
};

const factsChecks = async (room: CompanyRoom): Promise<Check[]> => {
  const { good, bad } = checksOf(room.id);
  const facts = await room.facts().catch((fault: Error) => fault);
  if (facts instanceof Error) return [bad('facts', `facts.duckdb cannot be opened: ${facts.message.split('\n')[0]}`, RESTORE)];
  const loads = await facts.loads().catch((fault: Error) => fault);
  if (loads instanceof Error) return [bad('facts', `facts.duckdb cannot be read: ${loads.message.split('\n')[0]}`, RESTORE)];
  const standing = loads.filter((load) => load.revertedAt === null);
  const held = standing.reduce((sum, load) => sum + load.waitingRows, 0);
  return [
    good(
      'facts',
      `${tally(standing.length, 'load')}, ${tally(
        standing.reduce((sum, load) => sum + load.loadedRows, 0),
        'row',
      )}${held > 0 ? `; ${tally(held, 'held row waits', 'held rows wait')} to be mended` : ''}.`,
    ),
    await filesCheck(room, loads),
    await linksCheck(room, facts),
  ];
};

/** Every file as received still lies under its SHA-256, with those bytes. Rows given by a program have no file. */
const filesCheck = async (room: CompanyRoom, loads: Awaited<ReturnType<Facts['loads']>>): Promise<Check> => {
  const { good, bad } = checksOf(room.id);
  const wanted = new Map(loads.filter((load) => load.format !== 'rows' && load.fileErasedAt === null).map((load) => [load.sha256, load]));
  const faults: string[] = [];
  for (const [sha256, { n, file }] of wanted) {
    const at = path.join(room.folder, 'imports', sha256);
    const there = await stat(at).catch(() => null);
    if (!there) faults.push(`${file} of load ${n} is missing`);
    else if ((await fileSha256(at)) !== sha256) faults.push(`${file} of load ${n} is not what was received`);
  }
  if (faults.length === 0) return good('files', `${tally(wanted.size, 'file')} as received.`);
  return bad(
    'files',
    `${faults.slice(0, 5).join('; ')}${faults.length > 5 ? ` and ${count(faults.length - 5)} more` : ''}.`,
    'The facts stand, but these loads cannot be read again: put the files back from a backup (companies/…/imports).',
  );
};

/** What the facts were told of the thread is what the journal says. */
const linksCheck = async (room: CompanyRoom, facts: Facts): Promise<Check> => {
  const { good, bad } = checksOf(room.id);
  const links = linksOf(room.book());
  if (!links) return good('thread', 'Nothing is decided yet.');
  const [campaigns, items, outcomes] = await Promise.all([
    facts.engine.read<{ readonly id: string; readonly item: string | null }>(
      'select campaign_id as id, item_id as item from thread_campaign order by 1',
    ),
    facts.engine.read<{ readonly id: string; readonly priority: string | null }>(
      'select item_id as id, priority_id as priority from thread_item order by 1',
    ),
    facts.engine.read<{ readonly id: string; readonly outcome: string }>(
      'select priority_id as id, outcome_id as outcome from thread_outcome order by 1, 2',
    ),
  ]);
  const inOrder = (rows: readonly object[]): string => canonical(rows.map(canonical).toSorted());
  const same =
    inOrder(campaigns) === inOrder(links.campaigns.map(({ campaignId: id, itemId: item }) => ({ id, item }))) &&
    inOrder(items) === inOrder(links.items.map(({ itemId: id, priorityId: priority }) => ({ id, priority }))) &&
    inOrder(outcomes) === inOrder(links.outcomes.map(({ priorityId: id, outcomeId: outcome }) => ({ id, outcome })));
  const text = `${tally(links.campaigns.length, 'campaign')}, ${tally(links.items.length, 'work item')} and ${tally(links.outcomes.length, 'link')} to outcomes`;
  return same
    ? good('thread', `${text}, in the facts as in the journal.`)
    : bad(
        'thread',
        `The facts do not have the links that the journal says (${text}).`,
        'Start the server again: the links are projected anew when a company is opened.',
      );
};
