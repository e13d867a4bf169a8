import { useMemo } from 'react';
import type { BlueprintView } from '../../../views/plan/blueprint.ts';
import { usefulStarts, type UsefulStart } from '../../../views/plan/useful-starts.ts';
import { useCompany } from '../../state/company.tsx';
import { useLags } from '../../state/use-lags.ts';

/** The last useful starts that fall into this quarter, the earliest first. */
export const useUsefulStarts = (view: BlueprintView): readonly UsefulStart[] => {
  const { book } = useCompany();
  const lags = useLags();
  return useMemo(() => usefulStarts(book, view.plan, lags), [book, view.plan, lags]);
};
