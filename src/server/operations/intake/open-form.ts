/** A form as whoever opens it sees it: whose it is, when what he asks for might be done, and the stamp to send back. */
import { todayOf } from '../../../domain/intake/form.ts';
import { ok } from '../../../kernel/result.ts';
import { orderOf } from '../../../views/work/backlog.ts';
import { formStamp } from '../../house/page-links.ts';
import { queueDates } from '../../house/queue-dates.ts';
import type { Run } from '../operation.ts';
import { byForm } from './outsider.ts';

export const openForm: Run<'open-form'> = async (world, link) => {
  const met = byForm(world, link);
  if (!met.ok) return met;
  const { room, form } = met.value;
  const book = room.book();
  const today = todayOf(book, { at: world.now() });
  const order = orderOf(book);
  const dates = queueDates(book, today);
  const known = order.flatMap((id, i) => {
    const sure = dates.of(id);
    return sure ? [{ place: i + 1, p50: sure.p50, p85: sure.p85, p95: sure.p95 }] : [];
  });
  return ok({
    company: book.company.get('company')!.name,
    stamp: formStamp(room.store, form.id, world.now()),
    today,
    mails: world.mails,
    queue: known.length > 0 ? { place: order.length + 1, dates: known } : null,
    why: dates.why,
  });
};
