import { Redirect, useParams } from 'wouter';
import { quarterNamed, quarterOf } from '../../../kernel/fiscal.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { DraftPage } from './DraftPage.tsx';
import { GuidepointPage } from './GuidepointPage.tsx';

/** The Guidepoint of a quarter; without a quarter in the address, of the one that runs. */
export const GuidepointScreen = () => {
  const { period } = useParams<{ period?: string }>();
  const { book, company, today } = useCompany();
  const now = quarterOf(company.fiscal, today).id;
  const guidepoint = book.guidepoint.get(period ?? now);
  const first = guidepoint?.versions.at(-1)?.outcomes[0]?.outcome;
  const objective = first && book.outcome.get(first)?.objective;
  useBearings({
    to: {
      guidepoint: '/agree/guidepoint',
      ...(objective && { objective: `/agree/strategy/${objective}` }),
      ...(first && { outcome: `/agree/outcomes/${first}` }),
    },
  });
  if (!period) return <Redirect to={`/agree/guidepoint/${now}`} replace />;
  if (!quarterNamed(company.fiscal, period))
    return (
      <>
        <Head title={`There is no quarter called “${period}”.`} />
        <Empty action={<Button href="/agree/guidepoint">Go to this quarter</Button>}>Quarters are written like {now}.</Empty>
      </>
    );
  return guidepoint ? <GuidepointPage key={period} guidepoint={guidepoint} /> : <DraftPage key={period} period={period} />;
};
