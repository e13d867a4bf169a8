import { useState } from 'react';
import { IconLock } from '@tabler/icons-react';
import { current, type Guidepoint } from '../../../domain/guidepoint/guidepoint.ts';
import { addDays } from '../../../kernel/day.ts';
import { quarterNamed } from '../../../kernel/fiscal.ts';
import { dayLong } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { useCompany } from '../../state/company.tsx';
import { ChangeForm } from './ChangeForm.tsx';
import css from './GuidepointPage.module.css';

/** Locked: the single action is to ask for a change. */
export const AskChange = ({ guidepoint }: { readonly guidepoint: Guidepoint }) => {
  const { company, today, may } = useCompany();
  const [asking, setAsking] = useState(false);
  const quarter = quarterNamed(company.fiscal, guidepoint.period);
  const last = quarter && addDays(quarter.to, -1);
  const over = last !== null && last < today;
  const seats = current(guidepoint).seats.length;
  return (
    <>
      <h2>
        <IconLock size={15} stroke={1.6} aria-hidden="true" />
        {asking ? 'Ask for a change' : 'Locked'}
      </h2>
      <p className="mut" style={{ marginTop: 4 }}>
        {over
          ? `Its quarter ended on ${dayLong(last, today)}; what was agreed stands on record.`
          : `What was agreed holds until ${last ? dayLong(last, today) : 'its quarter is over'}. It opens only if something above the team moved.`}
      </p>
      {asking ? (
        <ChangeForm guidepoint={guidepoint} onDone={() => setAsking(false)} />
      ) : (
        !over && (
          <div className={css.buttons}>
            <Button onPress={() => setAsking(true)} forbid={may('guidepoint/ask-change') ? null : 'Viewers cannot ask for a change'}>
              Ask for a change
            </Button>
            <span className="dim xs">All {seats === 1 ? 'signatures' : `${seats} signatures`} would be given again.</span>
          </div>
        )
      )}
    </>
  );
};
