import { useState } from 'react';
import type { Kpi } from '../../../domain/strategy/kpi.ts';
import type { KpiId } from '../../../kernel/ids.ts';
import { HEALTH_WORDS } from '../../../views/agree/kpi.ts';
import { corridorWords } from '../../../views/words/corridor.ts';
import { tally } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Comments } from '../../components/Comments.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { History } from '../../components/History.tsx';
import { Sections } from '../../components/Sections.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import { CheckInList } from '../metric/CheckInList.tsx';
import { metricWords } from '../outcomes/metric-words.ts';
import { Corridor } from './Corridor.tsx';
import { KpiHealthCell, KpiNowCell } from './KpiCells.tsx';
import { KpiForm } from './KpiForm.tsx';
import css from './KpisScreen.module.css';
import { useKpisNow } from './use-kpis-now.ts';

const HREF = (id: KpiId): string => `/agree/kpis/${id}`;

/** One KPI: where it stands in its corridor, where it went, how it is measured, what was decided about it. */
export const KpiDrawer = ({ kpi, order }: { readonly kpi: Kpi; readonly order: readonly KpiId[] }) => {
  const { book, company, nameOf, ask, may } = useCompany();
  const [state, setState] = useState<'read' | 'change' | 'retire'>('read');
  const { of, health } = useKpisNow();
  const { id, name, metric, owner, retired, overDays } = kpi;
  const now = of(id);
  const at = order.indexOf(id);
  const beside = (step: number): string | undefined => (at >= 0 && order[at + step] ? HREF(order[at + step]!) : undefined);
  const rule = useRule([{ type: 'kpi/retire', id, why: 'n_x' }]);
  useKey('e', 'Change', () => setState('change'), rule === null && !retired);
  useBearings({ crumb: name, to: {} });
  return (
    <Drawer
      title={<span className="agreed">{name}</span>}
      kick={`KPI, healthy ${corridorWords(kpi, metric.unit, company.currency)}`}
      closeTo="/agree/kpis"
      previous={beside(-1)}
      next={beside(1)}
      foot={
        !retired && (
          <>
            <Button onPress={() => setState(state === 'change' ? 'read' : 'change')} forbid={rule}>
              {state === 'change' ? 'Leave unchanged' : 'Change'}
            </Button>
            <Button kind="quiet" onPress={() => setState('retire')} forbid={rule}>
              Retire
            </Button>
          </>
        )
      }
    >
      {state === 'change' ? (
        <KpiForm kpi={kpi} onDone={() => setState('read')} />
      ) : (
        <Sections>
          <section>
            <p className={css.now}>
              <b>
                <KpiNowCell kpi={kpi} />
              </b>
              <KpiHealthCell kpi={kpi} />
            </p>
            {now && now.trail.length > 1 && <Corridor kpi={kpi} now={now} wide={420} high={92} />}
            {HEALTH_WORDS[health(kpi)].kind === 'off' && (
              <p className="sm mut">Outside its corridor: a KPI asks for attention then, and promises no change by itself.</p>
            )}
          </section>
          {metric.kind === 'reported' && (
            <CheckInList
              unit={metric.unit}
              checkIns={kpi.checkIns}
              silent={null}
              forbid={retired ? 'It is retired' : may('kpi/check-in') ? null : 'Viewers cannot check in'}
              command={(said) => ({ type: 'kpi/check-in', id, ...said })}
            />
          )}
          <section>
            <h3>How it is measured, and who keeps it healthy</h3>
            <p>{metricWords(metric, book)}</p>
            {metric.kind !== 'reported' && <p>Over the last {tally(overDays, 'day')}.</p>}
            <p>{owner ? nameOf(owner) : 'Nobody yet.'}</p>
          </section>
          <section>
            <h3>What was decided about it</h3>
            <History thing={id} most={12} />
          </section>
        </Sections>
      )}
      {state === 'retire' && (
        <WhyDialog
          title="Retire this KPI"
          does="Retire it"
          onClose={() => setState('read')}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'kpi/retire', id, why }], { notes: [note] });
            if (answer.ok) say({ kind: 'done', text: 'The KPI is retired; it stays on record.' });
            return answer.ok ? null : answer.words;
          }}
        >
          <p>It stays on record. Formulas that name it go on reading its last value.</p>
        </WhyDialog>
      )}
      <Comments thing={kpi.id} />
    </Drawer>
  );
};
