/**
 * Trackers whose exports are known, and what their columns mean. A file is recognised by its headers; what is not
 * recognised is a table of which a person says what its columns mean.
 */
import { isOneOf } from './words.ts';

/** What a column can mean to a work item. */
export type Meaning =
  | 'key'
  | 'title'
  | 'status'
  | 'created'
  | 'started'
  | 'done'
  | 'cancelled'
  | 'assignee'
  | 'email'
  | 'points'
  | 'seconds'
  | 'shirt'
  | 'labels'
  | 'type'
  | 'url'
  | 'archived'
  | 'needs';

export const MEANINGS: { readonly [M in Meaning]: string } = {
  key: 'Key in the tracker',
  title: 'Title',
  status: 'Status',
  created: 'Created on',
  started: 'Started on',
  done: 'Done on',
  cancelled: 'Cancelled on',
  assignee: 'Owner',
  email: 'Owner’s e-mail',
  points: 'Story points',
  seconds: 'Time estimate',
  shirt: 'T-shirt size',
  labels: 'Labels',
  type: 'Kind of work',
  url: 'Link',
  archived: 'Archived (left out)',
  needs: 'Needs first',
};

export type System = 'jira' | 'asana' | 'trello' | 'linear' | 'lines' | 'table';
type Known = {
  /** All of these headers are there. */
  readonly has: readonly string[];
  /** Headers by meaning, the most telling first. */
  readonly columns: { readonly [M in Meaning]?: readonly string[] };
  /** What the export cannot say. */
  readonly lacks: string | null;
};

const NO_START =
  'has no date on which work was started, so the time from adding to finishing (lead time) is known and the time in work (cycle time) is not.';

export const KNOWN: { readonly [S in Exclude<System, 'lines' | 'table'>]: Known } = {
  jira: {
    has: ['issue key', 'summary'],
    columns: {
      key: ['issue key'],
      title: ['summary'],
      status: ['status', 'status category'],
      created: ['created'],
      started: ['custom field (actual start)', 'custom field (start date)', 'actual start', 'start date'],
      done: ['resolved', 'resolution date', 'custom field (actual end)', 'status category changed'],
      assignee: ['assignee'],
      points: ['custom field (story point estimate)', 'custom field (story points)', 'story points', 'story point estimate'],
      seconds: ['original estimate', 'σ original estimate'],
      shirt: ['custom field (t-shirt size)', 'custom field (size)'],
      labels: ['labels', 'components', 'component/s'],
      type: ['issue type'],
      url: ['url'],
      needs: ['inward issue link (blocks)'],
    },
    lacks: null,
  },
  asana: {
    has: ['task id', 'name', 'section/column'],
    columns: {
      key: ['task id'],
      title: ['name'],
      status: ['section/column'],
      created: ['created at'],
      done: ['completed at'],
      assignee: ['assignee'],
      email: ['assignee email'],
      points: ['story points', 'points', 'effort'],
      shirt: ['size', 't-shirt size'],
      labels: ['tags'],
      type: ['type'],
      url: ['url', 'task url'],
      needs: ['blocked by (dependencies)', 'blocked by'],
    },
    lacks: `Asana ${NO_START}`,
  },
  trello: {
    has: ['card id', 'card name', 'list name'],
    columns: {
      key: ['card id'],
      title: ['card name'],
      status: ['list name'],
      created: ['created', 'card created'],
      done: ['completed', 'done'],
      assignee: ['members', 'member names'],
      points: ['story points', 'points'],
      labels: ['labels'],
      url: ['card url'],
      archived: ['archived'],
    },
    lacks: `Trello ${NO_START}`,
  },
  linear: {
    has: ['id', 'team', 'title', 'status', 'creator'],
    columns: {
      key: ['id'],
      title: ['title'],
      status: ['status'],
      created: ['created'],
      started: ['started'],
      done: ['completed'],
      cancelled: ['canceled', 'cancelled'],
      assignee: ['assignee'],
      points: ['estimate'],
      labels: ['labels'],
      url: ['url'],
      archived: ['archived'],
    },
    lacks: null,
  },
};

/** Columns of tables from anywhere, by what they are usually called. */
const USUAL: { readonly [M in Meaning]?: readonly string[] } = {
  key: ['key', 'id', 'item id', 'ticket'],
  title: ['title', 'name', 'summary', 'item', 'task'],
  status: ['status', 'state', 'column', 'stage'],
  created: ['created', 'created on', 'created at', 'prioritised', 'prioritized', 'added', 'requested'],
  started: ['started', 'started on', 'dev.started', 'start', 'start date', 'in progress'],
  done: ['done', 'completed', 'completed at', 'finished', 'finished on', 'closed', 'resolved', 'end'],
  assignee: ['owner', 'assignee', 'person'],
  email: ['email', 'e-mail'],
  points: ['points', 'story points', 'estimate'],
  shirt: ['size', 't-shirt'],
  labels: ['labels', 'tags'],
  type: ['type', 'kind'],
  url: ['url', 'link'],
};

const fold = (header: string): string => header.trim().toLowerCase().replace(/\s+/g, ' ');

/** Which tracker wrote this; `table` where none is recognised. */
export const recognised = (headers: readonly string[]): System => {
  const there = new Set(headers.map(fold));
  const found = Object.entries(KNOWN).find(([, { has }]) => has.every((header) => there.has(header)));
  return (found?.[0] as System | undefined) ?? 'table';
};

export type Columns = { readonly [header: string]: Meaning };

/** What each column means; headers that mean nothing here are left out. Each meaning is given once, but for labels. */
export const columnsOf = (system: System, headers: readonly string[]): Columns => {
  const by = system === 'table' || system === 'lines' ? USUAL : KNOWN[system].columns;
  const columns: Record<string, Meaning> = {};
  for (const [meaning, names] of Object.entries(by) as [Meaning, readonly string[]][]) {
    const found = names.flatMap((name) => headers.find((header) => fold(header) === name && !Object.hasOwn(columns, header)) ?? []);
    for (const header of meaning === 'labels' ? found : found.slice(0, 1)) columns[header] = meaning;
  }
  return columns;
};

/** What this tracker's exports cannot say, in a sentence; null where nothing is missing. */
export const lacksOf = (system: System): string | null => (isOneOf(system, Object.keys(KNOWN)) ? KNOWN[system as 'jira'].lacks : null);
