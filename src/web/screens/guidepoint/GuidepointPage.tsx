import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { current, isLocked, openChange, type Guidepoint } from '../../../domain/guidepoint/guidepoint.ts';
import { signedLines, standsWords } from '../../../views/agree/signed.ts';
import { Agreed } from '../../components/Agreed.tsx';
import { Signatures } from '../../components/Signatures.tsx';
import { AgreedOutcomes } from './AgreedOutcomes.tsx';
import { AskChange } from './AskChange.tsx';
import { CameToBe } from './CameToBe.tsx';
import { DependsOnIt } from './DependsOnIt.tsx';
import css from './GuidepointPage.module.css';
import { OnDate } from './OnDate.tsx';
import { OpenChange } from './OpenChange.tsx';
import { PeriodNav } from './PeriodNav.tsx';
import { Promised } from './Promised.tsx';
import { ToSign } from './ToSign.tsx';
import { useTeller } from './use-teller.ts';

/** What was put forward or agreed: the statement, the signatures, its outcomes, how it came to be. */
export const GuidepointPage = ({ guidepoint }: { readonly guidepoint: Guidepoint }) => {
  const teller = useTeller();
  const v = current(guidepoint);
  const locked = isLocked(guidepoint);
  const change = openChange(guidepoint);
  const Lock = locked ? IconLock : IconLockOpen;
  return (
    <div className={css.page}>
      <div className={css.top}>
        <div className={css.stands}>
          <Lock size={15} stroke={1.6} aria-hidden="true" />
          <span>{standsWords(teller, guidepoint, v)}</span>
          <PeriodNav period={guidepoint.period} />
        </div>
        <div className={css.statement}>
          <Agreed size="statement" as="h1">
            {v.statement}
          </Agreed>
        </div>
        <Signatures lines={signedLines(teller, v).map((l) => ({ ...l, declined: l.declined ?? undefined }))} />
      </div>
      <aside className={css.side} aria-label={locked ? 'Change' : 'Sign'}>
        {change ? (
          <OpenChange guidepoint={guidepoint} change={change} />
        ) : locked ? (
          <AskChange guidepoint={guidepoint} />
        ) : (
          <ToSign guidepoint={guidepoint} />
        )}
      </aside>
      <div className={css.rest}>
        <AgreedOutcomes outcomes={v.outcomes} />
        <CameToBe guidepoint={guidepoint} />
        <Promised period={guidepoint.period} />
        <DependsOnIt guidepoint={guidepoint} />
        <OnDate period={guidepoint.period} />
      </div>
    </div>
  );
};
