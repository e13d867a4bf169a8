import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { openedOutcome } from '../../../views/home/opened.ts';
import { valueShort } from '../../../views/words/values.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { Unknown } from '../../components/figure/Unknown.tsx';
import { Pending } from '../../components/Pending.tsx';
import { useCompany } from '../../state/company.tsx';
import { useOutcomesNow } from './use-outcomes-now.ts';

/** The present value of an outcome: a number that opens, a dash with its reason, or a grey line while it is counted. */
export const NowCell = ({ outcome }: { readonly outcome: Outcome }) => {
  const { company, today } = useCompany();
  const { ready, of, standing } = useOutcomesNow();
  const now = of(outcome.id);
  if (!ready) return <Pending />;
  const opened = openedOutcome({ outcome, now, standing: standing(outcome) }, company.currency, today);
  if (!opened || !now || now.value === null)
    return <Unknown what={outcome.name} why={now?.why ?? 'Not known: the server has said nothing about it.'} />;
  return <Figure opens={opened}>{valueShort(now.value, outcome.metric.unit, company.currency)}</Figure>;
};
