import { healthTitle } from '../../../views/answers/health.ts';
import { capital, moneyShort, plural } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { useFacts } from '../../state/facts.ts';
import { GapLine } from './GapLine.tsx';
import { gapsIn, linesIn } from './health-rows.ts';
import { Rhythms } from './Rhythms.tsx';
import css from './HealthScreen.module.css';

/** Data health: what is missing along the thread, the dearest first, and who is late. */
export const HealthScreen = () => {
  const facts = useFacts('ask', { question: 'health' });
  return (
    <Answered of={facts} what="the health of the data" page>
      {(answer) => {
        const gaps = gapsIn(answer);
        const lines = linesIn(answer);
        if (lines.length === 0)
          return (
            <>
              <Head title="There are no data yet." sub="Their gaps stand here, with the money that hangs on each and what mends it." />
              <Empty
                action={
                  <Button kind="primary" href="/data/import">
                    Load the first file
                  </Button>
                }
              >
                Deals first, then the touches of the people behind them, then what was spent.
              </Empty>
            </>
          );
        return (
          <>
            <Head
              title={healthTitle(answer, moneyShort)}
              sub={
                gaps.length === 0
                  ? 'Every deal has what the thread needs, every touch its campaign, every source is in time.'
                  : `${capital(plural(gaps.length, 'gap', 'gaps'))} along the thread, the dearest first. Gaps overlap, so their money is not to be added up.`
              }
              actions={<Button href="/data/import">Load a file</Button>}
            />
            <ol className={css.gaps} aria-label="Gaps">
              {gaps.map((gap) => (
                <GapLine key={gap.key} gap={gap} answer={answer} />
              ))}
            </ol>
            <Rhythms lines={lines} />
          </>
        );
      }}
    </Answered>
  );
};
