/**
 * Stages: which names mean open, won and lost.
 *
 * Names are compared without case, signs and the pipeline in brackets. Names that speak of an end
 * without saying which ("Closed", "Done") and names nobody knows are unclear; beside a known won
 * and a known lost stage, a name that speaks of no end is open.
 */
import type { StageStatus } from './mapping.ts';

const WON = [
  'won',
  'closed won',
  'closedwon',
  'won deal',
  'deal won',
  'closed - won',
  'gewonnen',
  'abgeschlossen gewonnen',
  'gewonnen abgeschlossen',
  'gagné',
  'gagnée',
  'fermé gagné',
  'ganado',
  'ganada',
  'cerrado ganado',
  'ganho',
  'fechado ganho',
  'vinto',
  'gewonnen deal',
  'customer',
  'kunde',
  'order received',
  'contract signed',
  'signed',
  'success',
  'successful',
];
const LOST = [
  'lost',
  'closed lost',
  'closedlost',
  'lost deal',
  'deal lost',
  'verloren',
  'abgeschlossen verloren',
  'verloren abgeschlossen',
  'perdu',
  'perdue',
  'fermé perdu',
  'perdido',
  'perdida',
  'cerrado perdido',
  'fechado perdido',
  'perso',
  'dead',
  'rejected',
  'abgelehnt',
  'no decision',
  'closed no decision',
  'failed',
  'unsuccessful',
];
const OPEN = [
  'open',
  'new',
  'offen',
  'neu',
  'prospecting',
  'prospect',
  'engaging',
  'engaged',
  'qualification',
  'qualified',
  'qualified to buy',
  'qualifiedtobuy',
  'qualifying',
  'needs analysis',
  'value proposition',
  'id decision makers',
  'perception analysis',
  'proposal',
  'proposal price quote',
  'proposal sent',
  'negotiation',
  'negotiation review',
  'negotiating',
  'discovery',
  'demo',
  'demo scheduled',
  'evaluation',
  'trial',
  'appointment scheduled',
  'appointmentscheduled',
  'presentation scheduled',
  'presentationscheduled',
  'decision maker bought in',
  'decisionmakerboughtin',
  'contract sent',
  'contractsent',
  'lead',
  'mql',
  'sal',
  'sql',
  'sqo',
  'opportunity',
  'contacted',
  'in progress',
  'pipeline',
  'commit',
  'best case',
  'verhandlung',
  'angebot',
  'angebot gesendet',
  'qualifiziert',
  'in arbeit',
  'quote',
  'quoted',
  'verbal',
  'verbal commitment',
  'on hold',
  'first meeting',
  'meeting',
];
const ENDS =
  /clos|done|end|finish|complet|cancel|declin|dead|disqual|reject|abandon|churn|abgeschl|erledigt|beendet|won|lost|win\b|loss|sign|success|fail|no\b|fermé|cerrad|fechad/;

const fold = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^\s*\d+\s+(?=\p{L})/u, '')
    .trim();
const known = (list: readonly string[], name: string): boolean => list.some((one) => fold(one) === name);

/** Open, won or lost by the name alone; null where it does not say. */
export const statusOfName = (stage: string): StageStatus | null => {
  const name = fold(stage);
  return known(WON, name) ? 'won' : known(LOST, name) ? 'lost' : known(OPEN, name) ? 'open' : null;
};

/** Each stage of a list as open, won or lost; null: only a person knows. */
export const classify = (stages: readonly string[]): { readonly [stage: string]: StageStatus | null } => {
  const byName = stages.map((stage) => [stage, statusOfName(stage)] as const);
  const ends = new Set(byName.map(([, status]) => status));
  const bothEnds = ends.has('won') && ends.has('lost');
  return Object.fromEntries(byName.map(([stage, status]) => [stage, status ?? (bothEnds && !ENDS.test(fold(stage)) ? 'open' : null)]));
};
