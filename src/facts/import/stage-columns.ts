/**
 * Stage columns: HubSpot's hidden history of stages, one date column for each stage.
 *
 * By label, in any language: `Date entered "Contract Sent (Sales Pipeline)"`; by internal name:
 * `hs_v2_date_entered_contractsent` (before 2024 `hs_date_entered_…`). The column is the stage that deals of the same
 * file stand in, spelled as there; where none does, it is called as the column says, without the pipeline.
 */
import { foldHeader } from './headers.ts';

const INTERNAL = /^(?:property_)?hs_(?:v2_)?date_entered_(.+)$/i;
/** A stage in quotes, or in brackets after it the pipeline. */
const QUOTED = /["“”„«']([^"“”„»]+?)\s*(?:\(([^()]*)\))?\s*["“”»']/;
/** How the languages of HubSpot say "entered"; what says "exited" or "time in" is none. */
const ENTERED =
  /\b(date entered|entered|eingetreten|eintritt\w*|eingabe\w*|entr[ée]e?\w*|entrad\w*|entr[óo]|ingresso|inser\w*|ingevoerd|binnengekomen|ingegaan)\b/i;
const LEFT =
  /\b(exit\w*|verlass\w*|austritt\w*|sorti\w*|salid\w*|sa[íi]d\w*|uscit\w*|verlaten|cumulative|latest time|time in|duration|dauer)\b/i;

/** The stages that every portal begins with. */
const DEFAULTS: { readonly [id: string]: string } = {
  appointmentscheduled: 'Appointment Scheduled',
  qualifiedtobuy: 'Qualified To Buy',
  presentationscheduled: 'Presentation Scheduled',
  decisionmakerboughtin: 'Decision Maker Bought-In',
  contractsent: 'Contract Sent',
  closedwon: 'Closed Won',
  closedlost: 'Closed Lost',
};

/** The stage whose entries a column dates, spelled as `stages` (those that deals stand in) where it is one of them; null: it dates none. */
export const stageEnteredIn = (header: string, stages: readonly string[]): string | null => {
  const id = INTERNAL.exec(header)?.[1];
  if (id !== undefined) {
    const bare = id.replace(/_\d{6,}$/, ''); // a pipeline's number may follow
    return spelled(id, null, stages) ?? spelled(bare, null, stages) ?? DEFAULTS[bare.toLowerCase()] ?? id;
  }
  if (LEFT.test(header) || !ENTERED.test(header)) return null;
  const [, name, pipeline] = QUOTED.exec(header) ?? [];
  const plain = name ?? /^Date entered (.+?)\s*(?:\([^)]*\))?$/i.exec(header)?.[1];
  return plain === undefined ? null : (spelled(plain.trim(), pipeline ?? null, stages) ?? plain.trim());
};

const spelled = (name: string, pipeline: string | null, stages: readonly string[]): string | null =>
  stages.find((stage) => stage === name) ??
  (pipeline === null ? undefined : stages.find((stage) => bare(stage) === bare(`${name} (${pipeline})`))) ??
  stages.find((stage) => bare(stage) === bare(name)) ??
  stages.find((stage) => foldHeader(stage) === foldHeader(name)) ??
  null;

/** Letters and digits, brackets included, without case. */
const bare = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
