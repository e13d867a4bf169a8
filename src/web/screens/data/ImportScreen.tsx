import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useQueryClient } from '@tanstack/react-query';
import { capital } from '../../../views/words/format.ts';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { DropFile } from './DropFile.tsx';
import type { Preview } from './edit-mapping.ts';
import { FolderPage, type Plan } from './FolderPage.tsx';
import { Loaded, type FailedFiles, type LoadedFiles } from './Loaded.tsx';
import { PreviewPage } from './PreviewPage.tsx';
import { upload } from './upload.ts';
import type { Wish } from './wish.ts';

/** Answers of an address; none where it was cut. */
const saidIn = (text: string | null): Record<string, string> => {
  try {
    const read: unknown = JSON.parse(text ?? '{}');
    return Object.fromEntries(Object.entries(read ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
};

type Waiting = { readonly name: string; readonly upload: string };

/** Files in: drop, look, decide, load. Nothing is written before the last step. */
export const ImportScreen = () => {
  const { id: company } = useCompany();
  const queries = useQueryClient();
  const [queue, setQueue] = useState<readonly Waiting[]>([]);
  const [wish, setWish] = useState<Wish>({});
  const [preview, setPreview] = useState<Preview | null>(null);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [loaded, setLoaded] = useState<LoadedFiles>([]);
  const [failed, setFailed] = useState<FailedFiles>([]);
  const [busy, setBusy] = useState<string | null>(null);
  const [thrown, setThrown] = useState<{ readonly what: string; readonly fault: unknown } | null>(null);
  const [looking, setLooking] = useState<Waiting | null>(null);
  const [, go] = useLocation();
  const asked = new URLSearchParams(useSearch());
  const now = queue[0];

  const work = async (doing: string, what: string, run: () => Promise<void>): Promise<void> => {
    setBusy(doing);
    setThrown(null);
    try {
      await run();
    } catch (fault) {
      setThrown({ what, fault });
    } finally {
      setBusy(null);
    }
  };
  const look = (file: Waiting, with_: Wish): Promise<void> =>
    work(`Reading ${file.name}`, `${file.name} could not be read.`, async () => {
      setWish(with_);
      const seen = await call('import-preview', { company, file: file.upload, ...with_ });
      // A workbook with several sheets is several files.
      if ((seen.reading.sheets?.length ?? 0) > 1 && with_.sheet === undefined) await plans([file], answers);
      else setPreview(seen);
    });
  const take = (files: readonly File[]): Promise<void> =>
    work('Sending', 'The file could not be sent.', async () => {
      const sent: Waiting[] = [];
      for (const file of files)
        sent.push({
          name: file.name,
          upload: await upload(file, (share) => setBusy(`Sending ${file.name}, ${Math.round(share * 100)} %`)),
        });
      const all = [...queue, ...sent];
      setQueue(all);
      setFailed([]);
      if (all.length > 1) await plans(all, answers);
      else if (sent[0]) await look(sent[0], {});
    });
  const plans = async (files: readonly Waiting[], said: Record<string, string>): Promise<void> => {
    setBusy(files.length === 1 ? 'Looking at its sheets' : `Looking at ${files.length} files`);
    setAnswers(said);
    const made = await call(
      'import-plan',
      { company, file: files.map((file) => file.upload), answers: said },
      { onProgress: (p) => setBusy(`${capital(p.phase)}, ${p.done + 1} of ${p.of ?? files.length}`) },
    );
    setPlan(made);
    setQueue(files.map((file) => ({ ...file, name: made.files.find((one) => one.file === file.upload)?.name ?? file.name })));
    // The plan has an address: whoever reloads it, or comes back to it, finds the same files and answers.
    const address = new URLSearchParams({ files: files.map((file) => file.upload).join(','), said: JSON.stringify(said) });
    reopened.current = address.get('files')!;
    go(`/data/import?${address}`, { replace: true });
  };
  const leavePlan = (): void => {
    setPlan(null);
    setQueue([]);
    setAnswers({});
    go('/data/import', { replace: true });
  };
  const loadPlan = (files: Plan['files']): Promise<void> =>
    work('Loading', 'Nothing was loaded.', async () => {
      const done = await call(
        'import-folder',
        { company, files: files.map(({ file, sheet }) => ({ file, sheet })), answers },
        { onProgress: (p) => setBusy(`${capital(p.phase)}, ${p.done + 1} of ${p.of ?? files.length}`) },
      );
      setLoaded([...loaded, ...done.loads]);
      setFailed(done.failed);
      leavePlan();
      await queries.invalidateQueries({ queryKey: ['facts', company] });
    });
  const next = async (rest: readonly Waiting[]): Promise<void> => {
    setQueue(rest);
    setPreview(null);
    if (rest[0]) await look(rest[0], {});
  };
  const load = (saveAs: string | null): Promise<void> =>
    work('Loading', 'Nothing was loaded.', async () => {
      const done = await call(
        'import',
        { company, file: (looking ?? now)!.upload, ...wish, edited: preview!.mapping, yes: true, ...(saveAs && { saveAs }) },
        { onProgress: (p) => setBusy(`${p.phase}${p.of ? `, ${Math.round((p.done / p.of) * 100)} %` : ''}`) },
      );
      setLoaded([...loaded, ...done.loads]);
      await queries.invalidateQueries({ queryKey: ['facts', company] });
      // A workbook stays in the plan for its other sheets.
      if (plan) await back(wish.sheet === undefined ? queue.filter(({ upload: id }) => id !== looking?.upload) : queue);
      else await next(queue.slice(1));
    });
  /** To the plan again, as things stand now. */
  const back = async (files: readonly Waiting[]): Promise<void> => {
    setPreview(null);
    setLooking(null);
    setQueue(files);
    if (files.length > 0) await plans(files, answers);
    else leavePlan();
  };

  // A file that waits in the watched folder, taken from there.
  const waiting = { upload: asked.get('upload') ?? '', name: asked.get('name') ?? '' };
  const taken = useRef('');
  useEffect(() => {
    if (waiting.upload === '' || taken.current === waiting.upload) return;
    taken.current = waiting.upload;
    setQueue([waiting]);
    void look(waiting, {});
    go('/data/import', { replace: true });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only another file begins it anew
  }, [waiting.upload]);

  const reopened = useRef('');
  const planned = asked.get('files') ?? '';
  const said = asked.get('said');
  useEffect(() => {
    if (planned === '' || reopened.current === planned) return;
    reopened.current = planned;
    const waited = planned.split(',').map((id) => ({ upload: id, name: 'a file' }));
    void work('Opening the plan', 'The files of this plan could not be read.', () => plans(waited, saidIn(said)));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only another plan begins it anew
  }, [planned]);

  const trouble = thrown && <ErrorInPlace what={thrown.what} thrown={thrown.fault} />;
  const shown = looking ?? now;
  if (plan && !preview)
    return (
      <FolderPage
        plan={plan}
        answers={answers}
        busy={busy}
        trouble={trouble}
        onAnswer={(question, option) =>
          void work('Looking again', 'The files could not be read.', () => plans(queue, { ...answers, [question]: option }))
        }
        onLook={({ file, name, sheet }) => {
          const one = { name, upload: file };
          setLooking(one);
          void look(one, sheet === null ? {} : { sheet });
        }}
        onDrop={leavePlan}
        onLoad={(files) => void loadPlan(files)}
      />
    );
  if (shown && preview)
    return (
      <PreviewPage
        preview={preview}
        wish={wish}
        busy={busy}
        more={plan ? 0 : queue.length - 1}
        trouble={trouble}
        onWish={(change) => void look(shown, { ...wish, ...change })}
        onDrop={() => (plan ? void work('Looking again', 'The files could not be read.', () => back(queue)) : void next(queue.slice(1)))}
        onLoad={(saveAs) => void load(saveAs)}
      />
    );
  return (
    <>
      {loaded.length > 0 && !busy && <Loaded loads={loaded} failed={failed} />}
      <DropFile again={loaded.length > 0} busy={busy} onFiles={(files) => void take(files)} />
      {trouble}
      {thrown && now && !preview && (
        <p>
          <button type="button" className="lnk" onClick={() => void next(queue.slice(1))}>
            Leave {now.name} out
          </button>
        </p>
      )}
    </>
  );
};
