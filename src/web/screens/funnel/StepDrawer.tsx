import type { Row } from '../../../kernel/answer.ts';
import { entryUnit, stepWords, textOf } from '../../../views/prove/funnel-page.ts';
import { Drawer } from '../../components/Drawer.tsx';
import { Sections } from '../../components/Sections.tsx';
import { useBearings } from '../../places/bearings.ts';
import { StageDeals } from './StageDeals.tsx';

type Props = {
  readonly row: Row | undefined;
  readonly steps: readonly Row[];
  readonly entry: string;
  readonly href: (row: Row) => string;
  readonly closeTo: string;
};

/** One step: who reached it, how long it took, who stopped there; and the open deals that stand in it too long. */
export const StepDrawer = ({ row, steps, entry, href, closeTo }: Props) => {
  const at = row ? steps.indexOf(row) : -1;
  useBearings({ crumb: row?.key ?? 'Step' });
  return (
    <Drawer
      title={row?.key ?? 'No such step'}
      kick="Step of the funnel"
      closeTo={closeTo}
      previous={at > 0 ? href(steps[at - 1]!) : undefined}
      next={row && steps[at + 1] ? href(steps[at + 1]!) : undefined}
    >
      {row ? (
        <Sections>
          <section>
            {stepWords(row, entryUnit(entry)).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </section>
          <StageDeals stage={textOf(row['name'])} />
        </Sections>
      ) : (
        <p>The funnel has no step of this name.</p>
      )}
    </Drawer>
  );
};
