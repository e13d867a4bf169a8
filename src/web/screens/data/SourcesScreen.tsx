import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { capital, plural } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { call, type Output } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { problemOf } from '../../state/problem.ts';
import { say } from '../../state/toasts.ts';
import { AddSource } from './AddSource.tsx';
import { SourcePart } from './SourcePart.tsx';
import { Rhythms } from './Rhythms.tsx';
import { linesIn } from './health-rows.ts';

type Sources = Output<'sources'>;

/** Programs that send events, what became of what they sent, and how far every other source speaks. */
export const SourcesScreen = () => {
  const { id: company, may } = useCompany();
  const queries = useQueryClient();
  const allowed = may('campaign/plan');
  const facts = useFacts('sources', {}, allowed);
  const health = useFacts('ask', { question: 'health' });
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const own = may('company/rename');
  const change = async (run: () => Promise<string>): Promise<void> => {
    try {
      const text = await run();
      await queries.invalidateQueries({ queryKey: ['facts', company] });
      say({ kind: 'done', text });
    } catch (fault) {
      say({ kind: 'problem', ...problemOf(fault) });
    }
  };
  if (!allowed) return <Head title="Only owners and marketers see what programs send." sub="Ask one of them what you want to know." />;
  return (
    <Answered of={facts} what="the sources" page>
      {(found) => (
        <>
          <Head
            title={titleOf(found)}
            sub="A program sends events with a write key: a website, an app, a form tool. What it sends stands in the facts within half a minute, one load a day."
            actions={
              <Button kind="primary" forbid={own ? null : 'Only owners make write keys'} onPress={() => setAdding(true)}>
                Make a write key
              </Button>
            }
          />
          {found.sources.length === 0 ? (
            <Empty action={own && <Button onPress={() => setAdding(true)}>Make the first</Button>}>
              Any client of the Twilio Segment API works: give it {found.url} as its host and a write key from here.
            </Empty>
          ) : (
            found.sources.map((source) => (
              <SourcePart
                key={source.id}
                source={source}
                touchEvents={found.touchEvents}
                keptDays={found.keptDays}
                onCount={(event, counts) =>
                  void change(async () => {
                    const { again } = await call('source count', { company, id: source.id, event, counts });
                    return counts
                      ? `“${event}” counts as a touch from now on${again > 0 ? `; ${plural(again, 'event that was', 'events that were')} kept ${again === 1 ? 'counts' : 'count'}, too` : ''}.`
                      : `“${event}” no longer counts. Touches that stand stay.`;
                  })
                }
                onChangeKey={own && source.revokedAt === null ? () => setChanging({ id: source.id, name: source.name }) : null}
                onRevoke={
                  own && source.revokedAt === null
                    ? () =>
                        void change(async () => {
                          await call('source revoke', { company, id: source.id });
                          return `The write key of ${source.name} is worthless now.`;
                        })
                    : null
                }
              />
            ))
          )}
          {health.data && linesIn(health.data).length > 0 && <Rhythms lines={linesIn(health.data)} />}
          {adding && <AddSource onClose={() => setAdding(false)} />}
          {changing && <AddSource change={changing} onClose={() => setChanging(null)} />}
        </>
      )}
    </Answered>
  );
};

const titleOf = ({ sources }: Sources): string => {
  const open = sources.filter(({ revokedAt }) => revokedAt === null);
  if (open.length === 0) return 'No program sends events to this company.';
  const touches = open.flatMap(({ events }) => events).filter(({ became }) => became === 'touch');
  const n = touches.reduce((sum, one) => sum + one.n, 0);
  return `${capital(plural(open.length, 'program sends', 'programs send'))} events; ${n === 0 ? 'none became a touch in the last 30 days' : `${plural(n, 'became a touch', 'became touches')} in the last 30 days`}.`;
};
