import { Link } from 'wouter';
import { allows } from '../../../domain/intake/allows.ts';
import { mergedInto, openQuestion, rootOf, type Request } from '../../../domain/intake/request.ts';
import type { NoteId, RequestId } from '../../../kernel/ids.ts';
import { dayIn } from '../../../kernel/zone.ts';
import { duplicatesOf, inboxRow, standsAs } from '../../../views/intake/inbox.ts';
import { itemOf, placeWaits } from '../../../views/intake/phase.ts';
import { placeOfItem } from '../../../views/intake/queue.ts';
import { HREF } from '../../../views/thread/cells.ts';
import { dayLong, dayWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Comments } from '../../components/Comments.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { History } from '../../components/History.tsx';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { PageLink } from './PageLink.tsx';
import css from './RequestDrawer.module.css';
import { TRIAGE, type Triage } from './triage.ts';
import { useLooking } from './use-looking.ts';

type Props = { readonly request: Request; readonly order: readonly RequestId[]; readonly onAct: (act: Triage) => void };

/** One request: what was asked in whose words, how it stands and why, and what can be done. */
export const RequestDrawer = ({ request, order, onAct }: Props) => {
  const { book, company, me, may, nameOf, noteOf, today } = useCompany();
  const looking = useLooking();
  const { id, ref, standing, decided, place, questions } = request;
  const row = inboxRow(looking, request);
  const at = order.indexOf(id);
  const step = (by: number): string | undefined => (at >= 0 && order[at + by] ? `/work/requests/${order[at + by]}` : undefined);
  useBearings({ crumb: ref });
  const plans = may('request/accept');
  const mine = request.by === me;
  const item = itemOf(book, request);
  const joined = mergedInto(book, id);
  const question = openQuestion(request);
  const twins = row.act === 'decide' && plans ? duplicatesOf(looking, id) : [];
  const acts = TRIAGE.filter(({ act }) => act !== 'place' && allows(standing.state, act));
  const primary = row.act === 'decide';
  return (
    <Drawer
      title={<span className="agreed">{row.title}</span>}
      kick={`${ref}: ${standsAs({ book, today }, request)}`}
      closeTo="/work/requests"
      previous={step(-1)}
      next={step(1)}
      foot={
        <>
          {plans &&
            acts.map(({ act, does }) => (
              <Button
                key={act}
                kind={act === 'accept' && primary ? 'primary' : act === 'decline' ? 'quiet' : 'plain'}
                onPress={() => onAct(act)}
              >
                {act === 'accept' && standing.state === 'accepted' ? 'Move to other work' : does}
              </Button>
            ))}
          {plans && allows(standing.state, 'return') && <Button onPress={() => onAct('return')}>Back to the inbox</Button>}
          {!plans && mine && allows(standing.state, 'withdraw') && row.phase !== 'done' && (
            <Button onPress={() => onAct('withdraw')}>I no longer need it</Button>
          )}
        </>
      }
    >
      {placeWaits(book, request, today) && (
        <section className={css.call}>
          <h3>
            {nameOf(request.by)} asks for place {place!.place}
            {item && `; it stands at place ${placeOfItem(book, item.id) ?? '–'}`}
          </h3>
          {place!.note && <p className="agreed">“{noteOf(place!.note)}”</p>}
          {plans && <Button onPress={() => onAct('place')}>Answer</Button>}
        </section>
      )}
      {question && (
        <section className={css.call}>
          <h3>{mine ? 'A question for you' : `A question to ${nameOf(request.by)} is open`}</h3>
          <p className="agreed">“{noteOf(question.question)}”</p>
          {(mine || plans) && <Button onPress={() => onAct('answer')}>{mine ? 'Answer' : 'Write down the answer'}</Button>}
        </section>
      )}
      {twins.length > 0 && (
        <section className={css.part}>
          <h3>Perhaps the same</h3>
          <ul className={css.twins}>
            {twins.map((twin) => (
              <li key={twin.request.id}>
                <p>
                  <Link href={`/work/requests/${twin.request.id}`} className="lnk">
                    {twin.request.ref}
                  </Link>{' '}
                  <span className="agreed">{twin.title}</span> <span className="dim">{standsAs({ book, today }, twin.request)}</span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Wish request={request} />
      {decided && (
        <section className={css.part}>
          <h3>
            {standsAs({ book, today }, request)} by {nameOf(decided.by)}, {dayLong(dayIn(company.zone, decided.at), today)}
          </h3>
          {decided.why && <blockquote className={`agreed ${css.words}`}>“{noteOf(decided.why) || 'The words were erased.'}”</blockquote>}
          {standing.state === 'deferred' && <p className="mut sm">It comes back on {dayLong(standing.until, today)} by itself.</p>}
          {item && (
            <p className="sm">
              <Link href={HREF.item(item.id)} className="lnk">
                {item.ref} {item.title}
              </Link>
              {placeOfItem(book, item.id) !== null && <span className="mut">, place {placeOfItem(book, item.id)}</span>}
            </p>
          )}
          {standing.state === 'merged' && (
            <p className="sm">
              <Link href={`/work/requests/${rootOf(book, request).id}`} className="lnk">
                See {rootOf(book, request).ref}
              </Link>
            </p>
          )}
        </section>
      )}
      {joined.length > 0 && (
        <section className={css.part}>
          <h3>Joined with it</h3>
          {joined.map((other) => (
            <p key={other.id} className="sm">
              <Link href={`/work/requests/${other.id}`} className="lnk">
                {other.ref}
              </Link>{' '}
              <span className="mut">by {nameOf(other.by)}</span>
            </p>
          ))}
        </section>
      )}
      {questions.some(({ answer }) => answer) && (
        <section className={css.part}>
          <h3>Asked and answered</h3>
          {questions.map(
            ({ question: asked, answer }) =>
              answer && (
                <p key={asked} className="sm">
                  <span className="mut">{noteOf(asked)}</span> <span className="agreed">“{noteOf(answer.answer) || 'erased'}”</span>
                </p>
              ),
          )}
        </section>
      )}
      {plans && !question && allows(standing.state, 'ask') && (
        <section className={css.part}>
          <Button size="small" onPress={() => onAct('ask')}>
            Ask {request.by === me ? 'a question' : nameOf(request.by)} something
          </Button>
        </section>
      )}
      {may('form/make') && <PageLink request={request} />}
      <section className={css.part}>
        <h3>What was decided</h3>
        <History thing={id} most={12} />
      </section>
      <Comments thing={request.id} />
    </Drawer>
  );
};

/** What was asked, in the order of the form. */
const Wish = ({ request }: { readonly request: Request }) => {
  const { book, nameOf, noteOf, today } = useCompany();
  const said = (label: string, note: NoteId | null) =>
    note && (
      <>
        <dt>{label}</dt>
        <dd className="agreed">{noteOf(note) || 'The words were erased.'}</dd>
      </>
    );
  return (
    <section className={css.part}>
      <h3>
        {nameOf(request.by)} asks, {dayLong(request.on, today)}
        {request.form && <span className="dim"> by the form “{book.form.get(request.form)?.name}”</span>}
      </h3>
      <dl className={css.wish}>
        {said('What should be different', request.result)}
        {said('Who does something differently', request.whom)}
        {request.due && (
          <>
            <dt>By when it matters</dt>
            <dd>{dayWords(request.due, today)}</dd>
          </>
        )}
        {said('If it is later', request.later)}
        {said('How they will see that it worked', request.proof)}
        {said('What they had in mind', request.tactic)}
      </dl>
    </section>
  );
};
