import { dayWords, quarterWords, tally } from '../../views/words/format.ts';
import type { Here } from './use-room.ts';
import css from './Made.module.css';

/** What came of it, once it was put together. */
export const Made = ({ here: { stage } }: { readonly here: Here }) => {
  const { made } = stage;
  if (!made) return <p className={css.wait}>What came of it stands here once whoever leads has put it together.</p>;
  return (
    <section className={css.made} aria-label="What came of it">
      <ul>
        {made.guidepoint && <li>The Guidepoint for {quarterWords(made.guidepoint)} was put forward.</li>}
        {made.blueprint ? (
          <li>The Blueprint for {quarterWords(made.blueprint)} was put forward for signing.</li>
        ) : (
          made.scenario && <li>The table became a scenario.</li>
        )}
        {made.accepted.length > 0 && <li>{tally(made.accepted.length, 'request')} became work.</li>}
        {made.ordered.length > 0 &&
          (made.scenario === null ? (
            <li>{tally(made.ordered.length, 'launch', 'launches')} became work, at the end of the Backlog.</li>
          ) : (
            <li>The Backlog has the order of the table.</li>
          ))}
        {made.kept.map(({ title, dots }) => (
          <li key={title}>
            <span className="agreed">“{title}”</span>, {tally(dots, 'dot')}
          </li>
        ))}
      </ul>
      {made.notDoing.length > 0 && (
        <>
          <h2>Not this time</h2>
          <ul>
            {made.notDoing.map(({ title, later }) => (
              <li key={title}>
                {title}
                {later && `, looked at again on ${dayWords(later)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
