import { useState } from 'react';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { WORDS, type Word } from '../../../domain/campaign/criteria.ts';
import type { Overrule as Asked } from '../../../domain/agreements/verdict.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { VERDICT_WORDS } from '../../../views/words/criteria.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Segments } from '../../components/Segments.tsx';
import { WhyDialog } from '../../components/WhyDialog.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';
import css from './Overrule.module.css';

type Props = { readonly campaign: Campaign; readonly word: Word; readonly sha256: string; readonly waiting: Asked | null };

/** Another word than the rule's: asked with a reason, and waiting for a second person. */
export const Overrule = ({ campaign, word, sha256, waiting }: Props) => {
  const { may } = useCompany();
  const [open, setOpen] = useState(false);
  if (waiting) return <Waits campaign={campaign} asked={waiting} />;
  if (!may('verdict/ask-overrule')) return null;
  return open ? (
    <Ask campaign={campaign} word={word} sha256={sha256} onDone={() => setOpen(false)} />
  ) : (
    <p>
      <Button onPress={() => setOpen(true)}>Overrule</Button>
    </p>
  );
};

const Ask = ({ campaign, word, sha256, onDone }: Omit<Props, 'waiting'> & { readonly onDone: () => void }) => {
  const { id, me, nameOf, company } = useCompany();
  const others = WORDS.filter((one) => one !== word);
  const [wanted, setWanted] = useState<Word>(others[0]!);
  const [why, setWhy] = useState('');
  const [second, setSecond] = useState<PersonId | null>(null);
  const asking = useDoing(async () => {
    await call('verdict overrule', { company: id, campaign: campaign.id, word: wanted, second: second!, why: why.trim(), expect: sha256 });
    say({ kind: 'done', text: `Asked. “${VERDICT_WORDS[wanted]}” counts once ${nameOf(second)} confirms it.` });
    onDone();
  });
  const forbid = why.trim() === '' ? 'Say why, in a sentence' : second === null ? 'Name the second person' : null;
  return (
    <section className={css.box} aria-labelledby="overrule">
      <div>
        <h2 id="overrule">Overrule the verdict</h2>
        <Segments
          label="The word instead"
          value={wanted}
          choices={others.map((one) => ({ value: one, text: VERDICT_WORDS[one] }))}
          onChoose={setWanted}
        />
        <WordsField label="Why" value={why} onChange={setWhy} autoFocus />
      </div>
      <div className={css.second}>
        <PersonField
          label="Second person, who has to confirm it"
          value={second}
          onChange={setSecond}
          among={(person) => person !== me && company.members[person]?.role !== 'viewer'}
        />
        <Button kind="primary" forbid={forbid} busy={asking.busy} onPress={asking.run}>
          {second === null ? 'Ask a second person' : `Ask ${nameOf(second)}`}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          Leave it
        </Button>
        {asking.problem && <ErrorInPlace problem={asking.problem} />}
      </div>
    </section>
  );
};

const Waits = ({ campaign, asked }: { readonly campaign: Campaign; readonly asked: Asked }) => {
  const { ask, me, nameOf, noteOf } = useCompany();
  const [declining, setDeclining] = useState(false);
  const of = { id: campaign.id, overrule: asked.n };
  const mine = asked.second === me;
  return (
    <section className={css.box} aria-labelledby="overrule">
      <div>
        <h2 id="overrule">
          {nameOf(asked.by)} asks for “{VERDICT_WORDS[asked.word].toLowerCase()}”, against the rule
        </h2>
        <p className="agreed">{noteOf(asked.why)}</p>
      </div>
      <div className={css.second}>
        {mine ? (
          <>
            <Button kind="primary" onPress={() => ask([{ type: 'verdict/confirm-overrule', ...of, log: newId('l') }])}>
              Confirm: {VERDICT_WORDS[asked.word].toLowerCase()}
            </Button>
            <Button onPress={() => setDeclining(true)}>Decline</Button>
          </>
        ) : (
          <Button forbid={`Only ${nameOf(asked.second)} can confirm it`}>Waits for {nameOf(asked.second)}</Button>
        )}
        {asked.by === me && (
          <Button kind="quiet" onPress={() => ask([{ type: 'verdict/withdraw-overrule', ...of }])}>
            Take it back
          </Button>
        )}
      </div>
      {declining && (
        <WhyDialog
          title="Decline to overrule the verdict"
          does="Decline"
          onClose={() => setDeclining(false)}
          onWhy={(why, note) => {
            const answer = ask([{ type: 'verdict/decline-overrule', ...of, why, log: newId('l') }], { notes: [note] });
            return answer.ok ? null : answer.words;
          }}
        />
      )}
    </section>
  );
};
