/**
 * Folder plan: what several files are together, and in which order they are best loaded.
 *
 * Order      lists and campaigns, accounts, contacts, leads, deals, their people and history, touches, costs, work. It
 *            changes no number where files agree; where they do not, the later load stands, so histories come after deals
 * State      ready; question (somebody must answer first); known (these very bytes stand as a load); twice (the same
 *            bytes are in the folder already); unknown (nothing says what one row is); refused (cannot be read)
 * after      files of the plan that hold what this one refers to
 * missing    what files refer to and neither the plan nor the facts hold
 */
import { ENTITIES } from '../import/entities.ts';
import type { Entity, Question } from '../import/mapping.ts';
import { PIPELINE_STAGES } from '../import/shapes/hubspot.ts';
import { shapeCalled } from '../import/shapes/shapes.ts';
import type { EntityCount, LoadRecord, Preview } from './report.ts';

/** One file, or one sheet of it, as it was found. `file` is what it is called by the door; `sheet` null where it has none of its own. */
export type Looked = { readonly file: string; readonly name: string; readonly sheet: string | null } & (
  | { readonly preview: Preview }
  | { readonly refusal: { readonly code: string; readonly text: string; readonly todo: string } }
);

export type PlannedFile = {
  readonly file: string;
  readonly name: string;
  readonly sheet: string | null;
  readonly state: 'ready' | 'question' | 'known' | 'twice' | 'unknown' | 'refused';
  /** What the file is, in words; empty where nobody can say. */
  readonly what: string;
  readonly why: string | null;
  readonly todo: string | null;
  /** Place in the order of loading, from 1; null for what is not loaded. */
  readonly place: number | null;
  readonly feeds: readonly Entity[];
  readonly after: readonly string[];
  readonly rows: number;
  readonly held: number;
  readonly counts: readonly EntityCount[];
  readonly questions: readonly Question[];
  readonly findings: readonly { readonly code: string; readonly n: number; readonly text: string }[];
};

export type FolderPlan = {
  /** Those to be loaded first, in order; then the others by name. */
  readonly files: readonly PlannedFile[];
  readonly missing: readonly { readonly entity: Entity; readonly text: string }[];
  readonly totals: {
    readonly files: number;
    readonly ready: number;
    readonly waiting: number;
    readonly left: number;
    readonly rows: number;
    readonly held: number;
  };
};

const ORDER: readonly Entity[] = [
  'lookup',
  'campaign_record',
  'account',
  'contact',
  'lead',
  'opportunity',
  'opportunity_contact',
  'stage_entry',
  'deal_change',
  'visitor_link',
  'touch',
  'spend',
  'work_done',
];

/** What a field's values are the ids of. */
const REFERS: { readonly [field: string]: readonly Entity[] } = {
  account_id: ['account'],
  contact_id: ['contact', 'lead'],
  lead_id: ['lead'],
  opportunity_id: ['opportunity'],
};

/** `loads`: the ledger; `have`: entities of which the facts hold rows. */
export const folderPlan = (
  looked: readonly Looked[],
  loads: readonly Pick<LoadRecord, 'n' | 'sha256' | 'file' | 'revertedAt'>[],
  have: ReadonlySet<Entity>,
): FolderPlan => {
  const seen = new Map<string, string>();
  const list = looked.find((one) => 'preview' in one && one.preview.mapping.shape === PIPELINE_STAGES);
  const files = looked.map((one) => knowingStages(planned(one, loads, seen), list?.name));
  const ready = files.filter(({ state }) => state === 'ready' || state === 'question').toSorted(byOrder);
  const given = new Map<Entity, string[]>();
  for (const { feeds, name } of ready) for (const entity of feeds) given.set(entity, [...(given.get(entity) ?? []), name]);
  const referred = new Map(ready.map((one) => [one, refersTo(looked, one)]));
  let place = 0;
  const inOrder = ready.map((one): PlannedFile => ({
    ...one,
    place: one.state === 'ready' ? (place += 1) : null,
    after: [...new Set([...referred.get(one)!].flatMap((entity) => given.get(entity) ?? []).filter((name) => name !== one.name))],
  }));
  const left = files.filter((one) => !ready.includes(one)).toSorted((a, b) => a.name.localeCompare(b.name));
  const loadable = inOrder.filter(({ state }) => state === 'ready');
  return {
    files: [...inOrder, ...left],
    missing: missingOf(referred, given, have),
    totals: {
      files: files.length,
      ready: loadable.length,
      waiting: inOrder.length - loadable.length,
      left: left.length,
      rows: loadable.reduce((sum, { rows }) => sum + rows, 0),
      held: loadable.reduce((sum, { held }) => sum + held, 0),
    },
  };
};

/** By what a file is in the first place: what it feeds beside follows. */
const rank = ({ feeds: [main] }: PlannedFile): number => (main ? ORDER.indexOf(main) : ORDER.length);
const byOrder = (a: PlannedFile, b: PlannedFile): number => rank(a) - rank(b) || a.name.localeCompare(b.name);

