/** Scores in words, and the score of an objective: the average of its outcomes that are over and scored. */
import type { Book } from '../../domain/book.ts';
import type { Outcome } from '../../domain/strategy/outcome.ts';
import { bandOf, scoreOf, scoreStart, toTenth, type Band } from '../../domain/strategy/score.ts';
import type { Day } from '../../kernel/day.ts';
import type { ObjectiveId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { count } from '../words/format.ts';
import { openedBehind, type Opened } from '../words/opened.ts';
import { valueFull } from '../words/values.ts';

export const BAND_WORDS: { readonly [B in Band]: { readonly kind: 'on' | 'risk' | 'off'; readonly text: string } } = {
  green: { kind: 'on', text: 'came true' },
  yellow: { kind: 'risk', text: 'part of the way' },
  red: { kind: 'off', text: 'did not come' },
};
export const scoreText = (score: number): string => score.toFixed(1);
export const bandWords = (score: number) => BAND_WORDS[bandOf(score)];

/** `score` is null where none of them is scored yet; `of` counts outcomes that are over. */
export type ObjectiveScore = { readonly score: number | null; readonly have: number; readonly of: number };

export const objectiveScore = (book: Book, id: ObjectiveId, today: Day): ObjectiveScore => {
  const over = [...book.outcome.values()].filter((o) => o.objective === id && !o.retired && o.due < today);
  const scores = over.flatMap((o) => (o.scored ? [o.scored.score] : []));
  const mean = scores.length === 0 ? null : toTenth(scores.reduce((sum, s) => sum + s, 0) / scores.length);
  return { score: mean, have: scores.length, of: over.length };
};

/** What the score would be with this final value, and how it is counted; null where it has to be judged. */
export const computedScore = (outcome: Outcome, final: number | null, currency: Currency | null) => {
  const start = scoreStart(outcome);
  const score = final === null ? null : scoreOf(outcome, final);
  const write = (n: number): string => valueFull(n, outcome.metric.unit, currency);
  const how =
    start === null
      ? 'No baseline was recorded, so nobody can compute how far it came.'
      : `From ${write(start)} to ${write(outcome.target)} is the whole way${outcome.baseline === null ? '; what adds up starts from nothing' : ''}.`;
  return { score, how };
};

/** A recorded score, opened: how it was counted, and that it is no forecast and no appraisal. */
export const openedScore = (outcome: Outcome, currency: Currency | null): Opened | null => {
  const { scored } = outcome;
  if (!scored) return null;
  const { how } = computedScore(outcome, scored.value, currency);
  const behind = {
    asOf: outcome.due,
    loads: [],
    definition: 'How far it came from its start to its target, to one decimal: 0.0 not at all, 1.0 all the way. 0.7 and more came true.',
    coverage: null,
    findings: [],
    rows: [],
  };
  return openedBehind(`Score of “${outcome.name}”`, scoreText(scored.score), behind, {
    tone: bandWords(scored.score).kind === 'on' ? 'plain' : bandWords(scored.score).kind,
    meaning:
      scored.value === null
        ? 'Given by a person, in words, since it could not be computed.'
        : `Final value ${valueFull(scored.value, outcome.metric.unit, currency)}. ${how}`,
    sure: 'It looks back at what came and judges nobody. Confidence, which looks ahead, is kept apart.',
    more: [{ text: 'The outcome', href: `/agree/outcomes/${outcome.id}` }],
  });
};

/** The score of an objective in one line. */
export const objectiveScoreWords = ({ have, of }: ObjectiveScore): string =>
  have === of ? `average of ${count(of)} outcomes` : `average of ${count(have)} of ${count(of)} outcomes that are over`;
