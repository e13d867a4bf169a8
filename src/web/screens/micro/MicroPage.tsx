import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { campaignUseful } from '../../../views/market/campaign-useful.ts';
import { overspent } from '../../../views/market/ending-words.ts';
import { microState } from '../../../views/market/micro-state.ts';
import { microTitle, speaks } from '../../../views/market/micro-title.ts';
import { microFacts } from '../../../views/market/micro-facts.ts';
import { HREF } from '../../../views/thread/cells.ts';
import { count, dayWords, list, moneyFull } from '../../../views/words/format.ts';
import { whyCampaign } from '../../../views/work/chain.ts';
import { Button } from '../../components/Button.tsx';
import { Comments } from '../../components/Comments.tsx';
import { Head } from '../../components/Head.tsx';
import { Note } from '../../components/Note.tsx';
import { Status } from '../../components/Status.tsx';
import { knotsTo, useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { useLags } from '../../state/use-lags.ts';
import { useFacts } from '../../state/facts.ts';
import { newId } from '../../state/ids.ts';
import { CriteriaCard } from './CriteriaCard.tsx';
import { Looks } from './Looks.tsx';
import { RebriefDialog } from './RebriefDialog.tsx';
import { Readiness } from './Readiness.tsx';
import { Verdicts } from './Verdicts.tsx';
import css from './Micro.module.css';

/** One micro-campaign: what we believe, on whom it is tried, what counts as success, what was seen, how it ended. */
export const MicroPage = ({ campaign }: { readonly campaign: Campaign }) => {
  const { book, ask, company, may, nameOf, noteOf, today } = useCompany();
  const [search] = useSearchParams();
  const [refused, setRefused] = useState<string | null>(null);
  const [briefing, setBriefing] = useState(false);
  const { id, micro } = campaign;
  const state = microState(book, campaign, today)!;
  const facts = microFacts(book, campaign, today, { nameOf: (person) => nameOf(person), noteOf: (note) => noteOf(note) })!;
  useBearings({ crumb: campaign.name, to: knotsTo(whyCampaign(book, id)) });
  const verdict = useFacts('verdict', { campaign: id }, micro!.started !== null && micro!.ended === null);
  const said = state.phase === 'running' ? (verdict.data?.view ?? null) : null;
  const over = overspent(campaign);
  const begin = (): void => {
    const answer = ask([{ type: 'campaign/start', id, commitment: newId('g') }]);
    setRefused(answer.ok ? null : answer.words);
  };
  return (
    <>
      <Head
        title={microTitle(facts, said)}
        sub={`${campaign.name}. ${campaign.channel}, ${dayWords(campaign.from, today)} to ${dayWords(campaign.to, today)}, ${campaign.owner ? nameOf(campaign.owner) : 'no owner yet'}.`}
        actions={
          <>
            <Button href={`/market/campaigns/${id}`}>Names and numbers</Button>
            {state.next.act === 'start' && may('campaign/start') && (
              <Button kind="primary" onPress={begin}>
                Start it
              </Button>
            )}
            {said && speaks(said) && (
              <Button kind="primary" href={`/market/verdict/${id}`}>
                Go to the verdict
              </Button>
            )}
          </>
        }
      />
      {refused && <Note kind="off">{refused}</Note>}
      <div className={css.page}>
        <div>
          <blockquote className={`agreed ${css.believe}`}>
            {facts.hypothesis ?? 'What is believed is not shown to your role, or was erased.'}
          </blockquote>
          {micro!.written?.frozen && micro!.started && <Looks campaign={campaign} telling={search.get('do') === 'look'} />}
          {!micro!.started && <Readiness campaign={campaign} />}
          <Verdicts campaign={campaign} />
          <section className={css.part}>
            <div className={css.partHead}>
              <h2>The brief</h2>
              {may('campaign/brief') && !micro!.written?.frozen && !campaign.retired && (
                <Button size="small" kind="quiet" onPress={() => setBriefing(true)}>
                  Reword the brief
                </Button>
              )}
            </div>
            <dl className={css.facts}>
              <Fact label="Audience">{micro!.segment ? <Audience id={micro!.segment} name={facts.segment!} /> : 'not named'}</Fact>
              <Fact label="Variants">
                {list(facts.variants.map(({ name }) => `“${name}”`))}
                {facts.variants.length > 1 &&
                  (facts.randomised ? ', and chance decides who gets which' : ', not randomised: it shows levels, not what caused them')}
              </Fact>
              <Fact label="Budget">
                {facts.budget.minor === null
                  ? 'none recorded, or not shown to your role'
                  : moneyFull({ minor: facts.budget.minor, currency: company.currency })}
                {facts.budget.line && ` on “${facts.budget.line}”`}
                {over && (
                  <>
                    {' '}
                    <Status kind="risk">{over}</Status>
                  </>
                )}
                {facts.budget.leftMinor !== null &&
                  `, which has ${moneyFull({ minor: facts.budget.leftMinor, currency: company.currency })} left${facts.budget.setAside ? ' after this was set aside' : ''}`}
              </Fact>
              <Fact label="Work item">
                {facts.item ? (
                  <Link className="lnk" href={HREF.item(facts.item.id)}>
                    {facts.item.title}
                  </Link>
                ) : (
                  'none'
                )}
                {facts.priority && `, for “${facts.priority}”`}
              </Fact>
              <Fact label="Last useful start">
                <LastUseful campaign={campaign} />
              </Fact>
              <Fact label="Tracking key">
                <code>{campaign.key}</code>{' '}
                <Link className="lnk" href={`/market/links?campaign=${id}`}>
                  Build a link
                </Link>
              </Fact>
              {facts.follows && (
                <Fact label="Follows">
                  <Link className="lnk" href={`/market/micro/${facts.follows.id}`}>
                    {facts.follows.name}
                  </Link>
                </Fact>
              )}
            </dl>
          </section>
          {briefing && <RebriefDialog campaign={campaign} onClose={() => setBriefing(false)} />}
        </div>
        <aside>
          <CriteriaCard campaign={campaign} />
        </aside>
      </div>
      <div className={css.comments}>
        <Comments thing={id} />
      </div>
    </>
  );
};

const Fact = ({ label, children }: { readonly label: string; readonly children: React.ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** The last day on which it can go out and still help the outcome that it serves. */
const LastUseful = ({ campaign }: { readonly campaign: Campaign }) => {
  const { book, today } = useCompany();
  const lags = useLags();
  const found = useMemo(() => lags && campaignUseful(book, campaign, lags, today), [book, campaign, lags, today]);
  if (found === null) return 'counting …';
  return (
    <>
      {found.latest !== null && found.late ? (
        <Status kind="risk">{found.text}</Status>
      ) : (
        <span className={found.latest === null ? 'dim' : undefined}>{found.text}</span>
      )}{' '}
      {found.latest !== null && found.lag.basis !== 'stated' && (
        <Link className="lnk" href={`/prove/lag/${encodeURIComponent(campaign.channel)}`}>
          How it was measured
        </Link>
      )}
    </>
  );
};

/** The segment with its size as the facts count it now. */
const Audience = ({ id, name }: { readonly id: string; readonly name: string }) => {
  const { data } = useFacts('audience', {});
  const size = data?.segments.find((segment) => segment.id === id)?.size;
  return (
    <>
      <Link className="lnk" href={`/market/audience/${id}`}>
        {name}
      </Link>
      {typeof size === 'number' && `, ${count(size)} today`}
    </>
  );
};
