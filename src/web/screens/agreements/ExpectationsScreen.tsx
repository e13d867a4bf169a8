import { useLocation, useParams, useSearchParams } from 'wouter';
import { IconPlus } from '@tabler/icons-react';
import { latest } from '../../../domain/agreements/expectation.ts';
import { expectationLooks, expectationsTitle, type ExpectationLook, type Stands } from '../../../views/agreements/expectations.ts';
import { partyWords } from '../../../views/words/agreements.ts';
import { dayWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { Status } from '../../components/Status.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useCompany } from '../../state/company.tsx';
import { AgreeTabs } from './AgreeTabs.tsx';
import { ExpectationDialog } from './ExpectationDialog.tsx';
import { ExpectationDrawer } from './ExpectationDrawer.tsx';
import css from './ExpectationsScreen.module.css';

const HOME = '/agree/expectations';
const GROUPS: { readonly [S in Stands]: string } = { unsigned: 'Wait for signatures', running: 'Agreed, and running', ended: 'Ended' };

/** What one side promises the other: signed by both, kept or broken, with its day. */
export const ExpectationsScreen = () => {
  const { book, may, today } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const looks = expectationLooks(book, today);
  const open = looks.find((l) => l.expectation.id === id);
  const forbid = may('expectation/propose') ? null : 'Owners, marketers and stakeholders put expectations forward';
  const add = (): void => go(`${HOME}?do=add`);
  useKey('n', 'Put an expectation forward', add, forbid === null);
  return (
    <>
      <Head
        title={expectationsTitle(looks)}
        sub="What one side promises the other, in words that both sign. A change asks for both signatures again."
        actions={
          <Button kind="primary" icon={<IconPlus size={15} stroke={1.8} aria-hidden="true" />} onPress={add} forbid={forbid}>
            Put one forward
          </Button>
        }
      />
      <AgreeTabs current={HOME} />
      {looks.length === 0 ? (
        <Empty
          action={
            <Button onPress={add} forbid={forbid}>
              Put the first one forward
            </Button>
          }
        >
          An expectation reads like “Sales calls every qualified lead within two working days, by 30 June”. Sales promises it, marketing
          expects it, and both sign. It is then kept, broken or released, and everybody can look it up.
        </Empty>
      ) : (
        (Object.keys(GROUPS) as Stands[]).map((stands) => (
          <Group key={stands} name={GROUPS[stands]} looks={looks.filter((l) => l.stands === stands)} current={id} />
        ))
      )}
      {open && <ExpectationDrawer key={open.expectation.id} look={open} order={looks.map((l) => l.expectation.id)} />}
      {search.get('do') === 'add' && forbid === null && (
        <ExpectationDialog about={search.get('about')} onClose={(made) => go(made ? `${HOME}/${made}` : HOME)} />
      )}
    </>
  );
};

const Group = ({
  name,
  looks,
  current,
}: {
  readonly name: string;
  readonly looks: readonly ExpectationLook[];
  readonly current: string | undefined;
}) => {
  const { book, nameOf, today } = useCompany();
  const [, go] = useLocation();
  if (looks.length === 0) return null;
  return (
    <section className={css.group} aria-label={name}>
      <h2>{name}</h2>
      <ul>
        {looks.map(({ expectation, state, words }) => {
          const r = latest(expectation);
          const open = (): void => go(`${HOME}/${expectation.id}`);
          return (
            <li key={expectation.id} className={expectation.id === current ? css.current : undefined}>
              <button type="button" onClick={open}>
                <span className={css.sides}>
                  {partyWords(book, r.promises, nameOf)} <span aria-label="promises">→</span> {partyWords(book, r.expects, nameOf)}
                </span>
                <span className={`agreed ${css.words}`}>{r.statement}</span>
                <span className={css.state}>
                  <Status kind={state}>{words}</Status>
                  {expectation.ended && <small>was due {dayWords(r.due, today)}</small>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
