import { Link } from 'wouter';
import { linkWords, partsOf } from '../../../views/identity/words.ts';
import { dayWords, moneyShort, tally } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Drawer } from '../../components/Drawer.tsx';
import { Sections } from '../../components/Sections.tsx';
import type { Output } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { Called } from './Called.tsx';

type Known = Output<'person'>;

/** A person or an account as all sources together name it. */
export const KnownDrawer = ({ handle }: { readonly handle: string }) => {
  const isAccount = partsOf(handle).kind === 'account';
  const facts = useFacts(isAccount ? 'account' : 'person', { handle });
  const spoken = facts.data?.handles.find(({ speaks }) => speaks);
  return (
    <Drawer
      kick={isAccount ? 'Account' : 'Person'}
      title={spoken ? (spoken.name ?? partsOf(spoken.handle).id) : partsOf(handle).id}
      closeTo="/data/identity"
    >
      <Answered of={facts} what={isAccount ? 'the account' : 'the person'}>
        {(known) => <Parts known={known} isAccount={isAccount} />}
      </Answered>
    </Drawer>
  );
};

const Parts = ({ known, isAccount }: { readonly known: Known; readonly isAccount: boolean }) => {
  const { today } = useCompany();
  const lines = (all: Known['handles']) => (
    <ul className="plain">
      {all.map((one) => (
        <li key={`${one.handle} ${one.rule}`}>
          <Called handle={one.handle} name={one.name} />{' '}
          <span className="dim xs">
            {linkWords(one.rule, one.confidence)}
            {one.knownOn && `, known since ${dayWords(one.knownOn, today)}`}
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <Sections>
      <section>
        <h3>All its names</h3>
        {lines(known.handles)}
      </section>
      <section>
        <h3>{isAccount ? tally(known.othersInAll, 'person', 'people') : tally(known.othersInAll, 'account')}</h3>
        {known.others.length === 0 ? <p className="mut sm">Nobody says where it belongs.</p> : lines(known.others)}
      </section>
      <section>
        <h3>{tally(known.deals.length, 'deal')}</h3>
        <ul className="plain">
          {known.deals.map((d) => (
            <li key={`${d.src}:${d.id}`}>
              <Link href={`/prove/deals/${encodeURIComponent(`${d.src}:${d.id}`)}`}>{d.name ?? d.id}</Link>{' '}
              <span className="dim xs">
                {d.status}
                {d.minor !== null && `, ${moneyShort({ minor: d.minor, currency: d.currency })}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{tally(known.touchesInAll, 'touch', 'touches')}</h3>
        {known.touchesInAll > known.touches.length && <p className="dim xs">The latest {known.touches.length} are shown.</p>}
        <ul className="plain">
          {known.touches.map((t) => (
            <li key={`${t.src}:${t.id}`}>
              <span className="num">{t.on ? dayWords(t.on, today) : 'no date'}</span>{' '}
              {[t.channel, t.campaign, t.what].filter(Boolean).join(' · ')} <span className="dim xs">{t.src}</span>
            </li>
          ))}
        </ul>
      </section>
    </Sections>
  );
};
