import { useState } from 'react';
import { useLocation } from 'wouter';
import { capital } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { Meter } from '../../components/Meter.tsx';
import { call, type Progress } from '../../state/api.ts';
import { useDoing } from '../../state/doing.ts';
import { useSession } from '../../state/session.tsx';
import css from './StartScreen.module.css';

/** Makes the demo company, says how far it is, and opens it. */
export const DemoMaker = ({ primary, onMaking }: { readonly primary: boolean; readonly onMaking: (making: boolean) => void }) => {
  const { refresh } = useSession();
  const [, go] = useLocation();
  const [at, setAt] = useState<Progress | null>(null);
  const doing = useDoing(async () => {
    onMaking(true);
    try {
      const { company } = await call('demo', {}, { onProgress: setAt });
      await refresh();
      go(`/c/${company.id}`);
    } finally {
      onMaking(false);
    }
  });
  // A phase of two steps says nothing by its share.
  const far = at?.of && at.of > 10 ? at.done / at.of : null;
  return (
    <>
      <Button kind={primary ? 'primary' : 'plain'} onPress={doing.run} busy={doing.busy}>
        {doing.busy ? 'Making Lademar …' : 'Open the demo company'}
      </Button>
      {doing.busy && (
        <div className={css.progress} role="status">
          {far && <Meter part={far} label={at?.phase ?? ''} />}
          <p className="sm dim">
            {at ? `${capital(at.phase)} …` : 'Writing two years of a company that does not exist. It takes a few seconds.'}
          </p>
        </div>
      )}
      {doing.problem && <ErrorInPlace problem={doing.problem} what="The demo company could not be made." again={doing.run} />}
    </>
  );
};
