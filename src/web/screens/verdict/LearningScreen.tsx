import { useDeferredValue, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { Library } from '../../../views/verdict/learning.ts';
import { setWords, valueWords } from '../../../views/verdict/value-words.ts';
import { VERDICT_WORDS } from '../../../views/words/criteria.ts';
import { count, dayWords } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Head } from '../../components/Head.tsx';
import { Status, type StatusKind } from '../../components/Status.tsx';
import { Table } from '../../components/Table.tsx';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import css from './LearningScreen.module.css';

const KINDS: { readonly [W in Library['rows'][number]['word']]: StatusKind } = {
  scale: 'on',
  'keep-going': 'early',
  abort: 'off',
  review: 'risk',
};
const FILTERS = ['channel', 'audience', 'measure'] as const;

/** What campaigns have taught: verdicts to search, and base rates that help to set the next thresholds. */
export const LearningScreen = () => {
  const [search, setSearch] = useSearchParams();
  const [words, setSearched] = useState(search.get('search') ?? '');
  const typed = useDeferredValue(words.trim());
  const wish = Object.fromEntries(FILTERS.flatMap((name) => (search.get(name) ? [[name, search.get(name)!]] : [])));
  const facts = useFacts('verdicts', { ...wish, ...(typed !== '' && { search: typed }) });
  const put = (name: string, value: string | null): void =>
    setSearch(
      (was) => {
        const next = new URLSearchParams(was);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <Answered of={facts} what="the learning library" page>
      {({ library }) => (
        <>
          <Head
            title={`${library.title}.`}
            sub="Every campaign that ran by frozen criteria, whatever came of it. Chosen ones would only flatter."
          />
          {library.measures.length === 0 ? (
            <Empty
              outline={<div className={css.outline} />}
              action={
                <Button kind="primary" href="/market/micro">
                  Open the campaigns
                </Button>
              }
            >
              Here will stand what each small campaign taught, and what such campaigns reach on average: a help to set the next thresholds.
              It needs a campaign that has started with frozen criteria.
            </Empty>
          ) : (
            <>
              <div className={css.filters}>
                <TextField label="Find" value={words} onChange={setSearched} placeholder="Belief, finding, reason" />
                <SelectField
                  label="Channel"
                  clearable
                  placeholder="All channels"
                  value={search.get('channel')}
                  onChange={(v) => put('channel', v)}
                  choices={library.channels.map((value) => ({ value, label: value }))}
                />
                <SelectField
                  label="Audience"
                  clearable
                  placeholder="Everybody"
                  value={search.get('audience')}
                  onChange={(v) => put('audience', v)}
                  choices={library.audiences.map(({ id, name }) => ({ value: id, label: name }))}
                />
                <SelectField
                  label="Measure"
                  clearable
                  placeholder="All measures"
                  value={search.get('measure')}
                  onChange={(v) => put('measure', v)}
                  choices={library.measures.map((value) => ({ value, label: value }))}
                />
              </div>
              <Bases library={library} />
              <Campaigns library={library} />
            </>
          )}
        </>
      )}
    </Answered>
  );
};

const Bases = ({ library: { bases } }: { readonly library: Library }) =>
  bases.length > 0 && (
    <section className={css.bases} aria-labelledby="bases">
      <h2 id="bases">What such campaigns reach</h2>
      <dl>
        {bases.map(({ measure, channel, text }) => (
          <div key={`${measure} ${channel ?? ''}`}>
            <dt>
              {measure}
              {channel !== null && <span className="dim">, {channel}</span>}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );

const Campaigns = ({ library: { rows } }: { readonly library: Library }) => {
  const { company, today } = useCompany();
  const [, go] = useLocation();
  return (
    <Table<Library['rows'][number]>
      label="Campaigns by frozen criteria"
      rows={rows}
      keyOf={({ id }) => id}
      onOpen={({ id }) => go(`/market/verdict/${id}`)}
      columns={[
        {
          key: 'name',
          head: 'Campaign',
          cell: ({ name, hypothesis }) => (
            <>
              <span className={css.name}>{name}</span>
              {hypothesis && <small className={`agreed ${css.belief}`}>{hypothesis}</small>}
            </>
          ),
        },
        { key: 'channel', head: 'Channel', cell: ({ channel, audience }) => `${channel}${audience ? `, ${audience.name}` : ''}` },
        { key: 'n', head: 'Cases', number: true, cell: ({ n }) => count(n) },
        {
          key: 'value',
          head: 'Reached',
          number: true,
          cell: ({ value, unit }) =>
            value === null ? <span className="dim">nothing yet</span> : valueWords(value, unit, company.currency),
        },
        {
          key: 'scale',
          head: 'Scale, abort',
          number: true,
          cell: ({ scale, abort, unit }) => (
            <span className="dim">{`${setWords(scale, unit, company.currency)}, ${setWords(abort, unit, company.currency)}`}</span>
          ),
        },
        {
          key: 'word',
          head: 'The rule',
          cell: ({ word }) => (
            <span className={css.line}>
              <Status kind={KINDS[word]}>{VERDICT_WORDS[word].toLowerCase()}</Status>
            </span>
          ),
        },
        {
          key: 'taken',
          head: 'People',
          cell: ({ taken, ended }) =>
            taken === null ? (
              <span className="dim">not taken yet</span>
            ) : (
              `${ended ?? VERDICT_WORDS[taken.word].toLowerCase()}${taken.overruled ? ', overruled' : ''}`
            ),
        },
        { key: 'since', head: 'Started', cell: ({ startedOn }) => <span className={css.line}>{dayWords(startedOn, today)}</span> },
      ]}
    />
  );
};
