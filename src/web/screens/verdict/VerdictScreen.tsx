import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { frozenCriteria } from '../../../domain/campaign/micro.ts';
import { takenNow, waitingOverrule } from '../../../domain/agreements/verdict.ts';
import { dayIn } from '../../../kernel/zone.ts';
import { endedTitle, sinceThen } from '../../../views/verdict/ended.ts';
import { namedOn, nameWords } from '../../../views/verdict/name-changes.ts';
import { dayWords } from '../../../views/words/format.ts';
import { VERDICT_WORDS } from '../../../views/words/criteria.ts';
import { whyCampaign } from '../../../views/work/chain.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { Head } from '../../components/Head.tsx';
import { Note } from '../../components/Note.tsx';
import { knotsTo, useBearings } from '../../places/bearings.ts';
import { call, type Output } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import { useFacts } from '../../state/facts.ts';
import { say } from '../../state/toasts.ts';
import { AbortDialog } from './AbortDialog.tsx';
import { Looks } from './Looks.tsx';
import { Overrule } from './Overrule.tsx';
import { ScaleDialog } from './ScaleDialog.tsx';
import { Tiles } from './Tiles.tsx';
import { VerdictSide } from './VerdictSide.tsx';
import css from './VerdictScreen.module.css';

/** What the rule says of a campaign, on which looks, and what people make of it. */
export const VerdictScreen = () => {
  const { id } = useParams<{ id: string }>();
  const { book } = useCompany();
  const campaign = [...book.campaign.values()].find((one) => one.id === id);
  useBearings({ crumb: campaign?.name ?? 'Verdict', links: ['campaign'], to: campaign ? knotsTo(whyCampaign(book, campaign.id)) : {} });
  if (campaign === undefined)
    return (
      <Head
        title="There is no such campaign"
        sub={
          <Link className="lnk" href="/market/micro">
            All campaigns
          </Link>
        }
      />
    );
  return frozenCriteria(campaign.micro) === null ? <NotFrozen campaign={campaign} /> : <Judged campaign={campaign} />;
};

const NotFrozen = ({ campaign }: { readonly campaign: Campaign }) => (
  <>
    <Head title="Nothing can be judged before the criteria are frozen" sub={campaign.name} />
    <Empty
      outline={<div className={css.outline} />}
      action={
        <Button kind="primary" href={`/market/micro/${campaign.id}`}>
          Open the campaign
        </Button>
      }
    >
      Here will stand what the rule says of it, look by look. It needs a measure, a scale and an abort threshold, a minimum and a deadline,
      frozen by two people before the start.
    </Empty>
  </>
);

const Judged = ({ campaign }: { readonly campaign: Campaign }) => {
  const { book } = useCompany();
  const facts = useFacts('verdict', { campaign: campaign.id });
  const decided = campaign.micro!.ended && takenNow(book.verdict.get(campaign.id));
  const kept = useFacts('verdict kept', { sha256: decided?.said.sha256 ?? '' }, decided !== null);
  return (
    <Answered of={facts} what="the verdict" page>
      {(found) =>
        decided === null ? (
          <Page campaign={campaign} found={found} stood={null} />
        ) : (
          <Answered of={kept} what="the verdict as it stood" page>
            {(stood) => <Page campaign={campaign} found={found} stood={stood} />}
          </Answered>
        )
      }
    </Answered>
  );
};

type PageProps = {
  readonly campaign: Campaign;
  readonly found: Output<'verdict'>;
  /** What was decided on, of a campaign that has ended: the page shows that, and beside it what came late. */
  readonly stood: Output<'verdict kept'> | null;
};

