import { Link, useLocation, useParams, useSearchParams } from 'wouter';
import { IconPlus } from '@tabler/icons-react';
import type { Segment } from '../../../domain/audience/segment.ts';
import type { SegmentId } from '../../../kernel/ids.ts';
import type { AudienceNow, SegmentNow } from '../../../views/audience/audience.ts';
import { openedDeals, openedSize } from '../../../views/audience/opened.ts';
import { definitionWords } from '../../../views/audience/words.ts';
import { capital, count, inWords, percent, plural } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { Unknown } from '../../components/figure/Unknown.tsx';
import { Head } from '../../components/Head.tsx';
import { Pending } from '../../components/Pending.tsx';
import { Table, type Column } from '../../components/Table.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useNarrow } from '../../shell/use-narrow.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import css from './AudienceScreen.module.css';
import { SegmentDrawer } from './SegmentDrawer.tsx';
import { SegmentEditor } from './SegmentEditor.tsx';

const HOME = '/market/audience';

/** Whom we speak to: segments with their definition and live size, and the place to define one. */
export const AudienceScreen = () => {
  const { book, may } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const facts = useFacts('audience', {});
  const phone = useNarrow();
  const all = [...book.segment.values()];
  const standing = all.filter((s) => !s.retired).toSorted((a, b) => a.name.localeCompare(b.name));
  const retired = all.filter((s) => s.retired);
  const open = id ? book.segment.get(id as SegmentId) : undefined;
  const forbid = may('segment/define') ? null : 'Owners and marketers define segments';
  const doing = forbid === null ? search.get('do') : null;
  const add = (): void => go(`${HOME}?do=define`);
  useKey('n', 'Define a segment', add, forbid === null);
  if (doing === 'define' || doing === 'edit') {
    const edited = doing === 'edit' ? (book.segment.get(search.get('segment') as SegmentId) ?? null) : null;
    return (
      <>
        <Head
          title={edited ? `What “${edited.name}” means` : 'Who do we mean?'}
          sub="A definition is decided and stays on record; who belongs to it is counted from the facts, always anew."
        />
        <Answered of={facts} what="what is known of accounts and contacts">
          {(audience) => (
            <SegmentEditor
              key={edited?.id ?? 'new'}
              segment={edited}
              audience={audience}
              onDone={(made) => go(made ? `${HOME}/${made}` : HOME)}
            />
          )}
        </Answered>
      </>
    );
  }
  return (
    <>
      <Head
        title={titleOf(standing, facts.data)}
        sub="Filters over accounts and contacts. Every number that counts deals or leads can be cut by segment."
        actions={
          <Button kind="primary" icon={<IconPlus size={15} stroke={1.8} aria-hidden="true" />} onPress={add} forbid={forbid}>
            Define a segment
          </Button>
        }
      />
      {standing.length === 0 ? (
        <Empty>
          A segment reads like “Accounts where employees is over 249, and market is Nordics”. It needs a file of accounts or contacts.
        </Empty>
      ) : phone ? (
        <ul className={css.stack} aria-label="Segments">
          {standing.map((s) => (
            <li key={s.id}>
              <Link href={`${HOME}/${s.id}`} className="agreed">
                {s.name}
              </Link>
              <Size segment={s} now={nowOf(facts.data, s)} />
              <span className="dim">{definitionWords(s)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <Table
          label="Segments"
          columns={columnsOf(facts.data)}
          rows={standing}
          keyOf={(s) => s.id}
          onOpen={(s) => go(`${HOME}/${s.id}`)}
          isCurrent={(s) => s.id === id}
        />
      )}
      {facts.data && standing.length > 1 && <p className={css.spread}>{spreadWords(facts.data)}</p>}
      {retired.length > 0 && (
        <details className={css.folded}>
          <summary>{capital(plural(retired.length, 'retired segment'))}</summary>
          <ul>
            {retired.map((s) => (
              <li key={s.id}>
                <Link href={`${HOME}/${s.id}`} className="agreed">
                  {s.name}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      {open && <SegmentDrawer key={open.id} segment={open} order={standing.map((s) => s.id)} />}
    </>
  );
};

const nowOf = (audience: AudienceNow | undefined, { id }: Segment): SegmentNow | null =>
  audience?.segments.find((s) => s.id === id) ?? null;

const columnsOf = (audience: AudienceNow | undefined): Column<Segment>[] => [
  {
    key: 'name',
    head: 'Segment',
    cell: (s) => (
      <Link href={`${HOME}/${s.id}`} className="agreed nw" style={{ fontSize: 15 }}>
        {s.name}
      </Link>
    ),
  },
  { key: 'meaning', head: 'Who is meant', cell: (s) => <span className="mut">{definitionWords(s)}</span> },
  { key: 'size', head: 'Size', number: true, cell: (s) => <Size segment={s} now={nowOf(audience, s)} /> },
  { key: 'deals', head: 'Deals', number: true, cell: (s) => <Deals segment={s} now={nowOf(audience, s)} /> },
];

type Cell = { readonly segment: Segment; readonly now: SegmentNow | null };

const Size = ({ segment, now }: Cell) => {
  const { today } = useCompany();
  if (!now) return <Pending />;
  if (now.size === null) return <Unknown what={segment.name} why={`Not known: no file brings ${now.missing?.on}.${now.missing?.field}.`} />;
  return (
    <span className="nw">
      <Figure opens={openedSize(segment, now, today)}>{count(now.size)}</Figure> <span className="dim xs">of {count(now.of)}</span>
    </span>
  );
};

const Deals = ({ segment, now }: Cell) => {
  const { today } = useCompany();
  if (!now) return <Pending />;
  if (now.deals === null) return <Unknown what={segment.name} why="Not known: the segment cannot be counted." />;
  return <Figure opens={openedDeals(segment, 'Deals', count(now.deals), now.deals, today)}>{count(now.deals)}</Figure>;
};

const spreadWords = ({ accounts, inSeveral, inNone }: AudienceNow): string => {
  const parts = [
    inSeveral > 0 &&
      `${count(inSeveral)} of ${count(accounts)} accounts stand in more than one segment, so sizes and deals must not be added up`,
    inNone > 0 && `${count(inNone)} stand in none`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'Every account stands in exactly one segment.' : `${parts.join('; ')}.`;
};

const titleOf = (standing: readonly Segment[], audience: AudienceNow | undefined): string => {
  if (standing.length === 0) return 'Nobody has said yet whom we speak to.';
  const n = capital(plural(standing.length, 'segment'));
  if (!audience) return `${n} ${standing.length === 1 ? 'is' : 'are'} defined.`;
  const broken = audience.segments.filter((s) => s.size === null).length;
  if (broken > 0)
    return `${n}; ${inWords(broken)} cannot be counted, since no file brings what ${broken === 1 ? 'it asks' : 'they ask'} for.`;
  if (audience.accounts === 0) return `${n}, and no accounts are loaded to count.`;
  return `${n} reach ${percent((audience.accounts - audience.inNone) / audience.accounts)} of the ${count(audience.accounts)} accounts.`;
};
