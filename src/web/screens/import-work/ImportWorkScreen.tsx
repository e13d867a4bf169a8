import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { call, type Output } from '../../state/api.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { Head } from '../../components/Head.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { upload } from '../data/upload.ts';
import css from './ImportWork.module.css';
import { WorkIn } from './WorkIn.tsx';
import type { WorkWish } from './wish.ts';
import { WorkPreview } from './WorkPreview.tsx';

type From = { readonly file: string; readonly name: string } | { readonly lines: string; readonly name: string };
type Done = Output<'import-work'>;

/** Work in: an export of a tracker, or a pasted list. Nothing is written before it was looked at. */
export const ImportWorkScreen = () => {
  const { id: company, may } = useCompany();
  const [search] = useSearchParams();
  const [from, setFrom] = useState<From | null>(null);
  const [wish, setWish] = useState<WorkWish>({});
  const [seen, setSeen] = useState<Done | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [thrown, setThrown] = useState<unknown>(null);

  const work = async (doing: string, run: () => Promise<void>): Promise<void> => {
    setBusy(doing);
    setThrown(null);
    try {
      await run();
    } catch (fault) {
      setThrown(fault);
    } finally {
      setBusy(null);
    }
  };
  const sent = (of: From) => ('file' in of ? { file: of.file } : { lines: of.lines });
  const look = (of: From, said: WorkWish): Promise<void> =>
    work(`Reading ${of.name}`, async () => {
      setWish(said);
      setFrom(of);
      setSeen(await call('import-work', { company, ...sent(of), ...said, dryRun: true }));
    });
  const takeFile = (file: File): Promise<void> =>
    work('Sending', async () => {
      const id = await upload(file, (share) => setBusy(`Sending ${file.name}, ${Math.round(share * 100)} %`));
      await look({ file: id, name: file.name }, {});
    });
  const takeIn = (): Promise<void> =>
    work('Taking it in', async () => {
      setSeen(await call('import-work', { company, ...sent(from!), ...wish, yes: true }));
      setFrom(null);
    });
  const trouble = thrown !== null && <ErrorInPlace what="Nothing was taken in." thrown={thrown} />;
  if (!may('item/add'))
    return (
      <>
        <Head title="Work comes in from trackers and lists." />
        <Note kind="plain">Only owners and marketers take work in. Ask one of them.</Note>
      </>
    );
  if (seen?.landed)
    return (
      <>
        <Head
          title={seen.landed.text}
          sub={
            seen.preview.held.length > 0
              ? `${seen.preview.held.length} rows were held back; mend them in the file and import it again: nothing is doubled.`
              : 'Import the same file again whenever it has changed: nothing is doubled.'
          }
          actions={
            <>
              <Button onPress={() => setSeen(null)}>Take in more</Button>
              <Button kind="primary" href="/work/backlog">
                Look at the Backlog
              </Button>
            </>
          }
        />
        {seen.landed.load !== null && (
          <p className={css.after}>
            The history is load {seen.landed.load} and can be taken back under Data, Loads. What was added to the Backlog can be dropped
            there, each with a reason.
          </p>
        )}
      </>
    );
  if (seen && from)
    return (
      <WorkPreview
        preview={seen.preview}
        wish={wish}
        busy={busy}
        trouble={trouble}
        onWish={(said) => void look(from, said)}
        onLeave={() => {
          setSeen(null);
          setFrom(null);
        }}
        onTake={() => void takeIn()}
      />
    );
  return (
    <>
      <WorkIn
        pasting={search.get('do') === 'paste'}
        busy={busy}
        onFile={(file) => void takeFile(file)}
        onLines={(lines) => void look({ lines, name: 'the list' }, { system: 'lines' })}
      />
      {trouble}
    </>
  );
};
