import { latestConfidence, type Outcome } from '../../../domain/strategy/outcome.ts';
import { dayWords } from '../../../views/words/format.ts';
import { Unknown } from '../../components/figure/Unknown.tsx';
import { useCompany } from '../../state/company.tsx';

/** How sure somebody last was, and when: a belief about what is still to come. */
export const SureCell = ({ outcome }: { readonly outcome: Outcome }) => {
  const { today, nameOf } = useCompany();
  const now = latestConfidence(outcome, today);
  if (!now) return <Unknown what={`Confidence in “${outcome.name}”`} why="Nobody has said how sure they are." />;
  return (
    <span className="nw" title={`${nameOf(now.by)}, ${dayWords(now.on, today)}`}>
      {now.percent} %
    </span>
  );
};
