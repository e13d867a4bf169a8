import { Link, useLocation, useParams, useSearchParams } from 'wouter';
import { IconPlus } from '@tabler/icons-react';
import type { Kpi } from '../../../domain/strategy/kpi.ts';
import type { KpiId } from '../../../kernel/ids.ts';
import { HEALTH_WORDS } from '../../../views/agree/kpi.ts';
import { corridorWords } from '../../../views/words/corridor.ts';
import { capital, inWords, plural } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { Table, type Column } from '../../components/Table.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useNarrow } from '../../shell/use-narrow.ts';
import { useCompany } from '../../state/company.tsx';
import { AddKpi } from './AddKpi.tsx';
import { Corridor } from './Corridor.tsx';
import { KpiHealthCell, KpiNowCell } from './KpiCells.tsx';
import { KpiDrawer } from './KpiDrawer.tsx';
import css from './KpisScreen.module.css';
import { useKpisNow, type KpisHere } from './use-kpis-now.ts';

const HOME = '/agree/kpis';

/** What is kept healthy, apart from what is to change: each KPI in its corridor. */
export const KpisScreen = () => {
  const { book, company, may, nameOf } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const here = useKpisNow();
  const phone = useNarrow();
  const all = [...book.kpi.values()];
  const standing = all.filter((k) => !k.retired);
  const retired = all.filter((k) => k.retired);
  const open = id ? book.kpi.get(id as KpiId) : undefined;
  const forbid = may('kpi/set') ? null : 'Owners and marketers set KPIs';
  const add = (): void => go(`${HOME}?do=add`);
  useKey('n', 'Set a KPI', add, forbid === null);
  const columns: Column<Kpi>[] = [
    {
      key: 'name',
      head: 'KPI',
      cell: (k) => (
        <Link href={`${HOME}/${k.id}`} className="agreed" style={{ fontSize: 15 }}>
          {k.name}
        </Link>
      ),
    },
    { key: 'now', head: 'Now', number: true, cell: (k) => <KpiNowCell kpi={k} /> },
    { key: 'healthy', head: 'Healthy', cell: (k) => <span className="mut">{corridorWords(k, k.metric.unit, company.currency)}</span> },
    { key: 'trail', head: 'In its corridor', width: '236px', cell: (k) => <Trail kpi={k} here={here} /> },
    { key: 'stands', head: 'Stands', cell: (k) => <KpiHealthCell kpi={k} /> },
    { key: 'owner', head: 'Keeps it', cell: (k) => <span className="mut">{k.owner ? nameOf(k.owner) : 'Nobody yet'}</span> },
  ];
  return (
    <>
      <Head
        title={titleOf(standing, here)}
        sub="A KPI is kept healthy within its corridor. What is to change is an outcome, and stands apart."
        actions={
          <Button kind="primary" icon={<IconPlus size={15} stroke={1.8} aria-hidden="true" />} onPress={add} forbid={forbid}>
            Set a KPI
          </Button>
        }
      />
      {standing.length === 0 ? (
        <Empty>
          A KPI reads like “Win rate, healthy at 20 % or more”: measured from your CRM, reported by a person, or computed by a formula.
        </Empty>
      ) : phone ? (
        <ul className={css.stack} aria-label="KPIs">
          {standing.map((k) => (
            <li key={k.id}>
              <Link href={`${HOME}/${k.id}`} className="agreed">
                {k.name}
              </Link>
              <span className={css.value}>
                <KpiNowCell kpi={k} />
              </span>
              <span className="dim">healthy {corridorWords(k, k.metric.unit, company.currency)}</span>
              <span className={css.value}>
                <KpiHealthCell kpi={k} />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <Table
          label="KPIs"
          columns={columns}
          rows={standing}
          keyOf={(k) => k.id}
          onOpen={(k) => go(`${HOME}/${k.id}`)}
          isCurrent={(k) => k.id === id}
        />
      )}
      {retired.length > 0 && (
        <details className={css.folded}>
          <summary>{capital(plural(retired.length, 'retired KPI'))}</summary>
          <ul>
            {retired.map((k) => (
              <li key={k.id}>
                <Link href={`${HOME}/${k.id}`} className="agreed">
                  {k.name}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      {open && <KpiDrawer key={open.id} kpi={open} order={standing.map((k) => k.id)} />}
      {search.get('do') === 'add' && forbid === null && <AddKpi onClose={() => go(HOME)} />}
    </>
  );
};

const Trail = ({ kpi, here }: { readonly kpi: Kpi; readonly here: KpisHere }) => {
  const now = here.of(kpi.id);
  return now && now.trail.some(({ value }) => value !== null) ? <Corridor kpi={kpi} now={now} /> : null;
};

const titleOf = (standing: readonly Kpi[], { ready, health }: KpisHere): string => {
  if (standing.length === 0) return 'Nothing is kept healthy yet.';
  const n = capital(plural(standing.length, 'KPI'));
  if (!ready) return `${n} ${standing.length === 1 ? 'is' : 'are'} kept healthy.`;
  const out = standing.filter((k) => HEALTH_WORDS[health(k)].kind === 'off');
  const unknown = standing.filter((k) => health(k) === 'unknown').length;
  const silent = standing.filter((k) => health(k) === 'silent').length;
  const rest = `${silent > 0 ? `, ${inWords(silent)} silent too long` : ''}${unknown > 0 ? `, ${inWords(unknown)} not known` : ''}`;
  if (out.length === 0)
    return unknown === standing.length
      ? `${n}, and no value known yet.`
      : `${n}: ${silent > 0 ? 'what was said lately' : unknown > 0 ? 'all that is known' : 'every one'} is healthy${rest}.`;
  if (out.length === 1) return `${n}: “${out[0]!.name}” is ${HEALTH_WORDS[health(out[0]!)].text.toLowerCase()}${rest}.`;
  return `${n}: ${inWords(out.length)} out of their corridor${rest}.`;
};
