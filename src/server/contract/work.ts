/** Work: what trackers export taken into the Backlog, and done work as the facts know it. */
import { z } from 'zod';
import type { Fate, TrackerPlan } from '../../views/tracker/plan.ts';
import type { Meaning, System } from '../../views/tracker/systems.ts';
import type { Standing } from '../../views/tracker/words.ts';
import { companyId, day, list, shape, typed } from './shape.ts';

const SYSTEMS = ['jira', 'asana', 'trello', 'linear', 'lines', 'table'] as const satisfies readonly System[];
const FATES = ['new', 'finished', 'updated', 'same', 'history', 'left-out', 'held'] as const satisfies readonly Fate[];
const MEANS = [
  'key',
  'title',
  'status',
  'created',
  'started',
  'done',
  'cancelled',
  'assignee',
  'email',
  'points',
  'seconds',
  'shirt',
  'labels',
  'type',
  'url',
  'archived',
  'needs',
  'nothing',
] as const satisfies readonly (Meaning | 'nothing')[];
const STANDS = ['open', 'started', 'waiting', 'done', 'left-out'] as const satisfies readonly Standing[];

const trouble = z.object({ line: z.number(), column: z.string(), found: z.string(), text: z.string(), todo: z.string() });

/** A plan as it travels: the rows as people look at them, at most so many. */
export type TrackerPreview = Omit<TrackerPlan, 'rows'> & {
  readonly rows: readonly {
    readonly line: number;
    readonly key: string | null;
    readonly title: string;
    readonly fate: Fate;
    readonly standing: Standing;
    readonly created: string | null;
    readonly started: string | null;
    readonly done: string | null;
    readonly days: number | null;
    readonly shirt: string | null;
    readonly owner: string | null;
    readonly item: string | null;
  }[];
};
/** Rows of a preview; the counts are of all of them. */
export const ROWS_SHOWN = 300;

const preview = typed<TrackerPreview>(
  z.object({
    file: z.string(),
    system: z.enum(SYSTEMS),
    source: z.string().describe('Name under which keys of this file are known; importing again under it updates'),
    columns: z.array(z.object({ header: z.string(), means: z.enum(MEANS).nullable(), filled: z.number(), example: z.string() })),
    statuses: z.array(z.object({ status: z.string(), n: z.number(), means: z.enum(STANDS).nullable() })),
    people: z.array(z.object({ name: z.string(), n: z.number(), person: z.string().nullable() })),
    dayOrder: z.enum(['day-first', 'month-first']).nullable(),
    pointsOpen: z.boolean().describe('Story points were found, and nobody said what one means in person-days'),
    rows: z.array(z.looseObject({ line: z.number(), fate: z.enum(FATES) })).describe(`The first ${ROWS_SHOWN} rows`),
    held: z.array(trouble),
    counts: z.record(z.enum(FATES), z.number()),
    findings: z.array(z.string()),
    questions: z.array(z.object({ id: z.string(), text: z.string(), answerWith: z.string() })),
  }),
);

export const workContract = {
  'import-work': shape({
    summary: 'Take an export of Jira, Asana, Trello or Linear, a table or a list into the Backlog; importing again updates',
    effect: 'write',
    access: 'write',
    places: ['file'],
    input: z.object({
      company: companyId,
      file: z.string().min(1).optional().describe('Upload id from POST /api/upload; on the command line a path'),
      lines: z.string().max(400_000).optional().describe('A list instead of a file: one promise a line'),
      system: z.enum(SYSTEMS).optional().describe('What wrote the file, where its headers do not tell'),
      source: z.string().trim().min(1).max(40).optional().describe('Name under which its keys are known (default: the tracker)'),
      columns: z.record(z.string(), z.enum(MEANS)).default({}).describe('What a column means: "HEADER=title"'),
      statuses: z.record(z.string(), z.enum(STANDS)).default({}).describe('What a status means: "In QA=started"'),
      people: z.record(z.string(), z.string()).default({}).describe('Who a name is here, by id; "NAME=nobody" for no one'),
      dayOrder: z.enum(['day-first', 'month-first']).optional().describe('How 05/06/2024 is read'),
      daysPerPoint: z.coerce.number().positive().max(100).optional().describe('Person-days of a story point'),
      dryRun: z.boolean().default(false).describe('Say what would happen and write nothing'),
      yes: z.boolean().default(false).describe('Take it in as previewed'),
    }),
    output: z.object({
      preview,
      dryRun: z.boolean(),
      landed: z
        .object({
          added: z.number().describe('New items, at the end of the Backlog'),
          finished: z.number().describe('Work done in the last twelve weeks, as finished items: throughput counts it'),
          updated: z.number(),
          history: z.number().describe('Finished items kept as facts for throughput'),
          load: z.number().nullable().describe('Load of the history; lockstep revert takes it back'),
          text: z.string(),
        })
        .nullable(),
    }),
  }),
  'done-work': shape({
    summary: 'Finished work known from files, one line an item: what throughput counts beside the items of the Backlog',
    effect: 'read',
    access: 'read',
    input: z.object({ company: companyId }),
    output: z.object({
      rows: list(
        z.object({
          source: z.string(),
          item: z.string(),
          title: z.string().nullable(),
          added: day.nullable(),
          started: day.nullable(),
          done: day,
          type: z.string().nullable(),
          size: z.string().nullable(),
        }),
      ),
      inBacklog: z
        .number()
        .describe('Items of the Backlog of which files tell work too; they are counted by their own record and not listed'),
    }),
  }),
};
