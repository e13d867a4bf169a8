import { Link } from 'wouter';
import type { Output } from '../../state/api.ts';
import { capital, count, plural, tally } from '../../../views/words/format.ts';
import { replacedWords } from '../../../views/words/replaced.ts';
import { Button } from '../../components/Button.tsx';
import { FindingNote } from '../../components/FindingNote.tsx';
import { Head } from '../../components/Head.tsx';
import { Note } from '../../components/Note.tsx';
import css from './Loaded.module.css';

export type LoadedFiles = Output<'import'>['loads'];
export type FailedFiles = Output<'import-folder'>['failed'];

/** What was loaded, what was held, and what can be said now. */
export const Loaded = ({ loads, failed }: { readonly loads: LoadedFiles; readonly failed: FailedFiles }) => {
  const rows = loads.reduce((sum, l) => sum + l.rows - l.held, 0);
  const held = loads.reduce((sum, l) => sum + l.held, 0);
  return (
    <section aria-label="What was loaded">
      <Head
        title={`${tally(rows, 'row')} loaded from ${plural(loads.length, 'file')}${held > 0 ? `; ${plural(held, 'row is', 'rows are')} held until you decide` : ''}.`}
        sub="Any load can be taken back; the numbers are then as if it had never been."
        actions={
          <>
            <Button kind="primary" href="/prove/thread">
              Walk the thread
            </Button>
            <Button href="/data/loads">All loads</Button>
          </>
        }
      />
      <ul className={css.loads}>
        {loads.map((l) => (
          <li key={l.n}>
            <b>Load {l.n}</b> {l.file}. {[l.text, ...l.replaces.map(replacedWords)].join(' ')}{' '}
            {l.conflicts > 0 && `${capital(plural(l.conflicts, 'value'))} differed from an earlier load; the newer stands.`}
            {l.held > 0 && (
              <>
                {' '}
                <Link className="lnk" href={`/data/loads/${l.n}`}>
                  See the {count(l.held)} held
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
      {failed.map((one) => (
        <Note key={one.name + (one.sheet ?? '')} kind="off">
          <b>{one.name} was not loaded.</b> {one.text} {one.todo}
        </Note>
      ))}
      {loads.flatMap((l) => l.findings.map((f) => <FindingNote key={`${l.n} ${f.code} ${f.text}`} finding={f} />))}
    </section>
  );
};
