import { Link } from 'wouter';
import type { Answer } from '../../../kernel/answer.ts';
import { stagesSaid } from '../../../views/prove/funnel-page.ts';
import { useCompany } from '../../state/company.tsx';

/** The stage definitions an answer was counted by, with the way to them. */
export const StagesUsed = ({ answer }: { readonly answer: Answer }) => {
  const { today } = useCompany();
  const said = stagesSaid(answer, today);
  if (!said) return null;
  return (
    <>
      {said.text}{' '}
      <Link className="lnk" href="/data/stages">
        {said.signed ? 'What they mean' : 'Propose what they mean'}
      </Link>
    </>
  );
};
