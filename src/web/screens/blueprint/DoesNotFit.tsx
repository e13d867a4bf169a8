import { useState } from 'react';
import type { BlueprintView } from '../../../views/plan/blueprint.ts';
import { capital } from '../../../views/words/format.ts';
import { shortfallWords } from '../../../views/words/refusals-blueprint.ts';
import { Button } from '../../components/Button.tsx';
import { useNarrow } from '../../shell/use-narrow.ts';
import { useCompany } from '../../state/company.tsx';
import css from './DoesNotFit.module.css';
import { LeverDialog } from './LeverDialog.tsx';

/** Where a draft does not fit: each shortfall in words, and the four levers that make it fit. */
export const DoesNotFit = ({ view, period }: { readonly view: BlueprintView; readonly period: string }) => {
  const { book, may } = useCompany();
  const narrow = useNarrow();
  const [pulling, setPulling] = useState(false);
  const { short, plan } = view;
  if (plan.lines.length === 0) return null;
  const unrecorded = short.some((s) => s.over === 'unrecorded');
  const levers = may('blueprint/pull-lever') && !narrow;
  if (short.length === 0)
    return levers ? (
      <p className={css.fits}>
        It fits what is recorded.
        <Button kind="quiet" size="small" onPress={() => setPulling(true)}>
          Record a lever
        </Button>
        {pulling && <LeverDialog view={view} period={period} onClose={() => setPulling(false)} />}
      </p>
    ) : null;
  return (
    <section className={css.box} aria-labelledby="does-not-fit">
      <h2 id="does-not-fit">It cannot be agreed like this</h2>
      <ul>
        {short.map((s) => (
          <li key={JSON.stringify(s)}>{capital(shortfallWords(s, book))}.</li>
        ))}
      </ul>
      <div className={css.do}>
        {unrecorded && <Button href="/plan/capacity">Record capacity</Button>}
        {levers && (
          <Button kind="plain" onPress={() => setPulling(true)}>
            Record what is cut, deferred, extended or added
          </Button>
        )}
      </div>
      {pulling && <LeverDialog view={view} period={period} onClose={() => setPulling(false)} />}
    </section>
  );
};
