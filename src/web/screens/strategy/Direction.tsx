import { useState } from 'react';
import { IconPencil } from '@tabler/icons-react';
import { GUIDING, worded, type Guiding } from '../../../domain/strategy/direction.ts';
import { momentWords } from '../../../views/agree/signed.ts';
import { capital } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import css from './Direction.module.css';

const ASKS: { readonly [G in Guiding]: { readonly asks: string; readonly hint: string; readonly example: string } } = {
  vision: {
    asks: 'Where do we want to be one day?',
    hint: 'A picture of the world once we have done our part.',
    example: 'No lorry waits at a warehouse gate.',
  },
  mission: {
    asks: 'What are we there for?',
    hint: 'What we do, for whom, every day.',
    example: 'We give every shipper a dock appointment that holds.',
  },
};

/** Vision and mission, as they were agreed; the words before stay on record. */
export const Direction = () => {
  const { book, may, nameOf, today } = useCompany();
  const [wording, setWording] = useState<Guiding | null>(null);
  const mayWord = may('direction/word');
  return (
    <section className={css.direction} aria-label="Vision and mission">
      {GUIDING.map((what) => {
        const now = worded(book, what);
        return (
          <div key={what}>
            <h2>
              {capital(what)}
              {now && mayWord && (
                <IconButton label={`Reword the ${what}`} onPress={() => setWording(what)}>
                  <IconPencil size={14} stroke={1.6} aria-hidden="true" />
                </IconButton>
              )}
            </h2>
            {now ? (
              <>
                <p className={`agreed ${css.words}`}>{now.statement}</p>
                <p className="dim xs">
                  Set down by {nameOf(now.by)}, {momentWords({ book, today }, now.at)}
                </p>
              </>
            ) : (
              <div className={css.none}>
                <p className="mut">{ASKS[what].asks} Nobody has written it down.</p>
                {mayWord && (
                  <Button size="small" onPress={() => setWording(what)}>
                    Write the {what}
                  </Button>
                )}
              </div>
            )}
          </div>
        );
      })}
      {wording && <WordDialog what={wording} onClose={() => setWording(null)} />}
    </section>
  );
};

const WordDialog = ({ what, onClose }: { readonly what: Guiding; readonly onClose: () => void }) => {
  const { book, ask } = useCompany();
  const before = worded(book, what);
  const [statement, setStatement] = useState(before?.statement ?? '');
  const [refused, setRefused] = useState<string | null>(null);
  const missing = statement.trim() === '' ? 'Write it first' : statement.trim() === before?.statement ? 'Nothing is changed yet' : null;
  const word = (): void => {
    if (missing) return;
    const answer = ask([{ type: 'direction/word', what, statement: statement.trim() }]);
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `The ${what} is set down${before ? '; the words before stay on record' : ''}.` });
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={before ? `Reword the ${what}` : `Write the ${what}`}
      onSubmit={word}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={missing}>
            Set it down
          </Button>
        </>
      }
    >
      <WordsField
        label={ASKS[what].asks}
        hint={ASKS[what].hint}
        placeholder={ASKS[what].example}
        value={statement}
        onChange={setStatement}
        maxLength={400}
        autoFocus
      />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
