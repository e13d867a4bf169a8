import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { DealList, DealRow } from '../../../views/deal/deals.ts';
import { HREF } from '../../../views/thread/cells.ts';
import { count, dayWords, moneyFull } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import lines from '../../components/lines.module.css';
import { Scroll } from '../../components/Scroll.tsx';
import { Segments } from '../../components/Segments.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useFacts } from '../../state/facts.ts';
import css from './DealsScreen.module.css';

type Status = 'won' | 'open' | 'lost' | 'all';
const PAGE = 100;

/** Deals, and how much of each is explained. */
export const DealsScreen = () => {
  const [status, setStatus] = useState<Status>('won');
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const search = useDeferredValue(typed.trim());
  const facts = useFacts('deals', { ...(status !== 'all' && { status }), ...(search !== '' && { search }), limit });
  return (
    <Answered of={facts} what="the deals">
      {(list) => (
        <>
          <Head title={list.title} sub={list.scope} />
          {list.total === 0 && search === '' && status === 'won' && list.won === 0 ? null : (
            <div className={css.tools}>
              <Segments
                label="Which deals"
                value={status}
                choices={[
                  { value: 'won', text: 'Won' },
                  { value: 'open', text: 'Open' },
                  { value: 'lost', text: 'Lost' },
                  { value: 'all', text: 'All' },
                ]}
                onChoose={(s) => {
                  setStatus(s);
                  setLimit(PAGE);
                }}
              />
              <TextInput
                aria-label="Find a deal or an account"
                placeholder="Deal or account"
                leftSection={<IconSearch size={15} aria-hidden="true" />}
                value={typed}
                onChange={(e) => setTyped(e.currentTarget.value)}
              />
            </div>
          )}
          <Rows list={list} />
          {list.rows.length >= limit && limit < 500 && (
            <p className={css.more}>
              <Button onPress={() => setLimit(Math.min(500, limit + PAGE))}>Show more</Button>
            </p>
          )}
        </>
      )}
    </Answered>
  );
};

const Rows = ({ list }: { readonly list: DealList }) =>
  list.rows.length === 0 ? (
    <Empty
      action={
        <Button kind="primary" href="/data/import">
          Load deals
        </Button>
      }
    >
      No deal fits. Deals come from your CRM’s export.
    </Empty>
  ) : (
    <Scroll label="Deals">
      <table className={`${lines.lines} ${css.deals}`}>
        <thead>
          <tr>
            <th scope="col">Deal</th>
            <th scope="col">Stage</th>
            <th scope="col" className="r">
              Amount
            </th>
            <th scope="col">Opened</th>
            <th scope="col">Closed</th>
            <th scope="col" className="r">
              Touches
            </th>
            <th scope="col" className="r">
              People
            </th>
            <th scope="col" className="r">
              Campaigns
            </th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((d) => (
            <Row key={d.id} deal={d} currency={list.currency} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );

const Row = ({ deal: d, currency }: { readonly deal: DealRow; readonly currency: DealList['currency'] }) => (
  <tr>
    <td>
      <Link href={HREF.deal(d.id)} className={css.name}>
        {d.name}
      </Link>
      {d.account && d.account !== d.name && <span className="dim"> {d.account}</span>}
    </td>
    <td>{d.stage ?? d.status ?? <span className="dim">not known</span>}</td>
    <td className="r nw">
      {d.amountMinor === null ? (
        <span className="dim" title="The file gives no amount">
          not known
        </span>
      ) : (
        moneyFull({ minor: d.amountMinor, currency })
      )}
    </td>
    <td className="nw">{d.openedOn ? dayWords(d.openedOn) : <span className="dim">not known</span>}</td>
    <td className="nw">
      {d.closedOn ? dayWords(d.closedOn) : d.status === 'open' ? <span className="dim">open</span> : <span className="dim">not known</span>}
    </td>
    <td className="r">{d.touches > 0 ? count(d.touches) : d.status === 'won' ? <Tag kind="gap">no touch</Tag> : '0'}</td>
    <td className="r">{count(d.people)}</td>
    <td className="r">{count(d.campaigns)}</td>
  </tr>
);
