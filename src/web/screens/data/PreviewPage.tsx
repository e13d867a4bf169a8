import { useState, type ReactNode } from 'react';
import { TextInput } from '@mantine/core';
import { capital, count, moneyShort, plural, tally } from '../../../views/words/format.ts';
import { replacedWords } from '../../../views/words/replaced.ts';
import { Button } from '../../components/Button.tsx';
import { FindingNote } from '../../components/FindingNote.tsx';
import { Head } from '../../components/Head.tsx';
import { CountsBar } from './CountsBar.tsx';
import type { Preview } from './edit-mapping.ts';
import type { Wish } from './wish.ts';
import { MappingTable } from './MappingTable.tsx';
import css from './PreviewPage.module.css';
import { Problems } from './Problems.tsx';
import { Questions } from './Questions.tsx';

type Props = {
  readonly preview: Preview;
  readonly wish: Wish;
  readonly busy: string | null;
  /** Files that wait behind this one. */
  readonly more: number;
  readonly trouble: ReactNode;
  readonly onWish: (change: Wish) => void;
  readonly onDrop: () => void;
  readonly onLoad: (saveAs: string | null) => void;
};

const titleOf = ({ reading, held, questions }: Preview): string => {
  const open = questions.filter((q) => q.otherwise === undefined).length;
  const ready = reading.rows - held;
  const rows =
    held === 0
      ? reading.rows === 1
        ? 'The row is ready.'
        : `All ${count(reading.rows)} rows are ready.`
      : `${count(ready)} of ${count(reading.rows)} rows are ready. ${capital(plural(held, 'row needs', 'rows need'))} you; they are kept until you decide.`;
  return open > 0 ? `${capital(plural(open, 'question'))} before anything is loaded. ${rows}` : rows;
};

/** A file as it was read, what it would change, and what only a person can know. Nothing is written yet. */
export const PreviewPage = ({ preview, wish, busy, more, trouble, onWish, onDrop, onLoad }: Props) => {
  const [saveAs, setSaveAs] = useState('');
  const [saving, setSaving] = useState(false);
  const open = preview.questions.filter((q) => q.otherwise === undefined).length;
  const ready = preview.reading.rows - preview.held;
  return (
    <>
      <Head
        title={titleOf(preview)}
        sub={`${preview.file}, ${count(preview.reading.headers.length)} columns. ${preview.reading.text} ${preview.mappingFrom.text} ${preview.stated.join(' ')}`}
        actions={<Button onPress={onDrop}>{more > 0 ? 'Leave this file out' : 'Change file'}</Button>}
      />
      {more > 0 && <p className="dim sm">{capital(plural(more, 'file'))} after this one.</p>}
      <CountsBar preview={preview} />
      <Questions preview={preview} wish={wish} onWish={onWish} />
      <div className={css.two}>
        <section aria-labelledby="mapping">
          <div className={css.line}>
            <h2 id="mapping">Mapping</h2>
            {saving ? (
              <TextInput
                size="xs"
                aria-label="Name of the mapping"
                placeholder="HubSpot deals"
                value={saveAs}
                onChange={(e) => setSaveAs(e.currentTarget.value)}
                data-autofocus
              />
            ) : (
              <button type="button" className="lnk" onClick={() => setSaving(true)}>
                Save this mapping
              </button>
            )}
          </div>
          <MappingTable preview={preview} onWish={onWish} />
        </section>
        <section aria-labelledby="problems">
          <div className={css.line}>
            <h2 id="problems">{preview.held === 0 && preview.problems.total === 0 ? 'No problems' : 'Problems, row by row'}</h2>
          </div>
          <Problems problems={preview.problems} />
          {preview.findings.map((f) => (
            <FindingNote key={f.code + f.text} finding={f} />
          ))}
        </section>
      </div>
      {trouble}
      <div className={css.foot}>
        <p>
          <b>What this changes.</b> {changesOf(preview)} The load can be taken back.
        </p>
        <Button
          kind="primary"
          busy={busy !== null}
          forbid={open > 0 ? `${capital(plural(open, 'question'))} to answer first` : ready === 0 ? 'No row is ready' : null}
          onPress={() => onLoad(saveAs.trim() || null)}
        >
          {busy ?? `Load ${tally(ready, 'row')}${preview.held > 0 ? `, hold ${count(preview.held)}` : ''}`}
        </Button>
      </div>
    </>
  );
};

const changesOf = (preview: Preview): string => {
  const money = preview.money.flatMap((m) => {
    const say = (minor: number): string => moneyShort({ minor, currency: m.currency });
    return [
      ...(m.openBefore === m.openAfter ? [] : [`Open pipeline ${say(m.openBefore)} to ${say(m.openAfter)}.`]),
      ...(m.wonBefore === m.wonAfter ? [] : [`Won revenue ${say(m.wonBefore)} to ${say(m.wonAfter)}.`]),
    ];
  });
  const said = [...preview.replaces.map(replacedWords), ...money];
  return said.length > 0 ? said.join(' ') : 'No amount moves.';
};
