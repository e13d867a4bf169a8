import { isOpen, participant, type Workshop } from '../../../domain/workshop/workshop.ts';
import { Before } from '../../room/Before.tsx';
import { Room } from '../../room/Room.tsx';
import { useRoom } from '../../room/use-room.ts';
import { useCompany } from '../../state/company.tsx';
import { useBearings } from '../../places/bearings.ts';
import { Controls } from './Controls.tsx';
import { Invited } from './Invited.tsx';
import { MinutesPage } from './MinutesPage.tsx';
import { TakeOver } from './TakeOver.tsx';
import { SignHere } from './SignHere.tsx';

/** One workshop: its preparation, its room while it is open, its minutes afterwards. */
export const WorkshopPage = ({ workshop }: { readonly workshop: Workshop }) => {
  const { me } = useCompany();
  useBearings({ crumb: workshop.title });
  if (workshop.closedAt !== null || workshop.retired) return <MinutesPage workshop={workshop} />;
  if (!participant(workshop, me)) return isOpen(workshop) ? <MinutesPage workshop={workshop} /> : <Invited workshop={workshop} />;
  return <Inside workshop={workshop} />;
};

const Inside = ({ workshop }: { readonly workshop: Workshop }) => {
  const { id, ask } = useCompany();
  const { here } = useRoom({ company: id, workshop: workshop.id });
  if (!here) return <p role="status">Coming in …</p>;
  if (!isOpen(workshop)) return <Invited workshop={workshop} before={<Before here={here} within />} />;
  const lead = here.stage.me.leads
    ? {
        begin: (phase: number) => void ask([{ type: 'workshop/start-phase', id: workshop.id, phase }]),
        take: (subject: string) => void ask([{ type: 'workshop/take-up', id: workshop.id, subject }]),
      }
    : null;
  const controls = lead ? <Controls here={here} workshop={workshop} /> : <TakeOver here={here} workshop={workshop} />;
  return <Room here={here} lead={lead} controls={controls} sign={<SignHere workshop={workshop} />} />;
};
