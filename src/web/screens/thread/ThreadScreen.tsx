import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { ThreadView } from '../../../views/thread/thread.ts';
import { weaveChart } from '../../../charts/weave.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { ChartView } from '../../components/chart/ChartView.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { ProseText } from '../../components/ProseText.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useFacts } from '../../state/facts.ts';
import { Breaks } from './Breaks.tsx';
import { Columns } from './Columns.tsx';
import { PathList } from './PathList.tsx';
import { Story } from './Story.tsx';
import css from './ThreadScreen.module.css';
import { Walk } from './Walk.tsx';

/** The thread of a period, walked up from revenue or down from what was agreed. */
export const ThreadScreen = () => {
  const [search] = useSearchParams();
  const direction = search.get('direction') === 'down' ? 'down' : 'up';
  const period = search.get('period');
  const objective = search.get('objective');
  const facts = useFacts('thread', { direction, ...(period && { period }), ...(objective && { objective }) });
  return (
    <Answered of={facts} what="the thread">
      {(view) => <Walked key={`${view.direction} ${view.period.id}`} view={view} />}
    </Answered>
  );
};

const Walked = ({ view }: { readonly view: ThreadView }) => {
  const [focus, setFocus] = useState(0);
  const [asList, setAsList] = useState(false);
  const paths = view.stories.length;
  useKey('j', 'Next path', () => setFocus((focus + 1) % paths), paths > 1);
  useKey('k', 'Path before', () => setFocus((focus - 1 + paths) % paths), paths > 1);
  useKey('t', 'Weave or list', () => setAsList(!asList));
  return (
    <>
      <Head title={<ProseText prose={view.title} />} sub={view.scope} actions={<Walk view={view} />} />
      {view.empty ? (
        <Empty
          action={
            <Button kind="primary" href={view.empty.href}>
              {view.empty.todo}
            </Button>
          }
        >
          {view.empty.why}
        </Empty>
      ) : (
        <>
          <Columns columns={view.columns} />
          <div className={css.weave}>
            {asList ? (
              <PathList weave={view.weave} />
            ) : (
              <ChartView
                least={980}
                draw={(width) => weaveChart(view.weave, { focus, width })}
                onPath={(lanes) => setFocus(lanes.includes(focus) ? focus : lanes[0]!)}
              />
            )}
          </div>
          <div className={css.narrow}>
            <PathList weave={view.weave} />
          </div>
          <p className={css.tools}>
            <button type="button" className="lnk" aria-pressed={asList} onClick={() => setAsList(!asList)}>
              {asList ? 'Show as a weave' : 'Show as a list'}
            </button>
            <span className="dim">T</span>
          </p>
          <div className={css.panels}>
            {paths > 0 && <Story view={view} focus={Math.min(focus, paths - 1)} onFocus={setFocus} />}
            <Breaks breaks={view.breaks} />
          </div>
        </>
      )}
    </>
  );
};