/** A file that asks nothing but what its stages mean is answered by the plan's own list of stages, which is loaded before it. */
const knowingStages = (one: PlannedFile, list: string | undefined): PlannedFile =>
  list !== undefined && one.state === 'question' && one.questions.every(({ id }) => id.startsWith('stage:'))
    ? { ...one, state: 'ready', why: `What its stages mean says ${list}, which is loaded first.`, todo: null, questions: [] }
    : one;

const planned = (
  one: Looked,
  loads: readonly Pick<LoadRecord, 'n' | 'sha256' | 'file' | 'revertedAt'>[],
  seen: Map<string, string>,
): PlannedFile => {
  const { file, name, sheet } = one;
  const empty = {
    file,
    name,
    sheet,
    what: '',
    place: null,
    feeds: [],
    after: [],
    rows: 0,
    held: 0,
    counts: [],
    questions: [],
    findings: [],
  };
  if ('refusal' in one) return { ...empty, state: 'refused', why: one.refusal.text, todo: one.refusal.todo };
  const { preview } = one;
  const feeds = [...new Set(preview.mapping.feeds.map(({ entity }) => entity))];
  const open = preview.questions.filter(({ otherwise }) => otherwise === undefined);
  const known = {
    ...empty,
    what: whatOf(preview),
    feeds,
    rows: preview.reading.rows,
    held: preview.held,
    counts: preview.counts,
    questions: open,
    findings: preview.findings.map(({ code, n, text }) => ({ code, n, text })),
  };
  const key = `${preview.sha256}/${sheet ?? ''}`;
  const first = seen.get(key);
  if (first !== undefined)
    return { ...known, state: 'twice', why: `The same bytes as ${first}.`, todo: 'Nothing is to do: one of the two is enough.' };
  seen.set(key, name);
  const load = loads.find(
    ({ sha256, file: called, revertedAt }) => sha256 === preview.sha256 && called === preview.file && revertedAt === null,
  );
  if (load)
    return {
      ...known,
      state: 'known',
      why: `These very bytes stand as load ${load.n}.`,
      todo: 'Nothing is to do: they would say nothing new.',
    };
  const rows = open.find(({ id }) => id === 'rows');
  if (rows && feeds.length === 0)
    return { ...known, what: '', state: 'unknown', why: rows.text, todo: 'Import it by itself and say what one row is, or leave it out.' };
  if (open.length > 0) return { ...known, state: 'question', why: open.map(({ text }) => text).join(' '), todo: 'Answer first.' };
  if (preview.held >= preview.reading.rows && preview.held > 0)
    return {
      ...known,
      state: 'refused',
      why: 'None of its rows can be loaded.',
      todo: preview.problems.rows[0]?.todo ?? 'Look at it by itself.',
    };
  return { ...known, state: 'ready', why: null, todo: null };
};

const whatOf = ({ mapping }: Preview): string =>
  shapeCalled(mapping.shape)?.words ??
  [...new Set(mapping.feeds.map(({ entity, lookup }) => (lookup ? `the list ${lookup}` : ENTITIES[entity].words)))].join(', ');

const refersTo = (looked: readonly Looked[], { file, sheet, feeds }: PlannedFile): ReadonlySet<Entity> => {
  const of = looked.find((one) => one.file === file && one.sheet === sheet);
  if (!of || !('preview' in of)) return new Set();
  const fields = of.preview.mapping.feeds.flatMap((feed) =>
    Object.keys(feed.fields).filter((field) => !(ENTITIES[feed.entity].key.length === 1 && field === 'id')),
  );
  return new Set(fields.flatMap((field) => REFERS[field] ?? []).filter((entity) => !feeds.includes(entity)));
};

/** What is referred to and nobody holds; a contact's id may be that of a lead. */
const missingOf = (
  referred: ReadonlyMap<PlannedFile, ReadonlySet<Entity>>,
  given: ReadonlyMap<Entity, readonly string[]>,
  have: ReadonlySet<Entity>,
): FolderPlan['missing'] => {
  const there = (entity: Entity): boolean => given.has(entity) || have.has(entity);
  const asks = (['account', 'contact', 'lead', 'opportunity'] as const).filter(
    (entity) => !there(entity) && !(entity === 'lead' && there('contact')) && !(entity === 'contact' && there('lead')),
  );
  return asks.flatMap((entity) => {
    const names = [...referred].filter(([, all]) => all.has(entity)).map(([{ name }]) => name);
    if (names.length === 0 || (entity === 'lead' && asks.includes('contact'))) return [];
    return [
      {
        entity,
        text: `${names.join(', ')} ${names.length === 1 ? 'names' : 'name'} ${ENTITIES[entity].words} by their id, and no file of ${ENTITIES[entity].words} is there. They are linked as soon as one is loaded.`,
      },
    ];
  });
};
