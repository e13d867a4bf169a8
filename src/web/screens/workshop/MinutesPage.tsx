import type { Workshop } from '../../../domain/workshop/workshop.ts';
import { Link } from 'wouter';
import { useEffect, useState } from 'react';
import type { Minutes } from '../../../views/workshop/minutes.ts';
import { dayWords, tally } from '../../../views/words/format.ts';
import { dayIn } from '../../../kernel/zone.ts';
import { Head } from '../../components/Head.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { problemOf, type Problem } from '../../state/problem.ts';
import { LANE_WORDS } from '../../room/words.ts';
import { SignHere } from './SignHere.tsx';
import css from './MinutesPage.module.css';

/** The minutes of a workshop, told from the journal; nobody wrote them. */
export const MinutesPage = ({ workshop }: { readonly workshop: Workshop }) => {
  const { id: company, book, today, company: settings } = useCompany();
  const [minutes, setMinutes] = useState<Minutes | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { seq } = book;
  useEffect(() => {
    const stop = new AbortController();
    call('workshop minutes', { company, workshop: workshop.id }, { signal: stop.signal }).then(setMinutes, (thrown: unknown) => {
      if (!stop.signal.aborted) setProblem(problemOf(thrown));
    });
    return () => stop.abort();
  }, [company, workshop.id, seq]);
  if (problem) return <ErrorInPlace problem={problem} />;
  if (!minutes) return null;
  const time = (at: string): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone: settings.zone, hour: '2-digit', minute: '2-digit' }).format(new Date(at));
  return (
    <>
      <Head
        title={titleOf(workshop)}
        sub={`${minutes.title}, ${dayWords(dayIn(settings.zone, workshop.openedAt ?? workshop.starts), today)}. ${minutes.purpose} Led by ${minutes.facilitator}, with ${minutes.people.length} people. Told from the journal; nobody wrote them.`}
      />
      <SignHere workshop={workshop} />
      {minutes.notDoing.length > 0 && (
        <section className={css.part} aria-label="Not this time">
          <h2>Not this time</h2>
          <ul>
            {minutes.notDoing.map(({ title, why, later }) => (
              <li key={title}>
                <b>{title}</b>
                {later && <small> looked at again on {dayWords(later, today)}</small>}
                {why && <p className="agreed">{why}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {minutes.groups.length > 0 && (
        <section className={css.part} aria-label="Groups">
          <h2>Groups</h2>
          <ul>
            {minutes.groups.map(({ topic, title, cards, dots }) => (
              <li key={`${topic}-${title}`}>
                {topic}: <b>{title}</b>, {tally(cards, 'card')}
                {dots !== null && `, ${tally(dots, 'dot')}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {minutes.shown.map(({ topic, cards }) => (
        <section key={topic} className={css.part} aria-label={topic}>
          <h2>{topic}</h2>
          <ul className={css.cards}>
            {cards.map(({ lane, text, by, dots }, n) => (
              <li key={n}>
                <span className="agreed">{text ?? 'The words were erased'}</span>
                <small>
                  {[lane === '' ? null : (LANE_WORDS[lane] ?? lane), by, dots === null ? null : tally(dots, 'dot')]
                    .filter(Boolean)
                    .join(', ')}
                </small>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className={css.part} aria-label="What happened">
        <h2>What happened</h2>
        <ol className={css.lines}>
          {[...minutes.happened, ...minutes.decided, ...minutes.signed]
            .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
            .map(({ at, by, text, quote, href }, n) => (
              <li key={n}>
                <time dateTime={at}>
                  {dayWords(dayIn(settings.zone, at), today)}, {time(at)}
                </time>
                <span>
                  {by} {href && !href.startsWith('/agree/workshops/') ? <Link href={href}>{text}</Link> : text}
                  {quote && <span className="agreed"> “{quote}”</span>}
                </span>
              </li>
            ))}
        </ol>
      </section>
    </>
  );
};

const titleOf = (w: Workshop): string => {
  if (w.retired) return `“${w.title}” was cancelled.`;
  if (!w.made) return `Nothing was put together in “${w.title}”.`;
  const { guidepoint, blueprint, scenario, notDoing } = w.made;
  const what = blueprint
    ? 'A Blueprint came of it'
    : guidepoint
      ? 'A Guidepoint came of it'
      : scenario
        ? 'A scenario came of it'
        : 'It was put together';
  return notDoing.length > 0 ? `${what}, and ${tally(notDoing.length, 'thing is', 'things are')} not done.` : `${what}.`;
};
