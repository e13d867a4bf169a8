/**
 * Makes the demo company: grown from its seed, decided and loaded by the ways everything takes, with its own people
 * and times. Who asked for it becomes an owner and gets the seat whose signature is still missing.
 */
import { rm } from 'node:fs/promises';
import { demo as grow, type Demo } from '../../../demo/demo.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Day } from '../../../kernel/day.ts';
import { dayIn } from '../../../kernel/zone.ts';
import type { Problem } from '../../contract/problem.ts';
import { ownedBySomebody } from '../../house/found.ts';
import { cardOf } from '../../house/me.ts';
import { problem } from '../../house/problems.ts';
import type { CompanyRoom } from '../../house/room.ts';
import type { Command } from '../../../domain/book.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { OPERATOR } from '../../../domain/decider.ts';
import type { Run, World } from '../operation.ts';
import { sendSite } from './demo-site.ts';
import { publishPast } from './demo-published.ts';
import { judged, restsOnVerdict } from './demo-verdicts.ts';
import { exportLines, summed } from './export-lines.ts';

const SEED = 'lademar';
/** A company many times larger than the one of the story is there to be measured: it has published no quarters, and nobody reads its export. */
const STORY = 20;
const FIRST_DAY = '2000-01-01';

export const demo: Run<'demo'> = async (world, { seed = SEED, asOf, scale = 1, name }, caller) => {
  const { house, now } = world;
  const day = asOf ?? dayIn('Europe/Amsterdam', now());
  if (day < FIRST_DAY) return problem('invalid-input', `asOf: the demo cannot end on ${day}.`, `Choose a day after ${FIRST_DAY}.`);
  const grown = grow({ seed, asOf: day, scale });
  const made = house.addCompany(name ?? grown.company.name);
  if (!made.ok) return made;
  const room = made.value;
  let whole = false;
  try {
    const events = await decideAll(world, room, grown);
    if (!events.ok) return events;
    for (const comment of grown.comments) room.store.addComment(comment);
    room.store.addRoomChanges(grown.rooms);
    const rows = await loadAll(world, room, grown, day, scale);
    if (!rows.ok) return rows;
    if (name !== undefined && name !== grown.company.name)
      room.decide({ batch: 'demo-name', commands: [{ type: 'company/rename', name }] }, { by: OPERATOR, at: now() });
    const sha256 = scale <= STORY ? (await summed(exportLines(room))).sha256 : null;
    ownedBySomebody(house, room, now(), [grown.openSeat]);
    const person = caller.personIn(room.id);
    if (person !== null && person !== OPERATOR) leadsNext(room, person, now());
    whole = true;
    const card = person === null ? null : cardOf(room, person);
    if (card === null) throw new Error('the caller does not belong to the demo company he made');
    return ok({ company: card, sha256, counts: { people: grown.people.length, decisions: events.value, ...rows.value } });
  } finally {
    if (!whole) await takeAway(world, room);
  }
};

/** The workshop that comes next is his to lead, so that he can open its room; where nobody has an account yet it stays as the demo has it. */
const leadsNext = (room: CompanyRoom, person: PersonId, at: string): void => {
  const next = [...room.book().workshop.values()].find(({ openedAt, retired }) => openedAt === null && retired === null);
  if (!next) return;
  const commands: Command[] = [
    { type: 'workshop/invite', id: next.id, person, guest: false },
    { type: 'workshop/hand-over', id: next.id, person },
  ];
  room.decide({ batch: 'demo-lead', commands }, { by: OPERATOR, at });
};

/** Every batch, as its own person at its own time; how many events that made. */
const decideAll = async (world: World, room: CompanyRoom, { batches, people: all }: Demo): Promise<Result<number, Problem>> => {
  const { progress } = world;
  // The house keeps of the people sent along those that a batch names, so each may send them all.
  const people = all.map(({ id, name, email }) => ({ id, name, email }));
  for (const [i, batch] of batches.entries()) {
    const { by, at, notes, people: strangers } = batch;
    const asked = restsOnVerdict(batch) ? await judged(world, room, batch) : ok({ commands: batch.commands, packs: [] });
    if (!asked.ok) return asked;
    const landed = room.decide(
      { batch: `demo-${String(i + 1).padStart(5, '0')}`, ...asked.value, notes, people: [...people, ...strangers] },
      { by, at },
    );
    if (!landed.ok) return landed;
    if (i % 50 === 0) progress({ phase: 'deciding', done: i, of: batches.length });
  }
  return ok(room.book().seq);
};

const WORDS: { readonly [entity: string]: string } = {
  opportunity: 'deals',
  touch: 'touches',
  account: 'accounts',
  contact: 'contacts',
  lead: 'leads',
  spend: 'lines of spend',
  visitor_link: 'browsers that somebody was recognised in',
  work_done: 'lines of work',
};

/** Every load, by the ordinary way of imports; how many rows of what. */
const loadAll = async (
  world: World,
  room: CompanyRoom,
  { loads, site, words }: Demo,
  day: Day,
  scale: number,
): Promise<Result<{ readonly [what: string]: number }, Problem>> => {
  const { progress, now } = world;
  const facts = await room.facts();
  const counts: Record<string, number> = {};
  let published = false;
  for (const { entity, file, src, at, by, rows, attributes, of, late } of loads) {
    if (late && !published && scale <= STORY) {
      progress({ phase: 'who is who', done: 0, of: 1 });
      await facts.resolve();
      progress({ phase: 'publishing the quarters that are over', done: 0, of: 1 });
      const past = await publishPast(world, room, day);
      if (!past.ok) return past;
      published = true;
    }
    const onProgress = ({ phase, done, of: all }: { readonly phase: string; readonly done: number; readonly of: number }): void =>
      progress({ phase: `${phase} ${file}`, done, of: all });
    const given = { entity, rows, file, src, attributes, ...(of !== undefined && { of }) };
    const loaded = await facts.importRows(given, { by, at: at < now() ? at : now(), onProgress, more: !late });
    if (!loaded.ok) return problem('defect', `The demo's own rows were refused: ${loaded.refusal.text}`);
    if (loaded.value.held > 0) return problem('defect', `The demo's own rows were held: ${loaded.value.problems.rows[0]?.problem ?? file}`);
    const what = WORDS[entity];
    if (what !== undefined) counts[what] = (counts[what] ?? 0) + loaded.value.rows;
  }
  const events = await sendSite(room, site, loads[0]!.at, [loads.at(-1)!.at, now()].toSorted()[0]!);
  if (events > 0) counts['events of the website'] = events;
  progress({ phase: 'who is who', done: 0, of: 1 });
  for (const { by, at, takenBack, ...said } of words) {
    const decided = await facts.decideIdentity(said, { by, at, more: true });
    if (!decided.ok) return problem('defect', `The demo's own words were refused: ${decided.refusal.text}`);
    if (takenBack !== null) await facts.revokeIdentity(decided.value.id, { by, at: takenBack, more: true });
  }
  await facts.resolve();
  return ok(counts);
};

/** Nothing is left of a demo that did not come about. */
const takeAway = async ({ house }: World, room: CompanyRoom): Promise<void> => {
  await house.closeCompany(room.id);
  house.store.companies.remove(room.id);
  await rm(room.folder, { recursive: true, force: true });
};
