import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { DropFile } from './DropFile.tsx';
import type { Preview } from './edit-mapping.ts';
import { Loaded, type LoadedFiles } from './Loaded.tsx';
import { PreviewPage } from './PreviewPage.tsx';
import { upload } from './upload.ts';
import type { Wish } from './wish.ts';

type Waiting = { readonly name: string; readonly upload: string };

/** Files in: drop, look, decide, load. Nothing is written before the last step. */
export const ImportScreen = () => {
  const { id: company } = useCompany();
  const queries = useQueryClient();
  const [queue, setQueue] = useState<readonly Waiting[]>([]);
  const [wish, setWish] = useState<Wish>({});
  const [preview, setPreview] = useState<Preview | null>(null);
  const [loaded, setLoaded] = useState<LoadedFiles>([]);
  const [busy, setBusy] = useState<string | null>(null);
  const [thrown, setThrown] = useState<{ readonly what: string; readonly fault: unknown } | null>(null);
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
      setPreview(await call('import-preview', { company, file: file.upload, ...with_ }));
    });
  const take = (files: readonly File[]): Promise<void> =>
    work('Sending', 'The file could not be sent.', async () => {
      const sent: Waiting[] = [];
      for (const file of files)
        sent.push({
          name: file.name,
          upload: await upload(file, (share) => setBusy(`Sending ${file.name}, ${Math.round(share * 100)} %`)),
        });
      setQueue([...queue, ...sent]);
      if (queue.length === 0 && sent[0]) await look(sent[0], {});
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
        { company, file: now!.upload, ...wish, edited: preview!.mapping, yes: true, ...(saveAs && { saveAs }) },
        { onProgress: (p) => setBusy(`${p.phase}${p.of ? `, ${Math.round((p.done / p.of) * 100)} %` : ''}`) },
      );
      setLoaded([...loaded, ...done.loads]);
      await queries.invalidateQueries({ queryKey: ['facts', company] });
      await next(queue.slice(1));
    });

  const trouble = thrown && <ErrorInPlace what={thrown.what} thrown={thrown.fault} />;
  if (now && preview)
    return (
      <PreviewPage
        preview={preview}
        wish={wish}
        busy={busy}
        more={queue.length - 1}
        trouble={trouble}
        onWish={(change) => void look(now, { ...wish, ...change })}
        onDrop={() => void next(queue.slice(1))}
        onLoad={(saveAs) => void load(saveAs)}
      />
    );
  return (
    <>
      {loaded.length > 0 && !busy && <Loaded loads={loaded} />}
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
