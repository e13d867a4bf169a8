import type { ReactNode } from 'react';
import type { Topic } from '../../domain/workshop/agenda.ts';
import { tableOf } from '../../views/workshop/moscow.ts';
import { Agenda } from './Agenda.tsx';
import { Grouping } from './Grouping.tsx';
import { HandedBack } from './HandedBack.tsx';
import { Made } from './Made.tsx';
import { People } from './People.tsx';
import { Planning } from './Planning.tsx';
import { usePointing } from './Pointers.tsx';
import { Queue } from './Queue.tsx';
import { Shown } from './Shown.tsx';
import { Votes } from './Votes.tsx';
import { Wording } from './Wording.tsx';
import { Writing } from './Writing.tsx';
import type { Here } from './use-room.ts';
import css from './Room.module.css';

/** What only whoever leads can do; null for everybody else. */
export type Lead = {
  readonly begin: (phase: number) => void;
  readonly take: (subject: string) => void;
};

type Props = {
  readonly here: Here;
  readonly lead: Lead | null;
  /** What stands under the agenda: the controls of whoever leads, or how to take it over. */
  readonly controls?: ReactNode;
  /** Signing, where the reader may. */
  readonly sign: ReactNode;
};

/** The room while it is open: one step at a time, the same for everybody, each on his own screen. */
export const Room = ({ here, lead, controls, sign }: Props) => {
  const { stage } = here;
  const pointing = usePointing(here);
  const phase = stage.phase === null ? null : (stage.agenda[stage.phase] ?? null);
  return (
    <div>
      <header className={css.head}>
        <h1>{titleOf(here)}</h1>
        <People here={here} />
      </header>
      <p className={css.purpose}>{stage.purpose}</p>
      <Agenda here={here} onStep={lead?.begin ?? null} />
      {controls}
      <HandedBack here={here} />
      <div className={css.table} {...pointing}>
        {phase === null ? <p className={css.wait}>The first step begins when everybody is here.</p> : <Step here={here} sign={sign} />}
      </div>
      <Queue here={here} onTake={lead?.take ?? null} />
    </div>
  );
};

/** The finding of the table while it is sorted; else the step that stands. */
const titleOf = ({ stage, deck, room }: Here): string => {
  const phase = stage.phase === null ? null : stage.agenda[stage.phase];
  if (phase?.act === 'classify' && deck) return tableOf(deck, room).title;
  return phase?.title ?? stage.title;
};

const Step = ({ here, sign }: Pick<Props, 'here' | 'sign'>) => {
  const { stage, deck } = here;
  const { act, topic } = stage.agenda[stage.phase!]!;
  if (act === 'sign') {
    return (
      <>
        <Made here={here} />
        {sign}
      </>
    );
  }
  if (topic === null) return null;
  if (topic === 'plan' && act !== 'vote')
    return deck ? <Planning here={here} deck={deck} /> : <p className={css.wait}>The table is being laid.</p>;
  const shown = stage.shown.includes(topic);
  switch (act) {
    case 'write':
      return shown ? <Shown here={here} topic={topic} /> : <Writing here={here} topic={topic} />;
    case 'group':
      return <Grouping here={here} topic={topic} />;
    case 'vote':
      return <Votes here={here} topic={topic} />;
    default:
      return <Talk here={here} topic={topic} />;
  }
};

const Talk = ({ here, topic }: { readonly here: Here; readonly topic: Topic }) => (
  <>
    {topic === 'guidepoint' && <Wording here={here} />}
    <Shown here={here} topic={topic} />
  </>
);
