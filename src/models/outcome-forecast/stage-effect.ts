/**
 * Stage effect: how much faster deals that stand in a stage are won or lost than others of their age.
 *
 * On past days (LANDMARKS_APART days apart) the deals open in each stage are followed: events that happened ÷ events that the
 * hazards by age led one to expect, soon (SOON days) and later, pooled towards 1 by PSEUDO events. A ratio of 2: twice as fast.
 *
 * Out   for each stage: ratios for wins and losses, soon and later; > 0. A stage never seen has 1 throughout.
 *
 * Source: landmarking, van Houwelingen, Scandinavian Journal of Statistics 34 (2007) 70–85,
 *   doi:10.1111/j.1467-9469.2006.00529.x; observed ÷ expected with a gamma prior.
 * Checked against: events counted by hand (fit.test.ts).
 */
import { stageOn, type PastDeal } from './past.ts';

export const SOON = 28;
const LATER = 119;
const LANDMARKS_APART = 28;
const MOST_LANDMARKS = 26;
const PSEUDO = 4;

export type StageEffect = { readonly winSoon: number; readonly winLater: number; readonly lossSoon: number; readonly lossLater: number };
export const NO_EFFECT: StageEffect = { winSoon: 1, winLater: 1, lossSoon: 1, lossLater: 1 };

type Tally = { -readonly [K in keyof StageEffect]: number } & { readonly expected: { -readonly [K in keyof StageEffect]: number } };
const none = () => ({ winSoon: 0, winLater: 0, lossSoon: 0, lossLater: 0 });

/** `hazard(cause, age)` sums daily hazards of ages 0 to `age`. */
export const stageEffects = (
  deals: readonly PastDeal[],
  {
    since,
    day,
    cumulated,
  }: { readonly since: number; readonly day: number; readonly cumulated: (cause: 'win' | 'loss', age: number) => number },
): ReadonlyMap<string, StageEffect> => {
  const tallies = new Map<string, Tally>();
  for (let n = 1; n <= MOST_LANDMARKS && day - n * LANDMARKS_APART >= since; n++) {
    const mark = day - n * LANDMARKS_APART;
    for (const deal of deals) {
      if (deal.opened > mark || (deal.closed !== null && deal.closed <= mark) || deal.stages.length === 0) continue;
      const stage = stageOn(deal, mark);
      if (stage === '') continue;
      const tally = tallies.get(stage) ?? { ...none(), expected: none() };
      tallies.set(stage, tally);
      follow(tally, deal, mark, day, cumulated);
    }
  }
  return new Map([...tallies].map(([stage, tally]) => [stage, ratios(tally)]));
};

const follow = (
  tally: Tally,
  deal: PastDeal,
  mark: number,
  day: number,
  cumulated: (cause: 'win' | 'loss', age: number) => number,
): void => {
  const age = mark - deal.opened;
  const end = Math.min(deal.closed ?? day, day, mark + LATER) - deal.opened;
  const soon = Math.min(end, age + SOON);
  tally.expected.winSoon += cumulated('win', soon) - cumulated('win', age);
  tally.expected.lossSoon += cumulated('loss', soon) - cumulated('loss', age);
  tally.expected.winLater += cumulated('win', end) - cumulated('win', soon);
  tally.expected.lossLater += cumulated('loss', end) - cumulated('loss', soon);
  if (deal.closed === null || deal.closed > mark + LATER || deal.closed > day) return;
  const isSoon = deal.closed - mark <= SOON;
  if (deal.won) tally[isSoon ? 'winSoon' : 'winLater'] += 1;
  else tally[isSoon ? 'lossSoon' : 'lossLater'] += 1;
};

const ratios = (t: Tally): StageEffect => {
  const of = (k: keyof StageEffect): number => (t[k] + PSEUDO) / (t.expected[k] + PSEUDO);
  return { winSoon: of('winSoon'), winLater: of('winLater'), lossSoon: of('lossSoon'), lossLater: of('lossLater') };
};
