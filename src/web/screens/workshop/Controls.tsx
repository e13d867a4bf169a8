import { useState } from 'react';
import type { Topic } from '../../../domain/workshop/agenda.ts';
import type { WorkshopCommand, Workshop } from '../../../domain/workshop/workshop.ts';
import { tableOf } from '../../../views/workshop/moscow.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { Note } from '../../components/Note.tsx';
import { useNarrow } from '../../shell/use-narrow.ts';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import type { Here } from '../../room/use-room.ts';
import { AgendaDialog } from './AgendaDialog.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { HandOver } from './HandOver.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { PutTogether } from './PutTogether.tsx';
import css from './Controls.module.css';

/** What whoever leads does: the timer, the next step, showing and counting, handing over, putting together, closing. */
export const Controls = ({ here, workshop }: { readonly here: Here; readonly workshop: Workshop }) => {
  const { id: company, ask, may } = useCompany();
  const [putting, setPutting] = useState(false);
  const [closing, setClosing] = useState(false);
  const [inviting, setInviting] = useState(false);
  const [arranging, setArranging] = useState(false);
  const narrow = useNarrow();
  const { stage } = here;
  const phase = stage.phase === null ? null : (stage.agenda[stage.phase] ?? null);
  const topic = phase?.topic ?? null;
  const decide = (command: WorkshopCommand): void => void ask([command]);
  const close = (): void => decide({ type: 'workshop/close', id: workshop.id });
  const show = useDoing(() => call('workshop show-cards', { company, workshop: workshop.id, topic: topic! }));
  const count = useDoing(() => call('workshop show-votes', { company, workshop: workshop.id, topic: topic! }));
  const group = useDoing(() => call('workshop name-groups', { company, workshop: workshop.id, topic: topic! }));
  const next = stage.phase === null ? 0 : stage.phase + 1;
  const problem = show.problem ?? count.problem ?? group.problem;
  const timer =
    stage.timer &&
    (stage.timer.pausedAt === null ? (
      <Button onPress={() => decide({ type: 'workshop/pause', id: workshop.id })}>Pause</Button>
    ) : (
      <Button onPress={() => decide({ type: 'workshop/resume', id: workshop.id })}>Go on</Button>
    ));
  if (narrow)
    return (
      <>
        <Note
          action={
            <a className="lnk" href={`mailto:?subject=${encodeURIComponent(workshop.title)}&body=${encodeURIComponent(location.href)}`}>
              Mail me the link
            </a>
          }
        >
          Leading a workshop needs more room: open this page on a larger screen, or hand it over. Writing, dots and signing work here.
        </Note>
        <div className={css.controls}>
          {timer}
          <HandOver here={here} workshop={workshop} />
        </div>
      </>
    );
  return (
    <>
      <div className={css.controls} role="toolbar" aria-label="Leading the workshop">
        {timer}
        {stage.timer && <Button onPress={() => decide({ type: 'workshop/extend', id: workshop.id, minutes: 2 })}>2 minutes more</Button>}
        {topic && topic !== 'plan' && isToShow(here, topic) && (
          <Button kind="primary" busy={show.busy} onPress={show.run}>
            Show the cards
          </Button>
        )}
        {phase?.act === 'group' && (
          <Button kind="primary" busy={group.busy} onPress={group.run}>
            Keep these groups
          </Button>
        )}
        {phase?.act === 'vote' && !stage.votes[topic!] && (
          <Button kind="primary" busy={count.busy} onPress={count.run}>
            Count the votes
          </Button>
        )}
        {(phase?.act === 'sign' || phase?.act === 'classify') && !stage.made && (
          <Button
            kind="primary"
            forbid={may('workshop/put-together') ? ruleOf(here) : 'Only owners and marketers put it together'}
            onPress={() => setPutting(true)}
          >
            Put it together
          </Button>
        )}
        {next < stage.agenda.length && (
          <Button onPress={() => decide({ type: 'workshop/start-phase', id: workshop.id, phase: next })}>
            Begin “{stage.agenda[next]!.title}”
          </Button>
        )}
        <HandOver here={here} workshop={workshop} />
        {may('workshop/invite') && (
          <Button kind="quiet" onPress={() => setInviting(true)}>
            Ask more in
          </Button>
        )}
        <Button kind="quiet" onPress={() => setArranging(true)}>
          Agenda
        </Button>
        <Button kind="quiet" onPress={stage.made ? close : () => setClosing(true)}>
          Close the workshop
        </Button>
      </div>
      {problem && <ErrorInPlace problem={problem} />}
      {inviting && <InviteDialog workshop={workshop} onClose={() => setInviting(false)} />}
      {arranging && <AgendaDialog workshop={workshop} onClose={() => setArranging(false)} />}
      {closing && <CloseDialog workshop={workshop} onClose={() => setClosing(false)} onGo={close} />}
      {putting && <PutTogether here={here} workshop={workshop} onClose={() => setPutting(false)} />}
    </>
  );
};

const isToShow = ({ stage, room }: Here, topic: Topic): boolean => {
  if (!stage.shown.includes(topic)) return true;
  return Object.values(room.cards).length === 0 && (room.hidden[topic]?.cards ?? 0) > 0;
};

/** What stands in the way on the table, in the words of the rule. */
const ruleOf = ({ deck, room, stage }: Here): string | null => {
  if (room.wording && room.wording.outcomes.length === 0) return 'The Guidepoint names no outcome yet';
  if (!deck || stage.kind !== 'planning') return null;
  const table = tableOf(deck, room);
  if (table.columns.must.over > 0) return `Must is over ${deck.mustPercent} %`;
  if (table.unsized.length > 0) return 'Some cards that are in have no effort yet';
  if (table.unexplained.length > 0) return 'Some cards that are not done have no reason yet';
  return null;
};
