import { IconPlus } from '@tabler/icons-react';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { isOpen, present, type Workshop } from '../../../domain/workshop/workshop.ts';
import { dayIn } from '../../../kernel/zone.ts';
import { dayWords, quarterWords, tally } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { Status } from '../../components/Status.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useCompany } from '../../state/company.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import { WorkshopPage } from './WorkshopPage.tsx';
import css from './WorkshopsScreen.module.css';

const HOME = '/agree/workshops';

/** The workshops there are, or one of them. */
export const WorkshopsScreen = () => {
  const { book } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const workshop = id === undefined ? undefined : book.workshop.get(id as Workshop['id']);
  return workshop ? <WorkshopPage key={workshop.id} workshop={workshop} /> : <Workshops />;
};

const Workshops = () => {
  const { book, may } = useCompany();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const forbid = may('workshop/plan') ? null : 'Only owners and marketers plan workshops';
  const add = (): void => go(`${HOME}?do=add`);
  useKey('n', 'Plan a workshop', add, forbid === null);
  const all = [...book.workshop.values()].toSorted((a, b) => (a.starts < b.starts ? 1 : -1));
  const next = all.filter((w) => w.closedAt === null && !w.retired).toReversed();
  const past = all.filter((w) => w.closedAt !== null || w.retired);
  const button = (
    <Button kind="primary" icon={<IconPlus size={15} stroke={1.8} aria-hidden="true" />} onPress={add} forbid={forbid}>
      Plan a workshop
    </Button>
  );
  return (
    <>
      <Head
        title={titleOf(next)}
        sub="Where people change their mind together, each on his own screen: written in silence, shown at once, decided in the room."
        actions={button}
      />
      {all.length === 0 && (
        <Empty action={button}>
          A collaborative workshop finds the Guidepoint first, then ideas, then the smallest launch that would show something. A planning
          workshop sorts what was asked for until it fits.
        </Empty>
      )}
      <List name="To come" workshops={next} />
      <List name="Past" workshops={past} />
      {search.get('do') === 'add' && forbid === null && <PlanDialog onClose={(made) => go(made ? `${HOME}/${made}` : HOME)} />}
    </>
  );
};

const titleOf = ([next]: readonly Workshop[]): string => {
  if (!next) return 'No workshop is planned.';
  if (isOpen(next)) return `“${next.title}” is open now.`;
  const waiting = present(next).filter(({ sent }) => sent === null).length;
  return next.prework && waiting > 0
    ? `“${next.title}” comes next; ${tally(waiting, 'person has', 'people have')} not written yet.`
    : `“${next.title}” comes next.`;
};

const List = ({ name, workshops }: { readonly name: string; readonly workshops: readonly Workshop[] }) => {
  const { company, today, nameOf } = useCompany();
  const [, go] = useLocation();
  if (workshops.length === 0) return null;
  return (
    <section className={css.group} aria-label={name}>
      <h2>{name}</h2>
      <ul>
        {workshops.map((w) => (
          <li key={w.id}>
            <button type="button" onClick={() => go(`${HOME}/${w.id}`)}>
              <span className={css.day}>{dayWords(dayIn(company.zone, w.starts), today)}</span>
              <span className={css.what}>
                <b>{w.title}</b>
                <span className="agreed">{w.purpose}</span>
                <small>
                  {w.kind === 'planning' ? 'Planning' : 'Collaborative'}, {quarterWords(w.period)}, led by {nameOf(w.facilitator)},{' '}
                  {tally(present(w).length, 'person', 'people')}
                </small>
              </span>
              <span className={css.state}>{stateOf(w)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

const stateOf = (w: Workshop) => {
  if (w.retired) return <Status kind="off">Cancelled</Status>;
  if (w.closedAt !== null)
    return w.made ? (
      <Status kind="on">{`${tally(w.made.notDoing.length, 'thing')} not done`}</Status>
    ) : (
      <Status kind="early">Nothing put together</Status>
    );
  if (isOpen(w)) return <Status kind="on">Open now</Status>;
  return (
    <Status kind="early">
      {w.prework ? `${present(w).filter(({ sent }) => sent !== null).length} of ${present(w).length} have written` : 'Planned'}
    </Status>
  );
};
