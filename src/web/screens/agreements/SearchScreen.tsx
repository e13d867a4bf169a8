import { useDeferredValue, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { Day } from '../../../kernel/day.ts';
import { addDays } from '../../../kernel/day.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { localTime } from '../../../kernel/zone.ts';
import type { Hit } from '../../../server/contract/search.ts';
import { TYPE_WORD, TYPE_WORDS, type DocumentType } from '../../../views/search/document.ts';
import type { Piece } from '../../../views/search/plain-words.ts';
import { capital, count, dayLong, dayWords, plural } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Head } from '../../components/Head.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { AgreeTabs } from './AgreeTabs.tsx';
import css from './SearchScreen.module.css';

const PAGE = 30;

/** One search over everything agreed, decided and written; by type, person and date, and as it stood on a past day. */
export const SearchScreen = () => {
  const { today, role } = useCompany();
  const [wish, setWish] = useSearchParams();
  const [words, setWords] = useState(wish.get('q') ?? '');
  const [more, setMore] = useState(1);
  const late = useDeferredValue(words);
  const type = wish.get('type') as DocumentType | null;
  const who = wish.get('who') as PersonId | null;
  const [since, until, on] = [wish.get('since'), wish.get('until'), wish.get('on')];
  const set = (change: Readonly<Record<string, string | null>>): void => {
    setMore(1);
    setWish(
      (was) => {
        const next = new URLSearchParams(was);
        for (const [name, value] of Object.entries(change)) {
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  };
  const facts = useFacts('search', {
    words: late,
    limit: PAGE * more,
    ...(type && { type }),
    ...(who && { who }),
    ...(since && { since }),
    ...(until && { until: addDays(until, 1) }),
    ...(on && { on }),
  });
  const filtered = Boolean(type ?? who ?? since ?? until ?? on);
  return (
    <>
      <Head
        title={titleOf(late, facts.data?.total ?? null, on, today)}
        sub={
          role === 'viewer'
            ? 'What was agreed and done, as far as your role sees it.'
            : 'Statements, versions, priorities, work, requests, expectations, logged decisions, reasons and comments.'
        }
      />
      <AgreeTabs current="/agree/search" />
      <search className={css.search}>
        <TextField
          label="What are you looking for?"
          hint="Every word must be in it; put “a phrase” in quotes."
          type="search"
          autoFocus
          value={words}
          onChange={(value) => {
            setWords(value);
            set({ q: value });
          }}
        />
        <div className={css.filters}>
          <PersonField label="Who said it" placeholder="Anybody" optional value={who} onChange={(person) => set({ who: person })} />
          <DateField label="From" optional value={since} latest={today} onChange={(day: Day | null) => set({ since: day })} />
          <DateField label="To" optional value={until} latest={today} onChange={(day: Day | null) => set({ until: day })} />
          <DateField label="As it stood on" optional value={on} latest={today} onChange={(day: Day | null) => set({ on: day })} />
        </div>
      </search>
      {on && (
        <Note
          kind="early"
          action={
            <Button size="small" onPress={() => set({ on: null })}>
              Back to today
            </Button>
          }
        >
          This is everything as it stood on the evening of {dayLong(on, today)}.
        </Note>
      )}
      <Answered of={facts} what="what was agreed" lines={4}>
        {({ hits, total, byType }) => (
          <>
            {byType.length > 0 && (
              <div className={css.types} role="group" aria-label="Types">
                <button type="button" aria-pressed={type === null} onClick={() => set({ type: null })}>
                  All <span className="num">{count(byType.reduce((sum, t) => sum + t.n, 0))}</span>
                </button>
                {byType.map((t) => (
                  <button
                    key={t.type}
                    type="button"
                    aria-pressed={type === t.type}
                    onClick={() => set({ type: type === t.type ? null : t.type })}
                  >
                    {TYPE_WORDS[t.type]} <span className="num">{count(t.n)}</span>
                  </button>
                ))}
              </div>
            )}
            {total === 0 ? (
              <Empty
                action={
                  filtered && (
                    <Button onPress={() => set({ type: null, who: null, since: null, until: null, on: null })}>
                      Search without filters
                    </Button>
                  )
                }
              >
                {late.trim() === ''
                  ? 'Nothing was agreed, decided or written in these days.'
                  : `Nobody agreed, decided or wrote anything with “${late.trim()}”${on ? ` by ${dayWords(on, today)}` : ''}. Words are found by their beginning: “ship” finds “shippers”.`}
              </Empty>
            ) : (
              <ol className={css.hits} aria-label="Found">
                {hits.map((hit) => (
                  <HitLine key={`${hit.type} ${hit.id}`} hit={hit} />
                ))}
              </ol>
            )}
            {total > hits.length && (
              <button type="button" className="lnk sm" onClick={() => setMore(more + 1)}>
                {capital(plural(total - hits.length, 'more result'))}
              </button>
            )}
          </>
        )}
      </Answered>
    </>
  );
};

const titleOf = (words: string, total: number | null, on: string | null, today: Day): string => {
  const then = on ? ` as it stood on ${dayWords(on, today)}` : '';
  if (words.trim() === '') return `Everything agreed and decided${then}, newest first.`;
  if (total === null) return `Looking for “${words.trim()}”${then}.`;
  return total === 0 ? `Nothing with “${words.trim()}”${then}.` : `${capital(plural(total, 'thing'))} with “${words.trim()}”${then}.`;
};

const AGREED: ReadonlySet<DocumentType> = new Set<DocumentType>(['note', 'comment', 'expectation', 'guidepoint', 'decision', 'request']);

const HitLine = ({ hit }: { readonly hit: Hit }) => {
  const { company, nameOf, today } = useCompany();
  const words = AGREED.has(hit.type) ? 'agreed' : undefined;
  const title = <Marked pieces={hit.title} />;
  return (
    <li>
      <span className={css.type}>{TYPE_WORD[hit.type]}</span>
      <div>
        <p className={`${css.title} ${hit.type === 'expectation' ? 'agreed' : ''}`}>
          {hit.href ? <Link href={hit.href}>{title}</Link> : title}
        </p>
        {hit.text.length > 0 && (
          <p className={`${css.text} ${words && hit.type !== 'expectation' ? words : ''}`}>
            <Marked pieces={hit.text} />
          </p>
        )}
      </div>
      <span className={css.who}>
        {hit.by && (hit.by === 'p_operator' ? 'The local operator' : nameOf(hit.by))}
        {hit.at && <time dateTime={hit.at}>{dayWords(localTime(company.zone, hit.at).slice(0, 10), today)}</time>}
      </span>
    </li>
  );
};

const Marked = ({ pieces }: { readonly pieces: readonly Piece[] }) => (
  <>
    {pieces.map((piece, place) =>
      // Pieces of one text have nothing but their place.
      piece.hit ? <mark key={place}>{piece.text}</mark> : <span key={place}>{piece.text}</span>,
    )}
  </>
);
