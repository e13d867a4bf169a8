/** Parameters that several questions share, said once. */
import type { Param } from './question.ts';

export const AS_OF: Param = {
  name: 'asOf',
  kind: 'day',
  summary: 'Use nothing dated after this day. Without it: the last day the data speak of, or today if that is earlier',
};
export const TODAY: Param = { name: 'today', kind: 'day', summary: "The company's own day, told by the server; never typed by a person" };
export const RULES: Param = {
  name: 'rules',
  kind: 'text',
  summary: 'Touch rules that are only tried, as JSON, told by the server; never typed by a person',
};
/** Taken by every question. */
export const COMMON: readonly Param[] = [AS_OF, TODAY, RULES];

export const BY: Param = {
  name: 'by',
  kind: 'texts',
  summary: 'Cuts: one row per value. A column as the file spells it, a date with its grain (closed:quarter), or a link (campaign)',
};
export const WHERE: Param = {
  name: 'where',
  kind: 'texts',
  summary: 'Filters, each field=value or field!=value; (blank) means an empty cell',
};
export const SINCE: Param = { name: 'since', kind: 'day', summary: 'First day, included' };
export const UNTIL: Param = { name: 'until', kind: 'day', summary: 'Day after the last, not included' };
export const FROM: Param = {
  name: 'from',
  kind: 'text',
  summary: 'Milestone to start at: touch, lead, opened, closed, won, lost or the name of a stage',
};
export const TO: Param = {
  name: 'to',
  kind: 'text',
  summary: 'Milestone to reach: lead, opened, closed, won, lost or the name of a stage',
};
