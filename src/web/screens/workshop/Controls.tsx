import { useState } from 'react';
import type { Topic } from '../../../domain/workshop/agenda.ts';
import type { WorkshopCommand, Workshop } from '../../../domain/workshop/workshop.ts';
import { tableOf } from '../../../views/workshop/moscow.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorInPlace } from '../../components/ErrorInPlace.tsx';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import type { Here } from '../../room/use-room.ts';
import { AgendaDialog } from './AgendaDialog.tsx';
import { PutTogether } from './PutTogether.tsx';
import css from './Controls.module.css';

/** What whoever leads does: the timer, the next step, showing and counting, handing over, putting together, closing. */
export const Controls = ({ here, workshop }: { readonly here: Here; readonly workshop: Workshop }) => {
  const { id: company, ask, may } = useCompany();
  const [putting, setPutting] = useState(false);
  const [arranging, setArranging] = useState(false);
  const { stage } = here;
  const phase = stage.phase === null ? null : (stage.agenda[stage.phase] ?? null);
  const topic = phase?.topic ?? null;
  const decide = (command: WorkshopCommand): void => void ask([command]);
  const show = useDoing(() => call('workshop show-cards', { company, workshop: workshop.id, topic: topic! }));
  const count = useDoing(() => call('workshop show-votes', { company, workshop: workshop.id, topic: topic! }));
  const group = useDoing(() => call('workshop name-groups', { company, workshop: workshop.id, topic: topic! }));
  const next = stage.phase === null ? 0 : stage.phase + 1;
  const problem = show.problem ?? count.problem ?? group.problem;
  return (
    <>
      <div className={css.controls} role="toolbar" aria-label="Leading the workshop">
        {stage.timer &&
          (stage.timer.pausedAt === null ? (
            <Button onPress={() => decide({ type: 'workshop/pause', id: workshop.id })}>Pause</Button>
          ) : (
            <Button onPress={() => decide({ type: 'workshop/resume', id: workshop.id })}>Go on</Button>
          ))}
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
        <label className={css.over}>
          Hand over to
          <select
            value=""
            onChange={(event) =>
              event.target.value !== '' &&
              decide({ type: 'workshop/hand-over', id: workshop.id, person: event.target.value as `p_${string}` })
            }
          >
            <option value="">…</option>
            {stage.people
              .filter(({ guest, leads }) => !guest && !leads)
              .map(({ person, name }) => (
                <option key={person} value={person}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        <Button kind="quiet" onPress={() => setArranging(true)}>
          Agenda
        </Button>
        <Button kind="quiet" onPress={() => decide({ type: 'workshop/close', id: workshop.id })}>
          Close the workshop
        </Button>
      </div>
      {problem && <ErrorInPlace problem={problem} />}
      {arranging && <AgendaDialog workshop={workshop} onClose={() => setArranging(false)} />}
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
