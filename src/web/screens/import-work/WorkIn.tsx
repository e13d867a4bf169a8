import { useRef, useState } from 'react';
import { IconFileUpload } from '@tabler/icons-react';
import { plural } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Head } from '../../components/Head.tsx';
import { Segments } from '../../components/Segments.tsx';
import css from './ImportWork.module.css';

type Props = {
  readonly pasting: boolean;
  readonly busy: string | null;
  readonly onFile: (file: File) => void;
  readonly onLines: (lines: string) => void;
};

const HOW = [
  ['Jira', 'Filters → Export → CSV (all fields)'],
  ['Asana', 'Project menu → Export → CSV or JSON'],
  ['Trello', 'Board menu → Print, export → CSV or JSON'],
  ['Linear', 'Settings → Import and export → CSV'],
  ['Anything else', 'A table with a title, and dates where there are any'],
] as const;

/** The place to drop an export or to paste a list. */
export const WorkIn = ({ pasting, busy, onFile, onLines }: Props) => {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [way, setWay] = useState<'file' | 'list'>(pasting ? 'list' : 'file');
  const [lines, setLines] = useState('');
  const n = lines.split('\n').filter((line) => line.trim() !== '').length;
  return (
    <>
      <Head
        title={
          way === 'file'
            ? 'Drop what your tracker exports; nothing is written until you have seen it.'
            : 'Paste everything you have promised, one line each.'
        }
        sub={
          way === 'file'
            ? 'Open work joins the end of the Backlog, finished work becomes history for the forecast.'
            : 'A list of lines is enough; the horizon is computed at once.'
        }
      />
      <div className={css.tools}>
        <Segments
          label="How"
          value={way}
          onChoose={setWay}
          choices={[
            { value: 'file', text: 'A file' },
            { value: 'list', text: 'A list' },
          ]}
        />
      </div>
      {way === 'list' ? (
        <div className={css.form}>
          <Form onSubmit={() => n > 0 && !busy && onLines(lines)}>
            <WordsField
              label="Promises"
              hint="Bullets, numbers and check boxes fall off by themselves."
              value={lines}
              onChange={setLines}
              maxLength={400_000}
              placeholder={'Webinar for forwarders\nNew price list\nStand at the fair in spring'}
            />
            <Button kind="primary" submit busy={busy !== null} forbid={n === 0 ? 'Write one promise a line' : null}>
              Look at {n === 0 ? 'the list' : plural(n, 'line')}
            </Button>
          </Form>
        </div>
      ) : (
        <>
          <div
            className={`${css.drop} ${over ? css.over : ''}`}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault();
              setOver(false);
              const file = event.dataTransfer.files[0];
              if (file && !busy) onFile(file);
            }}
          >
            <IconFileUpload size={28} stroke={1.4} aria-hidden="true" />
            {busy ? (
              <p role="status">{busy} …</p>
            ) : (
              <>
                <p>Drop the file here, or</p>
                <Button kind="primary" onPress={() => input.current?.click()}>
                  Choose a file
                </Button>
              </>
            )}
            <input
              ref={input}
              type="file"
              hidden
              aria-label="File of work"
              accept=".csv,.tsv,.json,.txt,.gz"
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                if (file) onFile(file);
                event.currentTarget.value = '';
              }}
            />
          </div>
          <dl className={css.help}>
            {HOW.map(([name, how]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{how}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
};
