/** Takes a tracker's export into the Backlog: open work as items, done work as facts, in one step that lands whole or not at all. */
import type { PersonId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { dayIn } from '../../../kernel/zone.ts';
import { trackerPlan, type TrackerPlan, type TrackerWish } from '../../../views/tracker/plan.ts';
import { readLines } from '../../../views/tracker/read-lines.ts';
import type { TrackerTable } from '../../../views/tracker/table.ts';
import { historyOf, takingOf } from '../../../views/tracker/taking.ts';
import { list, tally } from '../../../views/words/format.ts';
import type { Problem } from '../../contract/problem.ts';
import { ROWS_SHOWN, type TrackerPreview } from '../../contract/work.ts';
import { problem } from '../../house/problems.ts';
import type { CompanyRoom } from '../../house/room.ts';
import { newId } from '../../house/secrets.ts';
import { asProblem, factsOf, type Met } from '../facts/facts-of.ts';
import { noSuchUpload } from '../facts/import-preview.ts';
import type { Input, Run, World } from '../operation.ts';
import { readTracker } from './read-tracker.ts';

type Asked = Input<'import-work'>;

export const importWork: Run<'import-work'> = async (world, input, caller) => {
  if (!input.yes && !input.dryRun)
    return problem(
      'not-confirmed',
      'Nothing was taken in: nobody has looked at what this file would change.',
      'Look first with dryRun (--dry-run), then send yes (--yes) to take it in as previewed.',
    );
  const met = await factsOf(world, input.company, caller);
  if (!met.ok) return met;
  const by = caller.personIn(input.company);
  if (by === null) return problem('may-not', 'Nobody of this company asks for this.', 'Sign in as somebody who belongs to it.');
  const table = await tableOf(world, input);
  if (!table.ok) return table;
  const { room } = met.value;
  const system = input.system ?? (input.lines === undefined ? undefined : 'lines');
  const plan = trackerPlan(table.value, wishOf(input, system), {
    book: room.book(),
    people: room.people(),
    today: dayIn(room.book().company.get('company')?.zone ?? 'UTC', world.now()),
  });
  const shown = previewOf(plan);
  if (input.dryRun) return ok({ preview: shown, dryRun: true, landed: null });
  const [first] = plan.questions;
  if (first)
    return problem('questions-open', `Nothing was taken in: ${first.text}`, `Answer it: ${first.answerWith}.`, {
      questions: plan.questions,
    });
  const landed = await land(world, plan, met.value, by);
  if (landed.ok && input.file !== undefined) world.house.uploads.drop(input.file);
  return landed.ok ? ok({ preview: shown, dryRun: false, landed: landed.value }) : landed;
};

const tableOf = async (world: World, { file, lines, system }: Asked): Promise<Result<TrackerTable, Problem>> => {
  if (lines !== undefined) {
    const table = readLines(lines);
    return table.rows.length > 0 ? ok(table) : problem('file-empty', 'The list is empty.', 'Write one promise a line.');
  }
  if (file === undefined) return problem('missing-word', 'There is no file and no list.', 'Name a file, or give lines.');
  const received = world.house.upload(file);
  return received ? readTracker(received, system === 'lines') : noSuchUpload(file);
};

const wishOf = ({ source, columns, statuses, people, dayOrder, daysPerPoint }: Asked, system: Asked['system']): TrackerWish => ({
  columns,
  statuses,
  people: Object.fromEntries(
    Object.entries(people).map(([name, person]) => [name, person === 'nobody' || person === '' ? '' : (person as PersonId)]),
  ),
  ...(system !== undefined && { system }),
  ...(source !== undefined && { source }),
  ...(dayOrder !== undefined && { dayOrder }),
  ...(daysPerPoint !== undefined && { daysPerPoint }),
});

const previewOf = ({ rows, ...plan }: TrackerPlan): TrackerPreview => ({
  ...plan,
  rows: rows.slice(0, ROWS_SHOWN).map(({ entry, fate, item, owner }) => ({
    line: entry.line,
    key: entry.key,
    title: entry.title,
    fate,
    standing: entry.standing,
    created: entry.created,
    started: entry.started,
    done: entry.done,
    days: entry.days,
    shirt: entry.shirt,
    owner,
    item: item?.ref ?? null,
  })),
});

type Landed = {
  readonly added: number;
  readonly finished: number;
  readonly updated: number;
  readonly history: number;
  readonly load: number | null;
  readonly text: string;
};

/** History first, since a load can be taken back and a decision cannot; where the decisions are refused, so is the history. */
const land = async (world: World, plan: TrackerPlan, { room, facts, doing }: Met, by: PersonId): Promise<Result<Landed, Problem>> => {
  const history = historyOf(plan);
  let load: number | null = null;
  if (history.length > 0) {
    const rows = history.map(({ id, item, person, days, started_on, done_on, ...attrs }) => ({
      id,
      item,
      person,
      days,
      started_on,
      done_on,
      attrs,
    }));
    const attributes = { title: 'text', added_on: 'day', type: 'text', size: 'text', points: 'number' } as const;
    const loaded = await facts.importRows(
      { entity: 'work_done', rows, file: plan.file, src: plan.source, attributes, of: rows.length },
      doing,
    );
    if (!loaded.ok) return asProblem(loaded.refusal, plan.file);
    load = loaded.value.n;
  }
  const decided = decide(world, plan, room, by);
  if (!decided.ok) {
    if (load !== null) await facts.revert(load, doing);
    return decided;
  }
  const { new: added, finished, updated } = plan.counts;
  return ok({ added, finished, updated, history: history.length, load, text: inWords(added, finished, updated, history.length) });
};

const decide = (world: World, plan: TrackerPlan, room: CompanyRoom, by: PersonId): Result<null, Problem> => {
  const { zone } = room.book().company.get('company')!;
  const today = dayIn(zone, world.now());
  const { commands, notes } = takingOf(plan, room.book(), { today, newId });
  if (commands.length === 0) return ok(null);
  const landed = room.decide({ batch: newId('work'), commands, notes }, { by, at: world.now() });
  return landed.ok ? ok(null) : landed;
};

const inWords = (added: number, finished: number, updated: number, history: number): string => {
  const parts = [
    ...(added > 0 ? [`${tally(added, 'item')} added at the end of the Backlog`] : []),
    ...(finished > 0 ? [`${tally(finished, 'item')} finished in the last twelve weeks`] : []),
    ...(updated > 0 ? [`${tally(updated, 'item')} brought up to date`] : []),
    ...(history > 0 ? [`${tally(history, 'finished item')} kept as history for throughput`] : []),
  ];
  return parts.length === 0 ? 'Nothing was new.' : `${list(parts)}.`;
};
