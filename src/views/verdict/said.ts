/** What the rule said, as it is kept with a decision: the word, the finding, and the numbers it rested on. */
import type { Said } from '../../domain/agreements/verdict.ts';
import type { Evidence } from '../../domain/agreements/evidence.ts';
import type { CampaignId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/day.ts';
import { count, short } from '../words/format.ts';
import type { VerdictInput } from './verdict-input.ts';
import type { VerdictView } from './verdict-view.ts';
import { valueWords } from './value-words.ts';

/** Names of the figures of a verdict that stand for one variant and for one guardrail: those of the total of its answer. */
export const casesFigure = (variant: number): string => `cases${variant + 1}`;
export const guardFigure = (guard: number): string => `guard${guard + 1}`;

export type Of = {
  readonly id: CampaignId;
  readonly company: string;
  readonly name: string;
  readonly asOf: Day;
  readonly loads: readonly number[];
};

export const saidOf = ({ id, asOf, loads }: Of, { currency, variants }: VerdictInput, view: VerdictView, sha256: string): Said => {
  const { now, unit } = view;
  const frozen = (
    what: string,
    figure: string,
    value: number | null,
    shown: string,
    of: Evidence['unit'],
    low: number | null = null,
    high: number | null = null,
  ): Evidence => ({
    what: short(what, 300),
    shown: short(shown, 120),
    value,
    low,
    high,
    unit: of,
    currency: of === 'money' ? currency : null,
    askedBy: { name: 'verdict', parameters: [{ name: 'campaign', value: id }], row: 'total', figure },
    coverage: null,
    asOf,
    loads,
  });
  const kind = unit === 'money' ? 'money' : unit === 'each' ? 'other' : 'share';
  const evidence =
    now === null
      ? []
      : [
          frozen(
            view.measure,
            'value',
            now.value,
            now.value === null ? 'nothing yet' : valueWords(now.value, unit, currency),
            kind,
            now.low,
            now.high,
          ),
          ...now.arms
            .slice(0, 6)
            .map((arm, i) =>
              frozen(`Cases${variants.length > 1 ? ` of “${variants[i]?.name ?? i}”` : ''}`, casesFigure(i), arm.n, count(arm.n), 'count'),
            ),
          ...view.guards.slice(0, 4).map((guard, i) => frozen(guard.measure, guardFigure(i), guard.worst, guard.text, 'other')),
        ];
  return { word: view.word, finding: short(view.title, 1000), asOf, sha256, evidence };
};
