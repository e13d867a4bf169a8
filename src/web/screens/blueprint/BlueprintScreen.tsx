import { Redirect, useParams } from 'wouter';
import { quarterNamed, quarterOf } from '../../../kernel/fiscal.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { BlueprintPage } from './BlueprintPage.tsx';

/** The Blueprint of a quarter; without a quarter in the address, of the one that runs. */
export const BlueprintScreen = () => {
  const { period } = useParams<{ period?: string }>();
  const { company, today } = useCompany();
  const now = quarterOf(company.fiscal, today).id;
  useBearings({ to: { guidepoint: `/agree/guidepoint/${period ?? now}`, priority: '/plan/blueprint', work: '/work/backlog' } });
  if (!period) return <Redirect to={`/plan/blueprint/${now}`} replace />;
  if (!quarterNamed(company.fiscal, period))
    return (
      <>
        <Head title={`There is no quarter called “${period}”.`} />
        <Empty action={<Button href="/plan/blueprint">Go to this quarter</Button>}>Quarters are written like {now}.</Empty>
      </>
    );
  return <BlueprintPage key={period} period={period} />;
};
