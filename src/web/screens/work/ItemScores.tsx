import { useState } from 'react';
import type { Item } from '../../../domain/backlog/item.ts';
import { practiceOf } from '../../../domain/backlog/practice.ts';
import { openedPlain } from '../../../views/words/opened.ts';
import { count } from '../../../views/words/format.ts';
import { iceScore, riceScore, SCORE_NAMES, valueScore, wsjfScore, type Score, type ScoreName } from '../../../views/work/scores.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './ItemParts.module.css';
import { ScoreDialog } from './ScoreDialog.tsx';

const HOW: { readonly [S in ScoreName]: string } = {
  rice: 'Reach × impact × confidence ÷ effort in person-months (S. McBride, Intercom). Numbers that people said, not measured ones.',
  ice: 'Impact × confidence × ease or effort, each from 1 to 10 (S. Ellis); the variant is named. Numbers that people said.',
  wsjf: 'User and business value + time criticality + risk reduction or opportunity enablement, over job size (SAFe).',
  value:
    'The sum of the shares of its outcomes’ gaps that it is estimated to close. One point is one hundredth of the way from an outcome’s baseline to its target; every outcome weighs the same. An estimate that people recorded, not an effect.',
};
const digits = (value: number): string => count(value, value < 10 ? 1 : 0);

/** A score that opens, or why there is none. */
export const ScoreFigure = ({ of, name, item }: { readonly of: Score; readonly name: ScoreName; readonly item: Item }) =>
  of.value === null ? (
    <span className="dim" title={of.how}>
      –<span className="unseen">{of.how}</span>
    </span>
  ) : (
    <Figure
      opens={openedPlain(`${SCORE_NAMES[name]} of ${item.ref} ${item.title}`, digits(of.value), HOW[name], {
        meaning: of.how,
        things: [item.id],
      })}
    >
      {digits(of.value)}
    </Figure>
  );

/** Scores of one item, each with the numbers it is made of. */
export const ItemScores = ({ item }: { readonly item: Item }) => {
  const { book, may } = useCompany();
  const [scoring, setScoring] = useState<ScoreName | null>(null);
  const { ice } = practiceOf(book);
  const scores: readonly (readonly [ScoreName, Score])[] = [
    ['rice', riceScore(item)],
    ['ice', iceScore(item, ice)],
    ['wsjf', wsjfScore(item)],
    ['value', valueScore(book, item)],
  ];
  return (
    <section className={css.part}>
      <h3>Score</h3>
      <dl className={css.scores}>
        {scores.map(([name, score]) => (
          <div key={name}>
            <dt>
              {SCORE_NAMES[name]}
              {name === 'ice' && <small> by {ice}</small>}
            </dt>
            <dd>
              <ScoreFigure of={score} name={name} item={item} /> <span className="dim">{score.how}</span>{' '}
              {may('item/score-rice') && !item.retired && (
                <button type="button" className="lnk" onClick={() => setScoring(name)}>
                  {score.value === null ? 'Score' : 'Change'}
                  <span className="unseen"> {SCORE_NAMES[name]}</span>
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {scoring && <ScoreDialog item={item} name={scoring} onClose={() => setScoring(null)} />}
    </section>
  );
};
