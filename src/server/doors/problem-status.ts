/**
 * What a Problem is to a program: its HTTP status and the exit code of a command that ends with it.
 * The one table for every door; a code that is not named here is a rule that said no (422, exit 6).
 */
type Outcome = {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 421 | 422 | 429 | 500 | 501 | 503;
  readonly exit: number;
};

const DEFECT: Outcome = { status: 500, exit: 1 };
const INVALID: Outcome = { status: 400, exit: 2 };
const SIGNED_OUT: Outcome = { status: 401, exit: 3 };
const FORBIDDEN: Outcome = { status: 403, exit: 4 };
const ABSENT: Outcome = { status: 404, exit: 5 };
const REFUSED: Outcome = { status: 422, exit: 6 };
const CLASH: Outcome = { status: 409, exit: 7 };
const LATER: Outcome = { status: 429, exit: 8 };

const OUTCOMES: { readonly [code: string]: Outcome } = {
  defect: DEFECT,

  'invalid-input': INVALID,
  'unknown-command': INVALID,
  'unknown-flag': INVALID,
  'bad-flag': INVALID,
  'missing-word': INVALID,
  'too-many-words': INVALID,
  'which-company': INVALID,
  'bad-json': INVALID,
  'bad-upload': INVALID,
  'not-json': { status: 415, exit: 2 },
  'too-large': { status: 413, exit: 2 },
  'wrong-method': { status: 405, exit: 2 },
  'wrong-host': { status: 421, exit: 2 },

  'signed-out': SIGNED_OUT,
  'wrong-password': SIGNED_OUT,
  'wrong-token': SIGNED_OUT,

  'may-not': FORBIDDEN,
  'not-house-owner': FORBIDDEN,
  'token-too-narrow': FORBIDDEN,
  'token-only-reads': FORBIDDEN,
  'command-line-only': FORBIDDEN,
  'wrong-setup-token': FORBIDDEN,
  'wrong-present-password': FORBIDDEN,
  'other-site': FORBIDDEN,
  'not-your-note': FORBIDDEN,

  'no-data': ABSENT,
  'no-company': ABSENT,
  'no-such-company': ABSENT,
  'no-such-mapping': ABSENT,
  'no-backup': ABSENT,
  'unknown-question': ABSENT,
  'no-such-operation': ABSENT,
  'no-such-page': ABSENT,
  'no-such-invitation': ABSENT,
  'no-such-token': ABSENT,
  'no-such-source': ABSENT,
  'no-such-campaign': ABSENT,
  'no-such-form': ABSENT,
  'no-such-feed': ABSENT,
  'no-such-request': ABSENT,
  'no-such-room': ABSENT,
  'no-such-page-of-a-request': ABSENT,
  'form-closed': { status: 410, exit: 5 },
  'looks-automatic': INVALID,
  'too-fast': INVALID,
  'form-too-old': INVALID,
  'no-such-upload': ABSENT,
  'no-inbox': ABSENT,
  'no-such-file': ABSENT,
  'no-such-sign-in': ABSENT,
  'no-such-load': ABSENT,
  'no-such-row': ABSENT,
  'no-such-alias': ABSENT,
  'no-such-question': ABSENT,
  'no-such-deal': ABSENT,
  'not-there': ABSENT,
  'file-missing': ABSENT,

  'there-already': CLASH,
  'version-moved-on': CLASH,
  'revision-moved-on': CLASH,
  'comment-taken': CLASH,
  'batch-taken': CLASH,
  'house-claimed': CLASH,
  'email-taken': CLASH,
  'member-already': CLASH,
  'alias-exists': CLASH,
  'no-such-handle': ABSENT,
  'no-such-decision': ABSENT,
  'already-taken-back': CLASH,
  'unfit-handles': REFUSED,
  'server-runs': CLASH,
  'already-reverted': CLASH,

  'too-many-attempts': LATER,
  'too-many-streams': LATER,
  closing: { status: 503, exit: 8 },

  // How a server ends that could not start.
  'bad-setting': { status: 500, exit: 10 },
  'port-taken': { status: 500, exit: 11 },
  'folder-unwritable': { status: 500, exit: 12 },
  'folder-held': { status: 503, exit: 13 },
  'newer-lockstep': { status: 500, exit: 14 },
  'cannot-open': { status: 500, exit: 15 },
  'not-a-store': { status: 500, exit: 15 },
  damaged: { status: 500, exit: 15 },
};

/** Status and exit code for a problem's code. */
export const outcomeOf = (code: string): Outcome => (Object.hasOwn(OUTCOMES, code) ? OUTCOMES[code]! : REFUSED);
