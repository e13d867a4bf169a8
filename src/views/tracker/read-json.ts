/** JSON exports as tables with the headers of the same tracker's CSV, so that everything after is the same. */
import { dayFromNumber } from '../../kernel/day.ts';
import { rowOf, type TrackerTable } from './table.ts';

type Json = { readonly [key: string]: unknown };
const object = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {});
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(object) : []);
const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
const named = (value: unknown): string => text(object(value)['displayName'] ?? object(value)['name'] ?? object(value)['value']);

/** A table, or null where the JSON is none of the exports known: a Trello board, Jira issues, Asana tasks, Linear issues. */
export const readJson = (json: unknown, file: string): TrackerTable | null => {
  const top = object(json);
  if (Array.isArray(top['cards']) && Array.isArray(top['lists'])) return trello(top, file);
  if (Array.isArray(top['issues']))
    return list(top['issues']).some((i) => i['fields']) ? jira(list(top['issues']), file) : linear(list(top['issues']), file);
  const nodes = object(object(top['data'])['issues'])['nodes'];
  if (Array.isArray(nodes)) return linear(list(nodes), file);
  if (Array.isArray(top['data'])) return asana(list(top['data']), file);
  if (Array.isArray(json) && list(json).some((task) => task['gid'])) return asana(list(json), file);
  return null;
};

const table = (file: string, headers: readonly string[], rows: readonly (readonly string[])[]): TrackerTable => ({
  file,
  headers,
  rows: rows.map((cells, n) => rowOf(headers, cells, n + 1)),
  broken: [],
});

const joined = (values: readonly string[]): string => values.filter((value) => value !== '').join(', ');

const trello = (board: Json, file: string): TrackerTable => {
  const lists = new Map(list(board['lists']).map((l) => [text(l['id']), l]));
  const members = new Map(list(board['members']).map((m) => [text(m['id']), text(m['fullName'])]));
  const moved = movesOf(list(board['actions']), lists);
  const headers = ['Card ID', 'Card Name', 'Card URL', 'List Name', 'Labels', 'Members', 'Archived', 'Created', 'Done'];
  const rows = list(board['cards']).map((card) => {
    const id = text(card['id']);
    const home = lists.get(text(card['idList']));
    return [
      id,
      text(card['name']),
      text(card['shortUrl'] ?? card['url']),
      text(home?.['name']),
      joined(list(card['labels']).map((l) => text(l['name']) || text(l['color']))),
      joined((Array.isArray(card['idMembers']) ? card['idMembers'] : []).map((m) => members.get(text(m)) ?? '')),
      card['closed'] === true || home?.['closed'] === true ? 'true' : 'false',
      createdOf(id),
      card['dueComplete'] === true && moved.get(id) === undefined
        ? text(card['dateCompleted'] ?? card['dateLastActivity'])
        : (moved.get(id) ?? ''),
    ];
  });
  return table(file, headers, rows);
};

/** A Trello id begins with the second of its making, in hexadecimal. */
const createdOf = (id: string): string => {
  if (!/^[0-9a-f]{24}$/.test(id)) return '';
  const seconds = Number.parseInt(id.slice(0, 8), 16);
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = seconds % 86_400;
  return `${dayFromNumber((seconds - time) / 86_400)}T${two(Math.floor(time / 3600))}:${two(Math.floor(time / 60) % 60)}:${two(time % 60)}Z`;
};

/** When a card last came into the list where it is; the board tells it for as many actions as it exports. */
const movesOf = (actions: readonly Json[], lists: ReadonlyMap<string, Json>): ReadonlyMap<string, string> => {
  const moved = new Map<string, string>();
  for (const action of actions) {
    const data = object(action['data']);
    const card = text(object(data['card'])['id']);
    if (data['listAfter'] && lists.has(text(object(data['listAfter'])['id'])) && !moved.has(card)) moved.set(card, text(action['date']));
  }
  return moved;
};

const jira = (issues: readonly Json[], file: string): TrackerTable => {
  const headers = [
    'Issue key',
    'Summary',
    'Issue Type',
    'Status',
    'Assignee',
    'Created',
    'Resolved',
    'Story Points',
    'Original Estimate',
    'Labels',
  ];
  const rows = issues.map((issue) => {
    const f = object(issue['fields']);
    return [
      text(issue['key']),
      text(f['summary']),
      named(f['issuetype']),
      named(f['status']),
      named(f['assignee']),
      text(f['created']),
      text(f['resolutiondate']),
      text(f['customfield_10016'] ?? f['customfield_10026'] ?? f['storyPoints']),
      text(f['timeoriginalestimate']),
      joined((Array.isArray(f['labels']) ? f['labels'] : []).map(text)),
    ];
  });
  return table(file, headers, rows);
};

const asana = (tasks: readonly Json[], file: string): TrackerTable => {
  const headers = [
    'Task ID',
    'Name',
    'Section/Column',
    'Assignee',
    'Assignee Email',
    'Created At',
    'Completed At',
    'Tags',
    'Points',
    'Size',
    'URL',
  ];
  const field = (task: Json, name: RegExp): string => {
    const found = list(task['custom_fields']).find((f) => name.test(text(f['name']).toLowerCase()));
    return text(found?.['display_value'] ?? found?.['number_value']);
  };
  const rows = tasks.map((task) => [
    text(task['gid'] ?? task['id']),
    text(task['name']),
    named(object(list(task['memberships'])[0])['section']) || (task['completed'] === true ? 'Done' : 'To do'),
    named(task['assignee']),
    text(object(task['assignee'])['email']),
    text(task['created_at']),
    text(task['completed_at']),
    joined(list(task['tags']).map(named)),
    field(task, /points|effort/),
    field(task, /size/),
    text(task['permalink_url']),
  ]);
  return table(file, headers, rows);
};

const linear = (issues: readonly Json[], file: string): TrackerTable => {
  const headers = [
    'ID',
    'Team',
    'Title',
    'Status',
    'Estimate',
    'Creator',
    'Assignee',
    'Labels',
    'Created',
    'Started',
    'Completed',
    'Canceled',
    'URL',
  ];
  const rows = issues.map((issue) => [
    text(issue['identifier'] ?? issue['id']),
    named(issue['team']) || text(issue['team']),
    text(issue['title']),
    named(issue['state'] ?? issue['status']) || text(issue['status']),
    text(issue['estimate']),
    named(issue['creator']),
    named(issue['assignee']),
    joined(list(object(issue['labels'])['nodes'] ?? issue['labels']).map(named)),
    text(issue['createdAt']),
    text(issue['startedAt']),
    text(issue['completedAt']),
    text(issue['canceledAt']),
    text(issue['url']),
  ]);
  return table(file, headers, rows);
};