const Page = ({ campaign, found, stood }: PageProps) => {
  const { id, book, company, may, nameOf, today } = useCompany();
  const [open, setOpen] = useState<'scale' | 'abort' | null>(null);
  const { said } = found;
  const { input, view } = stood ?? found;
  const verdict = book.verdict.get(campaign.id);
  const [taken, waiting] = [takenNow(verdict), waitingOverrule(verdict)];
  const { ended, started } = campaign.micro!;
  const ledger = useFacts('loads', {}, stood !== null);
  const decidedAt = taken && { at: taken.at, on: dayIn(company.zone, taken.at) };
  const since = stood && decidedAt && ledger.data && sinceThen(campaign.micro!, stood, found, ledger.data.loads, decidedAt);
  const runs = started !== null && ended === null;
  const take = useDoing(async () => {
    const { word } = await call('verdict take', { company: id, campaign: campaign.id, expect: said.sha256 });
    say({ kind: 'done', text: `“${VERDICT_WORDS[word]}” is taken and stands in the decision log with its evidence.` });
  });
  const forbid = !may('verdict/take')
    ? 'Only owners and marketers decide on a verdict'
    : waiting
      ? `Waits for ${nameOf(waiting.second)}`
      : null;
  // What the page shows of an ended campaign stood when it was decided; names that came after that are said beside it.
  const laterNames = decidedAt ? campaign.micro!.renamed.filter(({ at }) => at > decidedAt.at) : [];
  const nameNotes = stood
    ? nameWords(
        namedOn(laterNames, (at) => dayIn(company.zone, at)),
        today,
      )
    : [];
  const isTaken = taken !== null && taken.word === view.word && taken.said.finding === said.finding;
  return (
    <>
      <Head
        title={`${ended && taken ? endedTitle(ended, taken) : view.title}.`}
        sub={
          <>
            <Link className="lnk" href={`/market/micro/${campaign.id}`}>
              {campaign.name}
            </Link>
            . {campaign.owner ? nameOf(campaign.owner) : 'No owner yet'}, {dayWords(campaign.from, today)} to {dayWords(campaign.to, today)}
            .{' '}
            <Link className="lnk" href="/market/learning">
              What other campaigns taught
            </Link>
          </>
        }
        actions={
          runs && (
            <>
              {taken?.word === 'scale' && (
                <Button kind="primary" forbid={forbid} onPress={() => setOpen('scale')}>
                  Scale
                </Button>
              )}
              {taken?.word === 'abort' && (
                <Button kind="grave" forbid={forbid} onPress={() => setOpen('abort')}>
                  Abort
                </Button>
              )}
              {!isTaken && view.code !== 'unsayable' && (
                <Button kind={taken ? 'plain' : 'primary'} forbid={forbid} busy={take.busy} onPress={take.run}>
                  Take the word: {VERDICT_WORDS[view.word].toLowerCase()}
                </Button>
              )}
            </>
          )
        }
      />
      {take.problem && <ErrorInPlace problem={take.problem} />}
      {since && (
        <section className={css.since} aria-labelledby="since">
          <h2 id="since">What came late</h2>
          <Note kind="early">
            {since.text}{' '}
            {since.looks > 0 && (
              <Link className="lnk" href={`/market/micro/${campaign.id}`}>
                All looks, late ones marked
              </Link>
            )}
            {since.loads > 0 && (
              <Link className="lnk" href="/data/loads">
                Every load, with who loaded it
              </Link>
            )}
          </Note>
        </section>
      )}
      {nameNotes.map((line) => (
        <Note key={line} kind="risk">
          {line} That is since the verdict, and changes nothing that was decided.
        </Note>
      ))}
      <Tiles input={input} view={view} />
      <div className={css.page}>
        <div className={css.main}>
          {view.why.map((line) => (
            <p key={line} className={css.why}>
              {line}
            </p>
          ))}
          {view.ratio !== null && view.ratio.alarm !== 'none' && (
            <Note kind={view.ratio.alarm === 'stop' ? 'off' : 'risk'}>{view.ratio.text}</Note>
          )}
          <Looks
            name={campaign.key}
            campaign={campaign.id}
            loads={(stood && taken?.said.evidence[0]?.loads) ?? found.answer.loads}
            input={input}
            view={view}
          />
          <div className={css.beside}>
            <p>{view.shows}</p>
            {view.guards.map((guard) => (
              <p key={guard.text} className={guard.broken ? css.broken : undefined}>
                {guard.text}
              </p>
            ))}
            {view.late && <p>{view.late.text}</p>}
            {view.ratio?.alarm === 'none' && <p>{view.ratio.text}</p>}
            {view.ahead && <p>{view.ahead}</p>}
            {view.plainly && <p className="dim">{view.plainly.text}</p>}
          </div>
          {runs && <Overrule campaign={campaign} word={view.word} sha256={said.sha256} waiting={waiting} />}
        </div>
        <VerdictSide campaign={campaign} input={input} verdict={verdict} />
      </div>
      {open === 'scale' && <ScaleDialog campaign={campaign} currency={company.currency} onClose={() => setOpen(null)} />}
      {open === 'abort' && <AbortDialog campaign={campaign} onClose={() => setOpen(null)} />}
    </>
  );
};
