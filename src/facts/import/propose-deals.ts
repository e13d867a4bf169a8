/**
 * Propose for deals: their status, the stages they entered and when, their contacts.
 *
 * A closing date is the close of a deal that is won or lost, and the expected close of an open one.
 * A date column called like a stage (`engage_date` beside stage "Engaging"), or HubSpot's
 * `Date entered "…"`, says when a deal entered that stage.
 */
import type { Tx } from '../engine.ts';
import type { Columns } from './columns.ts';
import { feed, sourcesOf } from './feed.ts';
import { foldHeader } from './headers.ts';
import type { Answers, Feed, FieldSource, Question, StageStatus } from './mapping.ts';
import type { Profile } from './profile.ts';
import { answerTo, askOutcome, askStage } from './questions.ts';
import { stageEnteredIn } from './stage-columns.ts';
import { meansOf, stageLabels, type StageLabels } from './stage-labels.ts';
import { classify } from './stages.ts';
import { DEAL_CONTACTS } from './synonyms.ts';
import { formOf } from './time-format.ts';

const STATUSES: readonly StageStatus[] = ['open', 'won', 'lost'];
type Stages = { readonly [stage: string]: StageStatus };
type Deals = { readonly feeds: readonly Feed[]; readonly stages: Stages; readonly questions: readonly Question[] };

export const dealFeeds = async (tx: Tx, columns: Columns, fields: Map<string, Profile>, answers: Answers): Promise<Deals> => {
  const stage = fields.get('stage');
  const close = fields.get('close_date');
  const flagged = fields.has('is_won');
  const labels = await stageLabels(tx);
  const { stages, questions } = stage ? await classified(tx, stage, answers, flagged) : { stages: {}, questions: [] };
  const asks: Question[] = [...questions];
  const means = meansOf(Object.keys(stages), labels);
  const sources = sourcesOf(columns, 'opportunity', fields);
  const named = stage && { header: stage.header, ...(means ? { means } : {}) };
  if (named) sources['stage'] = named;
  if (!stage && !flagged && close) {
    const outcome = STATUSES.find((one) => one === answerTo(answers, 'outcome'));
    if (outcome === undefined) asks.push(askOutcome(close.header));
    sources['status'] = { constant: outcome ?? 'won' };
  } else if (!stage && !flagged && fields.has('closed_on')) sources['status'] = { constant: 'won' };
  const id = sources['id']!;
  const entered = 'header' in id ? enteredByColumn(columns, id, stage, Object.keys(stages), labels) : [];
  const atClose = 'header' in id ? enteredAtClose(id, named, close ?? fields.get('closed_on'), stages, entered) : [];
  return { feeds: [feed('opportunity', sources), ...entered, ...atClose, ...contactsOf(columns, id)], stages, questions: asks };
};

/** Every stage value of a column as open, won or lost, by answer or by name; a question for each that stays unclear. */
export const classified = async (
  tx: Tx,
  stage: Profile,
  answers: Answers,
  flagged: boolean,
  before: Stages = {},
): Promise<{ readonly stages: Stages; readonly questions: Question[] }> => {
  const found = await tx.read<{ stage: string; n: number }>(
    `select ${stage.column} as stage, count(*) as n from stage where ${stage.column} is not null group by 1 order by 2 desc, 1 limit 200`,
  );
  const byName = classify(found.map((row) => row.stage));
  const labels = await stageLabels(tx);
  const questions: Question[] = [];
  const stages: { [stage: string]: StageStatus } = {};
  for (const { stage: name, n } of found) {
    const said = STATUSES.find((one) => one === answerTo(answers, `stage:${name}`));
    const status = said ?? before[name] ?? labels.get(name)?.status ?? byName[name];
    if (status) stages[name] = status;
    // Where flags say won and closed, the name need not.
    else if (!flagged) questions.push(askStage(name, n));
  }
  return { stages, questions };
};

/** Closed stages are entered at the close, where no column of their own says when. None may be closed yet. */
const enteredAtClose = (
  id: FieldSource,
  stage: { readonly header: string; readonly means?: { readonly [id: string]: string } } | undefined,
  close: Profile | undefined,
  stages: Stages,
  entered: readonly Feed[],
): Feed[] => {
  const dated = entered.map(({ fields }) => fields['stage']).map((source) => (source && 'constant' in source ? source.constant : ''));
  const closed = Object.keys(stages).filter((name) => stages[name] !== 'open' && !dated.includes(stage?.means?.[name] ?? name));
  if (!stage || !close) return [];
  const fields = { opportunity_id: id, stage, entered_on: { header: close.header } };
  return [feed('stage_entry', fields, { where: { header: stage.header, in: closed }, inferred: true })];
};

const enteredByColumn = (
  columns: Columns,
  id: FieldSource,
  stage: Profile | undefined,
  stages: readonly string[],
  labels: StageLabels,
): Feed[] =>
  columns.all
    .filter((profile) => formOf(profile) !== null)
    .flatMap((profile) => {
      const found = stageEnteredIn(profile.header, [...stages, ...labels.keys()]) ?? (stage ? stageCalled(profile.header, stages) : null);
      const name = found === null ? null : (labels.get(found)?.label ?? found);
      return name ? [feed('stage_entry', { opportunity_id: id, stage: { constant: name }, entered_on: { header: profile.header } })] : [];
    });

/** The stage that a date column is called after: its name without "date" begins one stage only. Closing dates are none. */
const stageCalled = (header: string, stages: readonly string[]): string | null => {
  const stem = foldHeader(header)
    .replace(/^(date|entered)+|(date|entered|at|on)+$/g, '')
    .replace(/(ed|ing|e)$/, '');
  if (stem.length < 4 || /^(clos|creat|open|updat|modif|start)/.test(stem)) return null;
  const called = stages.filter((stage) => foldHeader(stage).startsWith(stem));
  return called.length === 1 ? called[0]! : null;
};

const contactsOf = (columns: Columns, id: FieldSource): Feed[] => {
  const contact = DEAL_CONTACTS.map((name) => columns.named(name)).find((profile) => profile !== undefined);
  if (!contact || !('header' in id)) return [];
  const several = contact.sample.some((cell) => cell.includes(';'));
  return [
    feed('opportunity_contact', {
      opportunity_id: id,
      contact_id: { header: contact.header, ...(several ? { split: ';' as const } : {}) },
    }),
  ];
};
