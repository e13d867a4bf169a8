/** Everything that waits for me, most urgent first; and what I wait for from others. Pure, from the book, and from counted KPIs where they are given. */
import { expectationsDue, rolesToFill, toReviseExpectation, toSignExpectation, waitingForExpectations } from './agreements.ts';
import { toMendBlueprint, toSignBlueprint, waitingForBlueprints } from './blueprints.ts';
import { toApprove, waitingForApproval } from './changes.ts';
import { toCheckIn, toGiveAnOwner, waitingForCheckIns } from './check-ins.ts';
import type { Decision, Looker } from './decision.ts';
import { kpisOut, toCheckInKpi } from './kpis.ts';
import { toFreeze, toOverrule, toStart, waitingForSecond } from './micro.ts';
import { toDraft, toLink } from './planning.ts';
import { toAnswer, toTriage, waitingForAnswers } from './requests.ts';
import { toReword, toSign, waitingForSignatures } from './signatures.ts';
import { toComeIn, toWriteBefore } from './workshops.ts';

const URGENCY = { off: 0, risk: 1, on: 2, unknown: 3 } as const;
const byUrgency = (a: Decision, b: Decision): number => URGENCY[a.state] - URGENCY[b.state] || (a.by ?? '9').localeCompare(b.by ?? '9');

/** What only I can do now. */
export const decisionsFor = (look: Looker): Decision[] =>
  [
    toComeIn,
    toWriteBefore,
    toSign,
    toSignBlueprint,
    toMendBlueprint,
    toApprove,
    toReword,
    toTriage,
    toAnswer,
    toSignExpectation,
    toFreeze,
    toOverrule,
    toStart,
    expectationsDue,
    toReviseExpectation,
    toCheckIn,
    toCheckInKpi,
    kpisOut,
    toDraft,
    toGiveAnOwner,
    toLink,
    rolesToFill,
  ]
    .flatMap((of) => of(look))
    .toSorted(byUrgency);

/** What others have to do before something of mine goes on. */
export const waitingForOthers = (look: Looker): Decision[] =>
  [
    waitingForSecond,
    waitingForSignatures,
    waitingForBlueprints,
    waitingForApproval,
    waitingForCheckIns,
    waitingForAnswers,
    waitingForExpectations,
  ]
    .flatMap((of) => of(look))
    .toSorted(byUrgency);
