import { useState } from 'react';
import { Redirect, useParams } from 'wouter';
import { agreedAt, allSigned, type BlueprintVersion } from '../../../domain/blueprint/blueprint.ts';
import { draftPlan } from '../../../domain/blueprint/draft.ts';
import { quarterNamed, quarterOf } from '../../../kernel/fiscal.ts';
import { dayOfMoment, momentWords } from '../../../views/agree/signed.ts';
import { difference } from '../../../views/plan/difference.ts';
import { differenceLines } from '../../../views/plan/difference-words.ts';
import { capital, dayLong, list, plural, quarterWords } from '../../../views/words/format.ts';
import { seatTitle } from '../../../views/words/names.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { Head } from '../../components/Head.tsx';
import { Status } from '../../components/Status.tsx';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { Differences } from './Differences.tsx';
import { PlanPaper } from './PlanPaper.tsx';
import { QuarterNav } from './QuarterNav.tsx';
import css from './VersionsScreen.module.css';

/** Every version of a quarter's Blueprint: what was signed, by whom, when, and exactly what changed between any two. */
export const VersionsScreen = () => {
  const { period } = useParams<{ period?: string }>();
  const { company, today } = useCompany();
  const now = quarterOf(company.fiscal, today).id;
  if (!period || !quarterNamed(company.fiscal, period)) return <Redirect to={`/plan/versions/${now}`} replace />;
  return <Versions key={period} period={period} />;
};

const Versions = ({ period }: { readonly period: string }) => {
  const { book, today, nameOf, noteOf } = useCompany();
  const b = book.blueprint.get(period);
  const versions = b?.versions ?? [];
  const draft = versions.some(allSigned) ? null : draftPlan(book, period);
  const names = [...versions.map((v) => String(v.n)), ...(draft && versions.length > 0 ? ['draft'] : [])];
  const [from, setFrom] = useState(names.at(-2) ?? '1');
  const [to, setTo] = useState(names.at(-1) ?? '1');
  const [shown, setShown] = useState<number | null>(null);
  useBearings({ crumb: `Versions, ${quarterWords(period)}`, to: { priority: `/plan/blueprint/${period}` } });
  const planOf = (name: string) => (name === 'draft' ? draft! : versions.find((v) => String(v.n) === name)!.plan);
  const wordsOf = (name: string): string => (name === 'draft' ? 'The draft today' : `Version ${name}`);
  const reader = { book, today, nameOf };
  const stands = (v: BlueprintVersion): string => {
    const at = agreedAt(v);
    if (at) return `agreed ${dayLong(dayOfMoment(book, at), today)}`;
    return v.n === versions.length ? 'waits for signatures' : 'replaced before it was agreed';
  };
  if (versions.length === 0)
    return (
      <>
        <Head title={`Nothing was put forward for ${quarterWords(period)} yet.`} sub="A version freezes exactly what was put forward." />
        <QuarterNav period={period} at="/plan/versions" />
        <Empty action={<Button href={`/plan/blueprint/${period}`}>Go to the draft</Button>}>
          Each version will stand here with its signatures, and the difference between any two, line by line.
        </Empty>
      </>
    );
  const changed = differenceLines(difference(planOf(from), planOf(to)), reader);
  const agreed = versions.filter(allSigned).length;
  return (
    <>
      <Head
        title={`${capital(plural(versions.length, 'version'))} for ${quarterWords(period)}, ${agreed === 0 ? 'none agreed yet' : agreed === versions.length && agreed > 1 ? 'all agreed' : `${agreed === 1 ? 'one' : agreed} agreed`}.`}
        sub="A version never changes. Signatures name the version and the seat they were given for."
        actions={<Button href={`/plan/blueprint/${period}`}>Back to the Blueprint</Button>}
      />
      <QuarterNav period={period} at="/plan/versions" />
      <div className={css.page}>
        <ol className={css.versions}>
          {versions.toReversed().map((v) => {
            const change = v.change ? b!.changes.find((c) => c.id === v.change) : null;
            return (
              <li key={v.n}>
                <h2>
                  Version {v.n} <Status kind={allSigned(v) ? 'on' : v.n === versions.length ? 'early' : 'unknown'}>{stands(v)}</Status>
                </h2>
                <p className="mut sm">
                  Put forward by {nameOf(v.proposedBy)}, {momentWords({ book, today }, v.proposedAt)}.
                  {change && (
                    <>
                      {' '}
                      A change: <span className="agreed">“{noteOf(change.words)}”</span>
                    </>
                  )}
                </p>
                <p className="sm">
                  {list(
                    v.seats.map((s) => {
                      const signed = v.signatures[s];
                      const no = v.declined[s];
                      return signed
                        ? `${nameOf(signed.by)} (${seatTitle(book, s)}, ${momentWords({ book, today }, signed.at)})`
                        : no
                          ? `${seatTitle(book, s)} declined`
                          : `${seatTitle(book, s)} open`;
                    }),
                  )}
                </p>
                <Button size="small" kind="quiet" onPress={() => setShown(shown === v.n ? null : v.n)}>
                  {shown === v.n ? 'Close it' : 'Read it'}
                </Button>
                {shown === v.n && <PlanPaper plan={v.plan} period={period} />}
              </li>
            );
          })}
        </ol>
        <section className={css.side} aria-labelledby="differs">
          <h2 id="differs">What changed</h2>
          {names.length < 2 ? (
            <p className="mut sm">There is one version, and nothing to hold it against yet.</p>
          ) : (
            <>
              <Columns>
                <SelectField
                  label="From"
                  value={from}
                  onChange={(v) => v && setFrom(v)}
                  choices={names.map((v) => ({ value: v, label: wordsOf(v) }))}
                />
                <SelectField
                  label="To"
                  value={to}
                  onChange={(v) => v && setTo(v)}
                  choices={names.map((v) => ({ value: v, label: wordsOf(v) }))}
                />
              </Columns>
              <Differences lines={changed} />
            </>
          )}
        </section>
      </div>
    </>
  );
};
