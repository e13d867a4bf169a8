import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { silentDays } from '../../../views/decisions/check-ins.ts';
import { useCompany } from '../../state/company.tsx';
import { CheckInList } from '../metric/CheckInList.tsx';

/** What was said about a reported outcome, and the place to say how it stands now. */
export const CheckIns = ({ outcome }: { readonly outcome: Outcome }) => {
  const { today, may } = useCompany();
  return (
    <CheckInList
      unit={outcome.metric.unit}
      checkIns={outcome.checkIns}
      silent={silentDays(outcome, today)}
      forbid={outcome.retired ? 'It is retired' : may('outcome/check-in') ? null : 'Viewers cannot check in'}
      command={(said) => ({ type: 'outcome/check-in', id: outcome.id, ...said })}
    />
  );
};
