import { Link, useLocation, useParams, useSearchParams } from 'wouter';
import { IconPlus } from '@tabler/icons-react';
import type { CampaignId } from '../../../kernel/ids.ts';
import { microList, type MicroRow } from '../../../views/market/micro-facts.ts';
import { dayWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { Status, type StatusKind } from '../../components/Status.tsx';
import { Table } from '../../components/Table.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useCompany } from '../../state/company.tsx';
import { BriefDialog } from './BriefDialog.tsx';
import { MicroPage } from './MicroPage.tsx';
import css from './Micro.module.css';

const HOME = '/market/micro';
const KIND: { readonly [P in MicroRow['phase']]: StatusKind } = {
  brief: 'early',
  criteria: 'early',
  'to-freeze': 'risk',
  ready: 'early',
  running: 'on',
  overrule: 'risk',
  decided: 'risk',
  scaled: 'on',
  aborted: 'off',
  dropped: 'unknown',
};

/** Micro-campaigns: where each stands, what comes next, and on whom it waits. */
export const MicroListScreen = () => {
  const { book, today, nameOf, may } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const forbid = may('campaign/brief') ? null : 'Only owners and marketers write briefs';
  const add = (): void => go(`${HOME}?do=add`);
  useKey('n', 'Brief a micro-campaign', add, forbid === null);
  const campaign = id ? book.campaign.get(id as CampaignId) : undefined;
  if (id && campaign?.micro) return <MicroPage campaign={campaign} key={id} />;
  const { title, rows } = microList(book, today, (person) => nameOf(person));
  return (
    <>
      <Head
        title={title}
        sub="Started small, to learn whether it should grow: what counts as success is frozen by two people before the start."
        actions={
          <Button kind="primary" icon={<IconPlus size={15} stroke={1.8} aria-hidden="true" />} onPress={add} forbid={forbid}>
            Brief a micro-campaign
          </Button>
        }
      />
      <div className={css.list}>
        {rows.length === 0 ? (
          <Empty
            action={
              <Button onPress={add} forbid={forbid}>
                Brief the first
              </Button>
            }
          >
            Each stands here with its criteria, who froze them, and what the rule says of what was seen. Begin with one belief and a hundred
            people.
          </Empty>
        ) : (
          <Table
            label="Micro-campaigns"
            rows={rows}
            keyOf={(r) => r.id}
            columns={[
              {
                key: 'name',
                head: 'Micro-campaign',
                cell: (r) => (
                  <Link href={`${HOME}/${r.id}`} className={css.name}>
                    {r.name}
                  </Link>
                ),
              },
              { key: 'state', head: 'State', cell: (r) => <Status kind={KIND[r.phase]}>{r.state}</Status> },
              {
                key: 'next',
                head: 'Next',
                cell: (r) => <span className={css.wide}>{r.waitsFor ? `${r.next}: ${r.waitsFor}` : r.next}</span>,
              },
              { key: 'channel', head: 'Channel', cell: (r) => r.channel },
              {
                key: 'when',
                head: 'When',
                cell: (r) => <span className={css.line}>{`${dayWords(r.from, today)} to ${dayWords(r.to, today)}`}</span>,
              },
              { key: 'measure', head: 'Measure', cell: (r) => <span className={css.wide}>{r.measure ?? 'not written yet'}</span> },
            ]}
          />
        )}
      </div>
      {search.get('do') === 'add' && <BriefDialog onClose={() => go(HOME, { replace: true })} />}
    </>
  );
};
