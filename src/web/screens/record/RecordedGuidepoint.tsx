import { Link } from 'wouter';
import { IconLock } from '@tabler/icons-react';
import type { RecordedGuidepoint, RecordedVersion } from '../../../views/agree/record.ts';
import css from './RecordScreen.module.css';

/** A Guidepoint as it stood: every wording, newest first, with its terms and signatures. */
export const RecordedGuidepointPart = ({ guidepoint, link }: { readonly guidepoint: RecordedGuidepoint; readonly link: boolean }) => (
  <section className={css.guidepoint}>
    <h2>{link ? <Link href={`/agree/record/${guidepoint.period}`}>{guidepoint.title}</Link> : guidepoint.title}</h2>
    {guidepoint.versions.map((v) => (
      <Version key={v.n} version={v} />
    ))}
    {guidepoint.changes.length > 0 && (
      <>
        <h3>Changes that led to no new wording</h3>
        <ul className={css.changes}>
          {guidepoint.changes.map((c) => (
            <li key={c.text}>
              {c.text} {c.words && <span className="agreed">“{c.words}”</span>}
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);

const Version = ({ version: v }: { readonly version: RecordedVersion }) => (
  <div className={`${css.version} ${v.current ? '' : css.past}`}>
    <p className={css.stands}>
      {v.agreed && <IconLock size={14} stroke={1.6} aria-hidden="true" />}
      <b>Version {v.n}.</b> {v.stands}
    </p>
    <p className={`agreed ${css.statement}`}>{v.statement}</p>
    <p className="dim xs">
      {v.put}.
      {v.because && (
        <>
          {' '}
          {v.because.text} {v.because.words && <span className="agreed">“{v.because.words}”</span>}
        </>
      )}
    </p>
    {/* A region that scrolls must be reachable by keyboard. */}
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
    <div className={css.scroll} role="group" aria-label={`The outcomes of version ${v.n}`} tabIndex={0}>
      <table className={css.terms}>
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col">Counted by</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Between</th>
          </tr>
        </thead>
        <tbody>
          {v.terms.map((t) => (
            <tr key={t.id}>
              <td className="agreed">{t.name}</td>
              <td className="mut">{t.metric}</td>
              <td className="num">{t.from}</td>
              <td className="num">
                <b>{t.target}</b>
              </td>
              <td className="mut">{t.due}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <ul className={css.signatures}>
      {v.signatures.map((s) => (
        <li key={s.seat}>
          <span className="mut">{s.title}</span>
          {s.name ? (
            <span>
              <i className="agreed">{s.name}</i>, {s.when}
            </span>
          ) : s.declined ? (
            <span>
              {s.declined.name} declined: <span className="agreed">“{s.declined.why}”</span>
            </span>
          ) : (
            <span className="dim">not signed</span>
          )}
        </li>
      ))}
    </ul>
  </div>
);
