import type { Kpi } from '../../../domain/strategy/kpi.ts';
import { HEALTH_WORDS, openedKpi } from '../../../views/agree/kpi.ts';
import { valueShort } from '../../../views/words/values.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { Unknown } from '../../components/figure/Unknown.tsx';
import { Pending } from '../../components/Pending.tsx';
import { Status } from '../../components/Status.tsx';
import { useCompany } from '../../state/company.tsx';
import { useKpisNow } from './use-kpis-now.ts';

/** The present value of a KPI: a number that opens, a dash with its reason, or a grey line while it is counted. */
export const KpiNowCell = ({ kpi }: { readonly kpi: Kpi }) => {
  const { company, today } = useCompany();
  const { ready, of } = useKpisNow();
  const now = of(kpi.id);
  if (!ready) return <Pending />;
  if (!now || now.value === null) return <Unknown what={kpi.name} why={now?.why ?? 'Not known: the server has said nothing about it.'} />;
  return <Figure opens={openedKpi(kpi, now, company.currency, today)}>{valueShort(now.value, kpi.metric.unit, company.currency)}</Figure>;
};

export const KpiHealthCell = ({ kpi }: { readonly kpi: Kpi }) => {
  const { ready, health } = useKpisNow();
  if (!ready) return <Pending />;
  const { kind, text } = HEALTH_WORDS[health(kpi)];
  return <Status kind={kind}>{text}</Status>;
};
