/**
 * The facts of a room: opened when first asked for, and never handed out before the links of the thread stand in
 * them as the journal has them now. However many ask at once, the links are projected once.
 */
import type { Book } from '../../domain/book.ts';
import type { Facts } from '../../facts/facts.ts';
import { linksOf } from './links.ts';

type Of = {
  readonly openFacts: () => Promise<Facts>;
  readonly book: () => Book;
  /** Number of the last event that changed the links. */
  readonly linksAt: () => number;
  /** Called after a load or an alias changed the numbers. */
  readonly changed: () => void;
};

export const factsRoom = ({
  openFacts,
  book,
  linksAt,
  changed,
}: Of): { readonly open: () => Promise<Facts>; readonly close: () => Promise<void> } => {
  let opening: Promise<Facts> | null = null;
  let projecting: Promise<void> = Promise.resolve();
  let projectedAt = -1;

  const project = async (facts: Facts): Promise<void> => {
    const at = linksAt();
    if (projectedAt === at) return;
    const links = linksOf(book());
    if (!links) return;
    await facts.project(links);
    projectedAt = at;
  };
  /** What could not be opened is tried again by whoever asks next. */
  const opened = async (): Promise<Facts> => {
    try {
      return telling(await openFacts(), changed);
    } catch (fault) {
      opening = null;
      throw fault;
    }
  };
  return {
    open: async () => {
      const facts = await (opening ??= opened());
      const turn = projecting.then(() => project(facts));
      projecting = turn.catch(() => undefined); // whoever asked gets the fault; the next one tries again
      await turn;
      facts.prepare();
      return facts;
    },
    close: async () => {
      if (!opening) return;
      const facts = await opening;
      await projecting;
      await facts.close();
    },
  };
};

/** The same facts, telling when something in them changed. */
const telling = (facts: Facts, changed: () => void): Facts => {
  const told =
    <A extends readonly unknown[], T extends { readonly ok: boolean }>(work: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      const answer = await work(...args);
      if (answer.ok) {
        facts.prepare();
        changed();
      }
      return answer;
    };
  return {
    ...facts,
    load: told(facts.load),
    importRows: told(facts.importRows),
    revert: told(facts.revert),
    mend: told(facts.mend),
    confirmAlias: told(facts.confirmAlias),
    revokeAlias: told(facts.revokeAlias),
    decideIdentity: told(facts.decideIdentity),
    revokeIdentity: told(facts.revokeIdentity),
    erasePerson: told(facts.erasePerson),
  };
};
