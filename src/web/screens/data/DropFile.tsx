import { useRef, useState } from 'react';
import { IconFileUpload } from '@tabler/icons-react';
import { Button } from '../../components/Button.tsx';
import { Head } from '../../components/Head.tsx';
import { chosenFiles, droppedFiles } from './dropped-files.ts';
import css from './DropFile.module.css';

type Props = { readonly again: boolean; readonly busy: string | null; readonly onFiles: (files: readonly File[]) => void };

const HELP = [
  ['Deals from your CRM', 'How much closed, how long it takes, what is open'],
  ['Contacts and accounts', 'Who belongs to which deal, cuts by sector and size'],
  ['Leads with their source', 'The funnel by channel'],
  ['Touches: e-mails, events, visits, campaign members', 'What met the people of each deal'],
  ['Ad cost by day', 'What it cost'],
  ['Products, sales teams and other lists', 'Cuts by anything in them'],
] as const;

/** The place to drop files, and what each kind of file makes sayable. */
export const DropFile = ({ again, busy, onFiles }: Props) => {
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <>
      {!again && (
        <Head
          title="Drop your exports; nothing is written until you have seen what they would do."
          sub="CSV, TSV, JSON lines, Parquet or Excel workbooks (xlsx), packed with gzip or not, as your tools export them. Several at once become one plan."
        />
      )}
      <div
        className={`${css.drop} ${over ? css.over : ''}`}
        onDragOver={(e) => {
          e.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(e) => {
          e.preventDefault();
          setOver(false);
          if (!busy) void droppedFiles(e.dataTransfer).then(onFiles);
        }}
      >
        <IconFileUpload size={28} stroke={1.4} aria-hidden="true" />
        {busy ? (
          <p role="status">{busy} …</p>
        ) : (
          <>
            <p>{again ? 'Drop the next file here, or' : 'Drop files or a whole folder here, or'}</p>
            <div className={css.choose}>
              <Button kind={again ? 'plain' : 'primary'} onPress={() => input.current?.click()}>
                Choose files
              </Button>
              <Button onPress={() => folder.current?.click()}>Choose a folder</Button>
            </div>
          </>
        )}
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Files to load"
          onChange={(e) => onFiles(chosenFiles(e.currentTarget.files))}
        />
        <input
          ref={folder}
          type="file"
          multiple
          hidden
          {...{ webkitdirectory: '' }}
          aria-label="Folder to load"
          onChange={(e) => onFiles(chosenFiles(e.currentTarget.files))}
        />
      </div>
      {!again && (
        <dl className={css.help}>
          {HELP.map(([file, says]) => (
            <div key={file}>
              <dt>{file}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
};
