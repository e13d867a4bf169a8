import { IconAlertTriangle, IconCalendarTime } from '@tabler/icons-react';
import type { Alarm } from '../../../views/delivery/alarm.ts';
import type { Delivery } from '../../../views/delivery/delivery.ts';
import { Button } from '../../components/Button.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import css from './BacklogAlarm.module.css';
import { HorizonStrip } from './HorizonStrip.tsx';

/** How far the list reaches: an alarm where it is a year or more. */
export const BacklogAlarm = ({ alarm, delivery, cut }: { readonly alarm: Alarm; readonly delivery: Delivery; readonly cut: boolean }) => {
  const Icon = alarm.loud ? IconAlertTriangle : IconCalendarTime;
  return (
    <section className={`${css.alarm} ${alarm.loud ? css.loud : ''}`} aria-label="How far the Backlog reaches">
      <Icon size={18} stroke={1.6} aria-hidden="true" className={css.icon} />
      <p>
        <b>{alarm.name}.</b> <Figure opens={alarm.opens.promised}>{alarm.promised}</Figure> {delivery.horizon?.items === 1 ? 'is' : 'are'}{' '}
        promised. At {delivery.ground.ruling.basis === 'throughput' ? 'the measured' : 'the recorded'}{' '}
        <Figure opens={alarm.opens.pace}>{alarm.pace}</Figure> the last is done in <Figure opens={alarm.opens.last}>{alarm.last}</Figure>{' '}
        <span className="mut">({alarm.interval})</span>. {alarm.stale}
      </p>
      {delivery.horizon && <HorizonStrip today={delivery.today} horizon={delivery.horizon} />}
      {cut && <Button href="/work/cut">Start the cut</Button>}
    </section>
  );
};
