import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { waitingOverrule } from '../../../domain/agreements/verdict.ts';
import { instantWords } from '../../../views/market/instant-words.ts';
import { VERDICT_WORDS } from '../../../views/words/criteria.ts';
import { Button } from '../../components/Button.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './Micro.module.css';

/** Verdicts that were taken and the overrule that waits; the rule itself has a page of its own. */
export const Verdicts = ({ campaign }: { readonly campaign: Campaign }) => {
  const { book, company, nameOf, noteOf, today } = useCompany();
  const { id, micro } = campaign;
  if (!micro?.started) return null;
  const verdict = book.verdict.get(id);
  const waiting = waitingOverrule(verdict);
  const taken = verdict?.taken ?? [];
  return (
    <section className={css.part}>
      <div className={css.partHead}>
        <h2>{taken.length > 0 ? 'Verdicts' : 'No verdict was taken yet'}</h2>
        <Button size="small" href={`/market/verdict/${id}`}>
          What the rule says
        </Button>
      </div>
      {taken.toReversed().map((t) => (
        <p key={t.at}>
          <b>{VERDICT_WORDS[t.word]}</b>
          {t.overruled ? `, against the rule, by ${nameOf(t.by)} and ${nameOf(t.overruled.second)}` : `, by ${nameOf(t.by)}`},{' '}
          {instantWords(t.at, company.zone, today)}. The rule said: {t.said.finding}{' '}
          {t.overruled && <span className="agreed">{noteOf(t.overruled.why)}</span>}
        </p>
      ))}
      {waiting && (
        <Note kind="risk">
          {nameOf(waiting.by)} asks for “{VERDICT_WORDS[waiting.word].toLowerCase()}” where the rule says “
          {VERDICT_WORDS[waiting.said.word].toLowerCase()}”: <span className="agreed">{noteOf(waiting.why)}</span> It waits for{' '}
          {nameOf(waiting.second)}.
        </Note>
      )}
    </section>
  );
};
