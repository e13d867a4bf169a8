/**
 * Sending what lies in the outboxes of all companies, and looking once an hour whether a date moved that a requester
 * should hear of, and whether somebody is to be reminded to write before a workshop. A letter leaves the outbox only after the mail server has taken it: a server killed in between
 * sends it once more, under the same message id.
 */
import type { CompanyStore } from '../../store/company-store.ts';
import type { Letter } from '../../store/company/post.ts';
import { PAGE } from '../../views/intake/letters.ts';
import type { Log } from '../doors/http/log.ts';
import type { House } from '../house/house.ts';
import { pageLink } from '../house/page-links.ts';
import { noteMovedDates } from './moved-dates.ts';
import { remindPrework } from './remind-prework.ts';
import { roomLink } from '../workshop/links.ts';
import type { PersonId, WorkshopId } from '../../kernel/ids.ts';
import type { Postman } from './postman.ts';

export type Sending = {
  /** Sends all that is due now; answers with how many went out. */
  readonly round: () => Promise<number>;
  readonly stop: () => Promise<void>;
};
type With = { readonly now: () => string; readonly publicUrl: string; readonly log: Log; readonly every?: number };

const EVERY = 3_000;
const HOUR = 3_600_000;
const AT_ONCE = 20;
/** Minutes until the next try, after the first, the second … failure; after the last it is given up. */
const WAITS: readonly number[] = [1, 5, 15, 60, 180, 720, 1440];

/** Where a letter leads: the page of a request, or a workshop's room for one person; null where he is not asked in any more. */
const linkIn = (house: House, store: CompanyStore, publicUrl: string, company: string, about: string): string | null => {
  if (!about.startsWith('h_')) return pageLink(store, publicUrl, company, about);
  const [workshop, person] = about.split('/') as [WorkshopId, PersonId];
  const room = house.company(company);
  const found = room.ok ? room.value.book().workshop.get(workshop) : undefined;
  return found ? roomLink(store, publicUrl, company, found, person) : null;
};

/** Begins to send, and goes on until stopped. */
export const startSending = (house: House, postman: Postman, { now, publicUrl, log, every = EVERY }: With): Sending => {
  let stopped = false;
  let going: Promise<number> | null = null;
  let lookedAt = -Infinity;

  const post = async (
    company: string,
    store: CompanyStore,
    { id, news, request, address, subject, words, tries }: Letter,
  ): Promise<boolean> => {
    const link = linkIn(house, store, publicUrl, company, request);
    // Who is asked out in the meantime hears nothing more.
    if (link === null) {
      store.letterFailed(id, 'there is no link any more', null);
      return false;
    }
    const text = words.replace(PAGE, link);
    const sent = await postman.send({ to: address, subject, text, once: `${company} ${news}` });
    if (sent.ok) store.letterSent(id, now());
    else {
      const wait = sent.refusal.forGood ? undefined : WAITS[tries];
      store.letterFailed(id, sent.refusal.fault, wait === undefined ? null : new Date(Date.parse(now()) + wait * 60_000).toISOString());
      log.warn(wait === undefined ? 'a letter was given up' : 'a letter could not be sent', { company, request, tries: tries + 1 });
    }
    return sent.ok;
  };
  const rounds = async (): Promise<number> => {
    let out = 0;
    const look = Date.parse(now()) - lookedAt >= HOUR;
    if (look) lookedAt = Date.parse(now());
    for (const company of house.companies()) {
      const room = house.company(company);
      if (!room.ok || stopped) continue;
      if (look) {
        noteMovedDates(room.value, now());
        remindPrework(room.value, now());
      }
      for (const letter of room.value.store.dueLetters(now(), AT_ONCE))
        if (!stopped && (await post(company, room.value.store, letter))) out += 1;
    }
    return out;
  };
  const round = async (): Promise<number> => {
    if (stopped) return 0;
    const mine = (going ?? Promise.resolve(0)).then(rounds);
    going = mine;
    try {
      return await mine;
    } catch (fault) {
      log.defect('sending mail broke', fault);
      return 0;
    } finally {
      if (going === mine) going = null;
    }
  };
  const timer = setInterval(() => void (going ?? round()), every);
  return {
    round,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await going?.catch(() => undefined);
      postman.close();
    },
  };
};
