import { useState } from 'react';
import type { RequestPage } from '../../views/intake/request-page.ts';
import { WordsField } from '../components/fields/WordsField.tsx';
import { call } from '../state/api.ts';
import { useDoing } from '../state/doing.ts';
import css from './Actions.module.css';
import { Press } from './Press.tsx';
import { Said } from './Said.tsx';

type Props = {
  readonly page: RequestPage;
  readonly link: { readonly company: string; readonly token: string };
  readonly onPage: (page: RequestPage) => void;
};
type Open = 'place' | 'withdraw' | null;

/** What a requester can do on his page: answer, ask for a place, say that it is no longer needed. */
export const Actions = ({ page, link, onPage }: Props) => {
  const [open, setOpen] = useState<Open>(null);
  const { sooner, may, place } = page;
  const asks = may.askPlace && sooner?.place != null && !place;
  return (
    <>
      {page.question && <Answering question={page.question} link={link} onPage={onPage} />}
      {(sooner || place) && (
        <section className={css.part}>
          <h2>{sooner?.place != null ? 'To be sooner, this would have to drop' : 'To be sooner'}</h2>
          {sooner && <p>{sooner.text}</p>}
          {place && (
            <p>
              {place.text} {place.why && <span className="agreed">“{place.why}”</span>}
            </p>
          )}
        </section>
      )}
      {(asks || may.withdraw) && open === null && (
        <div className={css.acts}>
          {asks && (
            <Press kind="primary" onPress={() => setOpen('place')}>
              Ask for place {sooner.place}
            </Press>
          )}
          {may.withdraw && <Press onPress={() => setOpen('withdraw')}>I no longer need it</Press>}
        </div>
      )}
      {open === 'place' && sooner?.place != null && (
        <Saying
          label={`Why place ${sooner.place}?`}
          hint="What it is worth to be in time. Whoever decides reads this."
          does={`Ask for place ${sooner.place}`}
          send={async (note) => onPage(await call('page-ask-place', { ...link, batch: crypto.randomUUID(), place: sooner.place!, note }))}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'withdraw' && (
        <Saying
          label="Why is it no longer needed?"
          hint="A word helps the people who would have made it."
          does="Withdraw the request"
          send={async (why) => onPage(await call('page-withdraw', { ...link, batch: crypto.randomUUID(), why }))}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
};

const Answering = ({ question, link, onPage }: { readonly question: string } & Omit<Props, 'page'>) => (
  <section className={css.question} aria-label="One open question for you">
    <h2>One open question for you</h2>
    <p className="agreed">“{question}”</p>
    <Saying
      label="Your answer"
      does="Send the answer"
      needed
      send={async (answer) => onPage(await call('page-answer', { ...link, batch: crypto.randomUUID(), answer }))}
    />
  </section>
);

type SayingProps = {
  readonly label: string;
  readonly hint?: string;
  readonly does: string;
  readonly needed?: boolean;
  readonly send: (words: string) => Promise<void>;
  readonly onClose?: () => void;
};

const Saying = ({ label, hint, does, needed, send, onClose }: SayingProps) => {
  const [words, setWords] = useState('');
  const [gap, setGap] = useState(false);
  const doing = useDoing(async () => {
    await send(words.trim());
    setWords('');
    onClose?.();
  });
  return (
    <form
      className={css.saying}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setGap(needed === true && words.trim() === '');
        if (!needed || words.trim() !== '') doing.run();
      }}
    >
      <WordsField
        label={label}
        hint={hint}
        optional={!needed}
        value={words}
        onChange={setWords}
        maxLength={1000}
        error={gap ? 'Write an answer first.' : undefined}
      />
      {doing.problem && <Said text={doing.problem.text} todo={doing.problem.todo} />}
      <div className={css.acts}>
        <Press kind="primary" submit busy={doing.busy}>
          {does}
        </Press>
        {onClose && <Press onPress={onClose}>Leave it as it is</Press>}
      </div>
    </form>
  );
};
