/** Measures that no rule can judge, in words. */
import type { NotJudged } from '../../domain/campaign/judged.ts';

/** Why no rule can judge a measure, and what is judged instead. */
export const NOT_JUDGED: { readonly [W in NotJudged]: { readonly text: string; readonly todo: string } } = {
  'spend-of-case': {
    text: 'Money spent is not what comes of a case.',
    todo: 'Take the cost for each case: a ratio of spend over leads, deals or touches.',
  },
  'revenue-as-case': { text: 'Revenue is no case.', todo: 'Count it out of leads, deals or touches.' },
  'revenue-over-spend': {
    text: 'Revenue over spend has no cases of its own, so nobody can say how widely it spreads.',
    todo: 'Take revenue for each lead or deal, and the cost for each case as a guardrail.',
  },
  'share-of-money': {
    text: 'A share is one of cases, and money spent is none.',
    todo: 'Count what comes for the money, or take the cost for each case: a ratio of spend over it.',
  },
  'spend-by-variant': {
    text: 'No file says which variant money was spent for.',
    todo: 'Tell it by hand for each variant, or take a measure of cases; cost is counted from files in a campaign with one variant.',
  },
  'cost-as-difference': {
    text: 'Cost for each case is judged against a limit, not as a difference.',
    todo: 'Give the thresholds as levels, in a campaign with one variant.',
  },
};
