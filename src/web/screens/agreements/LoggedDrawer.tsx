import { Link } from 'wouter';
import type { LoggedDecision } from '../../../domain/agreements/logged.ts';
import type { LoggedId } from '../../../kernel/ids.ts';
import { localTime } from '../../../kernel/zone.ts';
import { reasonOf } from '../../../views/agreements/reason.ts';
import { dayLong, dayWords, list } from '../../../views/words/format.ts';
import { Agreed } from '../../components/Agreed.tsx';
import { Button } from '../../components/Button.tsx';
import { Comments } from '../../components/Comments.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { Note } from '../../components/Note.tsx';
import { Sections } from '../../components/Sections.tsx';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { About } from './About.tsx';
import { EvidenceCard } from './EvidenceCard.tsx';
import css from './LoggedDrawer.module.css';

/** One logged decision: the question, the words, what else was thought of, the numbers then and now. */
export const LoggedDrawer = ({ logged, order }: { readonly logged: LoggedDecision; readonly order: readonly LoggedId[] }) => {
  const { book, may, nameOf, noteOf, company, today } = useCompany();
  const why = reasonOf(book, logged.id);
  const at = order.indexOf(logged.id);
  const step = (by: number): string | undefined => (order[at + by] ? `/agree/log/${order[at + by]!}` : undefined);
  useBearings({ crumb: logged.matter });
  const written = localTime(company.zone, logged.loggedAt).slice(0, 10);
  return (
    <Drawer
      title={logged.matter}
      kick={`Logged decision ${logged.ref}`}
      closeTo="/agree/log"
      previous={step(-1)}
      next={step(1)}
      foot={
        !logged.supersededBy && (
          <Button
            href={`/agree/log?do=add&supersedes=${logged.id}`}
            forbid={may('logged/decide') ? null : 'Owners, marketers and stakeholders log decisions'}
          >
            Decide otherwise
          </Button>
        )
      }
    >
      {logged.supersededBy && (
        <Note kind="early">
          No longer holds: superseded by <Related id={logged.supersededBy} />.
        </Note>
      )}
      <Sections>
        <Agreed>{logged.decided}</Agreed>
        {why && (
          <p>
            Because: <span className="agreed">{noteOf(why)}</span>
          </p>
        )}
        <p className="sm mut">
          Decided by {list(logged.deciders.map((who) => nameOf(who)))} on {dayLong(logged.on, today)}. Written down by{' '}
          {nameOf(logged.loggedBy)}
          {written === logged.on ? '' : ` on ${dayWords(written, today)}`}.
        </p>
        {logged.supersedes && (
          <p className="sm">
            It supersedes <Related id={logged.supersedes} />.
          </p>
        )}
        {logged.alternatives.length > 0 && (
          <section>
            <h3>What else was thought of</h3>
            <ul className={css.alternatives}>
              {logged.alternatives.map((a) => (
                <li key={a.text}>
                  <span className="agreed">{a.text}</span>
                  {a.against && <small>{a.against}</small>}
                </li>
              ))}
            </ul>
          </section>
        )}
        <section>
          <h3>The numbers as they stood</h3>
          {logged.evidence.length === 0 ? (
            <p className="sm mut">It rests on no number, or on none that your role may see.</p>
          ) : (
            logged.evidence.map((e) => <EvidenceCard key={`${e.what} ${e.shown} ${e.asOf}`} evidence={e} />)
          )}
        </section>
        <About ids={logged.about} />
      </Sections>
      <Comments thing={logged.id} />
    </Drawer>
  );
};

/** A link to another logged decision. */
const Related = ({ id }: { readonly id: LoggedId }) => {
  const { book } = useCompany();
  const other = book.logged.get(id);
  return (
    <Link href={`/agree/log/${id}`} className="lnk">
      {other ? `${other.ref} ${other.matter}` : id}
    </Link>
  );
};
