import { Link } from 'wouter';
import type { AgreedPart } from '../../../views/home/page.ts';
import { quarterWords } from '../../../views/words/format.ts';
import { Agreed } from '../../components/Agreed.tsx';
import { Button } from '../../components/Button.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './HomeScreen.module.css';

/** What did we agree? */
export const AgreedQuestion = ({ agreed: { period, statement, line } }: { readonly agreed: AgreedPart }) => {
  const { may } = useCompany();
  const href = `/agree/guidepoint/${period}`;
  return (
    <>
      <h2>What did we agree?</h2>
      {statement === null ? (
        <>
          <p className={css.said}>
            Nothing for {quarterWords(period)} yet. The Guidepoint is one sentence that says what success means, with one to five outcomes,
            signed by those who depend on it.
          </p>
          {may('guidepoint/propose') && (
            <p className={css.rest}>
              <Button size="small" href={href}>
                Draft the Guidepoint
              </Button>
            </p>
          )}
        </>
      ) : (
        <>
          <Link href={href}>
            <Agreed>{statement}</Agreed>
          </Link>
          <p className={`xs dim ${css.meta}`}>{line}</p>
        </>
      )}
    </>
  );
};
