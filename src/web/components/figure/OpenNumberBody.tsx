import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { withSource, type Opened } from '../../../views/words/opened.ts';
import { count, dayWords, plural, short } from '../../../views/words/format.ts';
import { placeOf } from '../../../views/words/place-of.ts';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import { useRowsLink } from '../rows/rows-link.ts';
import { CiteButton } from './CiteButton.tsx';
import { CoverageBar } from './CoverageBar.tsx';
import { IntervalMark } from './IntervalMark.tsx';
import css from './OpenNumber.module.css';
import { closeNumber } from './opening.ts';

/** So many things of the plan are named; the rest are counted. */
const MOST = 5;

/** The fixed order: meaning, interval, how sure, coverage, rows, missing, changed; then where to go on. */
export const OpenNumberBody = ({ opened }: { readonly opened: Opened }) => {
  const { book, company, today } = useCompany();
  const rowsLink = useRowsLink();
  const [how, setHow] = useState(false);
  const { meaning, interval, sure, coverage, rows, things, missing, changed, asOf, loads, more } = opened;
  return (
    <>
      {meaning && <p>{meaning}</p>}
      {interval && <IntervalMark interval={interval} />}
      <dl className={css.list}>
        {sure && <Line name="How sure">{sure}</Line>}
        {coverage && (
          <Line name="Coverage">
            <CoverageBar coverage={coverage} />
          </Line>
        )}
        {rows.length > 0 && (
          <Line name="Rows">
            {rows.map((r, place) => (
              <span key={r.text}>
                {place > 0 && ', '}
                <Link href={rowsLink(r, opened.what)} className="lnk" onClick={() => closeNumber(false)}>
                  {r.text}
                </Link>
              </span>
            ))}
          </Line>
        )}
        {things.length > 0 && (
          <Line name="Which">
            {things.slice(0, MOST).flatMap((id, place) => {
              const found = placeOf(book, id);
              if (!found) return [];
              return (
                <span key={id}>
                  {place > 0 && ', '}
                  <Link href={found.href} className="lnk">
                    {short(found.text, 48)}
                  </Link>
                </span>
              );
            })}
            {things.length > MOST && ` and ${count(things.length - MOST)} more`}
          </Line>
        )}
        {missing.length > 0 && (
          <Line name="Missing">
            {missing.slice(0, 4).join('; ') + (missing.length > 4 ? ` and ${count(missing.length - 4)} more` : '')}
          </Line>
        )}
        {changed && <Line name="Changed">{changed}</Line>}
        {asOf && (
          <Line name="As of">
            {dayWords(asOf, today)}
            {loads.length > 0 && `, from ${plural(loads.length, 'load')}`}
          </Line>
        )}
        {how && opened.how && <Line name="How">{opened.how}</Line>}
      </dl>
      <div className={css.foot}>
        {more.map(({ text, href }) => (
          <Link key={href} href={href} className="lnk">
            {text}
          </Link>
        ))}
        {opened.how && !how && (
          <button type="button" className="lnk" onClick={() => setHow(true)}>
            How computed
          </button>
        )}
        <CiteButton opened={opened} />
        <button type="button" className="lnk" onClick={() => void copy(withSource(opened, company.name, location.href))}>
          Copy with source
        </button>
      </div>
    </>
  );
};

const Line = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

const copy = async (text: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
    say({ kind: 'done', text: 'Copied, with its source.' });
  } catch {
    say({ kind: 'problem', text: 'This browser did not let us copy.', todo: 'Select the text and copy it yourself.' });
  }
};
