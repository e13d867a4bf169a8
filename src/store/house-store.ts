/**
 * HouseStore: `lockstep.db`, who gets into this installation and where. Rows, not events: nobody agrees a session.
 */
import { ok, type Result } from '../kernel/result.ts';
import { companiesIn, type Companies } from './house/companies.ts';
import { invitationsIn, type Invitations } from './house/invitations.ts';
import { membersIn, type Memberships } from './house/members.ts';
import { sessionsIn, type Sessions } from './house/sessions.ts';
import { signInsIn, type SignIns } from './house/sign-ins.ts';
import { attemptsIn, auditIn, type Attempts, type Audit } from './house/watch.ts';
import { HOUSE } from './schemas.ts';
import { openFile, together, type StoreProblem } from './sqlite.ts';

export type HouseStore = {
  readonly path: string;
  readonly signIns: SignIns;
  readonly sessions: Sessions;
  readonly members: Memberships;
  readonly invitations: Invitations;
  readonly attempts: Attempts;
  readonly audit: Audit;
  readonly companies: Companies;
  /** Runs `work` in one transaction: all of it lands or, where it throws, none of it. */
  readonly together: <T>(work: () => T) => T;
  readonly close: () => void;
};

/** Opens `lockstep.db`, making it where there is none. */
export const openHouseStore = (path: string): Result<HouseStore, StoreProblem> => {
  const opened = openFile(path, HOUSE);
  if (!opened.ok) return opened;
  const db = opened.value;
  return ok({
    path,
    signIns: signInsIn(db),
    sessions: sessionsIn(db),
    members: membersIn(db),
    invitations: invitationsIn(db),
    attempts: attemptsIn(db),
    audit: auditIn(db),
    companies: companiesIn(db),
    together: (work) => together(db, work),
    close: () => db.close(),
  });
};
