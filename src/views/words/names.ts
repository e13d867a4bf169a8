/** Names: what a thing of the book is called on screen. An id that names nothing is answered as it is. */
import type { Book } from '../../domain/book.ts';
import type { Thing } from '../../domain/check.ts';
import { practiceOf } from '../../domain/backlog/practice.ts';
import { dayWords, quarterWords } from './format.ts';

/** What people call this thing: an objective by its statement, a work item by its reference and title. */
export const thingTitle = (book: Book, thing: Thing, id: string): string => {
  switch (thing) {
    case 'company':
      return book.company.get('company')?.name ?? id;
    case 'seat':
      return seatTitle(book, id);
    case 'objective':
      return book.objective.get(id as `o_${string}`)?.statement ?? id;
    case 'outcome':
      return book.outcome.get(id as `u_${string}`)?.name ?? id;
    case 'direction':
      return 'vision and mission';
    case 'kpi':
      return book.kpi.get(id as `k_${string}`)?.name ?? id;
    case 'segment':
      return book.segment.get(id as `s_${string}`)?.name ?? id;
    case 'guidepoint':
      return quarterWords(id);
    case 'priority':
      return book.priority.get(id as `r_${string}`)?.title ?? id;
    case 'item': {
      const item = book.item.get(id as `w_${string}`);
      return item ? `${item.ref} ${item.title}` : id;
    }
    case 'question':
      return practiceOf(book).questions.find((q) => q.id === id)?.text ?? id;
    case 'cycle': {
      const cycle = book.cycle.get(id as `y_${string}`);
      return cycle ? `${dayWords(cycle.from)} to ${dayWords(cycle.to)}` : id;
    }
    case 'milestone':
      return book.milestone.get(id as `m_${string}`)?.title ?? id;
    case 'blueprint':
    case 'publication':
      return quarterWords(id);
    case 'scenario':
      return book.scenario.get(id as `v_${string}`)?.name ?? id;
    case 'campaign':
      return book.campaign.get(id as `c_${string}`)?.name ?? id;
    case 'request':
      return book.request.get(id as `q_${string}`)?.ref ?? id;
    case 'form':
      return book.form.get(id as `f_${string}`)?.name ?? id;
    case 'team':
      return book.team.get(id as `t_${string}`)?.name ?? id;
    case 'calendar':
      return book.calendar.get(id as `d_${string}`)?.name ?? id;
    case 'budget':
      return book.budget.get(id as `b_${string}`)?.name ?? id;
    case 'commitment':
    case 'entry':
    case 'rate':
    case 'absence':
    case 'expectation':
      return book.expectation.get(id as `e_${string}`)?.revisions.at(-1)?.statement ?? id;
    case 'logged': {
      const logged = book.logged.get(id as `l_${string}`);
      return logged ? `${logged.ref} ${logged.matter}` : id;
    }
    case 'workshop':
      return book.workshop.get(id as `h_${string}`)?.title ?? id;
    case 'member':
    case 'lever':
    case 'line':
    case 'change':
      return id;
  }
};

/** The title of a seat: CEO for `ceo`. */
export const seatTitle = (book: Book, seat: string): string => book.company.get('company')?.seats.find((s) => s.id === seat)?.title ?? seat;
