/** A brief while it is written: what its fields hold, and the command that they make. */
import type { Variant } from '../../../domain/campaign/criteria.ts';
import type { Micro } from '../../../domain/campaign/micro.ts';
import type { BudgetId, CampaignId, NoteId, SegmentId } from '../../../kernel/ids.ts';
import type { Day } from '../../../kernel/day.ts';
import { newId } from '../../state/ids.ts';

export type BriefDraft = {
  readonly believe: string;
  readonly segment: SegmentId | null;
  readonly line: BudgetId | null;
  /** One a line: "name", or "name, 2" with its weight. */
  readonly variants: string;
  readonly randomised: boolean;
};

export const NEW_BRIEF: BriefDraft = { believe: '', segment: null, line: null, variants: '', randomised: false };

/** What stands in the fields when a brief is reworded; `believe` as its words read now. */
export const briefDraft = ({ segment, line, variants, randomised }: Micro, believe: string): BriefDraft => ({
  believe,
  segment,
  line,
  variants: variants.map(({ name, weight }) => (weight === 1 ? name : `${name}, ${weight}`)).join('\n'),
  randomised,
});

/** What keeps it from being written as it stands, beside what any campaign needs; null where nothing does. */
export const missingInBrief = ({ believe }: BriefDraft, { from }: { readonly from: Day }, today: Day): string | null =>
  believe.trim() === ''
    ? 'Say what you believe'
    : from < today
      ? 'Let it begin today or later: what counts as success is frozen by then'
      : null;

export const variantsIn = (text: string): Variant[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const found = /^(.*?),\s*(\d+(?:\.\d+)?)$/.exec(line);
      return found ? { name: found[1]!, weight: Number(found[2]) } : { name: line, weight: 1 };
    });

/** The command that writes the brief, with the words that it names; `was` are words that stand already and were not touched. */
export const briefed = (
  id: CampaignId,
  { believe, segment, line, variants, randomised }: BriefDraft,
  name: string,
  was: { readonly id: NoteId; readonly text: string } | null = null,
) => {
  const named = variantsIn(variants);
  const note = was?.text === believe.trim() ? null : { id: newId('n'), text: believe.trim() };
  return {
    command: {
      type: 'campaign/brief',
      id,
      hypothesis: note?.id ?? was!.id,
      segment,
      line,
      variants: named.length > 0 ? named : [{ name: name.trim(), weight: 1 }],
      randomised: named.length > 1 && randomised,
    } as const,
    notes: note ? [note] : [],
  };
};
