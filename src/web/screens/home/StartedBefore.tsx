import type { ReactNode } from 'react';
import { startedView } from '../../../views/lag/horizon-view.ts';
import { moneyShort, percent } from '../../../views/words/format.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { useFacts } from '../../state/facts.ts';

/** Of what is expected to close this quarter, how much was started before: the rolling horizon in one sentence. */
export const StartedBefore = ({ fallback }: { readonly fallback: ReactNode }) => {
  const started = useFacts('ask', { question: 'started' });
  if (started.data === undefined) return null;
  const view = startedView(started.data);
  if (view.why !== null || view.total.minor <= 0) return fallback;
  return (
    <>
      {' '}
      Of the <Figure opens={view.opens}>{moneyShort(view.total)}</Figure> expected this quarter,{' '}
      <Figure opens={view.before.opens}>{percent(view.before.share)}</Figure> was started {view.before.words}.
    </>
  );
};
