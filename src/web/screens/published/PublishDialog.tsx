import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { figureShown } from '../../../views/published/words.ts';
import { dayLong } from '../../../views/words/format.ts';
import { periodCalled } from '../../../views/words/measurement.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import { useFacts } from '../../state/facts.ts';
import { say } from '../../state/toasts.ts';
import css from './Published.module.css';

/** Exactly what will be frozen; one press freezes it, and only if it still reads so. */
export const PublishDialog = ({ period, onClose }: { readonly period: string; readonly onClose: () => void }) => {
  const { id: company, book, today } = useCompany();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [why, setWhy] = useState('');
  const preview = useFacts('publish-preview', { period });
  const called = periodCalled(book, period);
  const again = (preview.data?.edition ?? 1) > 1;
  const { run, busy, problem } = useDoing(async () => {
    const done = await call('publish', { company, period, expect: preview.data!.sha256, ...(again && { why: why.trim() }) });
    await queries.invalidateQueries({ queryKey: ['facts', company] });
    say({ kind: 'done', text: `${called} is published. Its numbers stay as they are.` });
    onClose();
    go(`/prove/published/${period}/${done.edition}`);
  });
  const forbid = !preview.data
    ? 'The numbers are still being counted'
    : preview.data.same
      ? 'These are the numbers that are published already'
      : again && why.trim() === ''
        ? 'Say why they are published again'
        : null;
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title={again ? `Publish ${called} again, as edition ${preview.data!.edition}` : `Publish the numbers of ${called}`}
      onSubmit={() => forbid === null && run()}
      foot={
        <>
          <Button onPress={onClose}>Not yet</Button>
          <Button kind="primary" submit forbid={forbid} busy={busy}>
            Publish {called}
          </Button>
        </>
      }
    >
      <Answered of={preview} what={`the numbers of ${called}`}>
        {({ figures, warnings, findings, asOf }) => (
          <>
            <dl className={css.figures}>
              {figures.map((figure) => (
                <div key={figure.name}>
                  <dt>{figure.name}</dt>
                  <dd>{figureShown(figure, true)}</dd>
                </div>
              ))}
            </dl>
            <p className="sm mut">
              As of {dayLong(asOf, today)}, with the credit of every channel and campaign, the funnel and the rows behind them.
            </p>
            {warnings.map((warning) => (
              <Note key={warning} kind="risk">
                {warning}
              </Note>
            ))}
            {findings.slice(0, 3).map((finding) => (
              <Note key={finding.code}>{finding.text}</Note>
            ))}
          </>
        )}
      </Answered>
      {again && !preview.data!.same && <WordsField label="Why they are published again" value={why} onChange={setWhy} autoFocus />}
      {preview.data?.same && <Note>Nothing has changed since these numbers were published.</Note>}
      {problem && <ErrorInPlace thrown={problem} what="They could not be published." />}
    </Dialog>
  );
};
