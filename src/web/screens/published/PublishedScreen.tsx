import { useState } from 'react';
import { Link, useLocation, useParams, useSearchParams } from 'wouter';
import type { PeriodListed } from '../../../views/published/published.ts';
import { figureShown, listTitle } from '../../../views/published/words.ts';
import { dayWords } from '../../../views/words/format.ts';
import { periodCalled } from '../../../views/words/measurement.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Head } from '../../components/Head.tsx';
import { Status } from '../../components/Status.tsx';
import { Table } from '../../components/Table.tsx';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { EditionPage } from './EditionPage.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import css from './Published.module.css';

/** Published numbers: the periods, or one edition of one of them. */
export const PublishedScreen = () => {
  const { period, edition } = useParams<{ period?: string; edition?: string }>();
  return period ? <EditionPage period={period} edition={edition === undefined ? undefined : Number(edition)} /> : <Periods />;
};

const stateOf = ({ over, editions }: PeriodListed): readonly ['on' | 'risk' | 'early' | 'unknown', string] => {
  const stands = editions.findLast((e) => !e.withdrawn);
  if (stands) return ['on', stands.n > 1 ? `Published, edition ${stands.n}` : 'Published'];
  if (editions.length > 0) return ['unknown', 'Withdrawn'];
  return over ? ['risk', 'Over, not published'] : ['early', 'Still runs'];
};

const Periods = () => {
  const { book, today, me, company, role } = useCompany();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const [publishing, setPublishing] = useState<string | null>(search.get('publish'));
  const facts = useFacts('publications', {});
  const mayPublish = role === 'owner' || (company.members[me]?.seats.includes('finance') ?? false);
  const called = (period: string): string => periodCalled(book, period);
  return (
    <Answered of={facts} what="the published numbers" page>
      {({ periods }) => (
        <>
          <Head
            title={listTitle(periods, called)}
            sub="A published number never changes. What later data would make of it stands beside it, line by line with the cause."
          />
          <div className={css.body}>
            <Table
              label="Periods"
              rows={periods}
              keyOf={({ period }) => period}
              onOpen={({ period, editions }) => editions.length > 0 && go(`/prove/published/${period}`)}
              columns={[
                {
                  key: 'period',
                  head: 'Period',
                  cell: ({ period, editions }) => (
                    <span className="nw">
                      {editions.length > 0 ? <Link href={`/prove/published/${period}`}>{called(period)}</Link> : called(period)}
                    </span>
                  ),
                },
                { key: 'state', head: 'State', cell: (p) => <Status kind={stateOf(p)[0]}>{stateOf(p)[1]}</Status> },
                { key: 'won', head: 'Won revenue', number: true, cell: (p) => quoted(p, 'Won revenue') },
                { key: 'spend', head: 'Spend', number: true, cell: (p) => quoted(p, 'Spend') },
                {
                  key: 'by',
                  head: 'Published',
                  cell: ({ editions }) => {
                    const e = editions.findLast((one) => !one.withdrawn);
                    return e ? `${dayWords(e.at.slice(0, 10), today)}, ${e.by}` : <span className="dim">–</span>;
                  },
                },
                {
                  key: 'do',
                  head: <span className="unseen">Publish</span>,
                  cell: (p) =>
                    p.over && (
                      <div className={css.act}>
                        <Button
                          size="small"
                          kind="quiet"
                          forbid={mayPublish ? null : 'An owner or the seat of finance publishes'}
                          onPress={() => setPublishing(p.period)}
                        >
                          {p.editions.length > 0 ? 'Publish again' : 'Publish'}
                        </Button>
                      </div>
                    ),
                },
              ]}
            />
          </div>
          {publishing && <PublishDialog period={publishing} onClose={() => setPublishing(null)} />}
        </>
      )}
    </Answered>
  );
};

const quoted = ({ editions }: PeriodListed, name: string) => {
  const figure = editions.findLast((e) => !e.withdrawn)?.figures.find((f) => f.name === name);
  return figure ? figureShown(figure) : <span className="dim">–</span>;
};
