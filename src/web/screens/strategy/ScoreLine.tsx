import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { bandWords, openedScore, scoreText } from '../../../views/agree/scored.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { Status } from '../../components/Status.tsx';
import { useCompany } from '../../state/company.tsx';

/** The recorded score of an outcome: how far it came, looking back. Never beside a confidence, which looks ahead. */
export const ScoreLine = ({ outcome }: { readonly outcome: Outcome }) => {
  const { company } = useCompany();
  const opened = openedScore(outcome, company.currency);
  if (!opened || !outcome.scored) return <span className="dim">Not scored yet</span>;
  const { kind, text } = bandWords(outcome.scored.score);
  return (
    <span className="nw">
      <Figure opens={opened}>{scoreText(outcome.scored.score)}</Figure> <Status kind={kind}>{text}</Status>
    </span>
  );
};
