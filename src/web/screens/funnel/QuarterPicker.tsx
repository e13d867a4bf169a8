import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { quarterAfter, type Period } from '../../../kernel/fiscal.ts';
import { quarterWords } from '../../../views/words/format.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { useCompany } from '../../state/company.tsx';
import css from '../credit/CreditScreen.module.css';

/** A fiscal quarter, with the one before and after it. */
export const QuarterPicker = ({ period, onChoose }: { readonly period: Period; readonly onChoose: (id: string) => void }) => {
  const { company } = useCompany();
  const go = (steps: number): void => onChoose(quarterAfter(company.fiscal, period.id, steps).id);
  return (
    <div className={css.period} role="group" aria-label="Quarter">
      <IconButton label="Quarter before" onPress={() => go(-1)}>
        <IconChevronLeft size={16} stroke={1.6} aria-hidden="true" />
      </IconButton>
      <b>{quarterWords(period.id)}</b>
      <IconButton label="Quarter after" onPress={() => go(1)}>
        <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
      </IconButton>
    </div>
  );
};
