/** Statuses as trackers spell them, and what each means for a work item. */

/** What a status means here; `left-out` for what is not taken in. */
export type Standing = 'open' | 'started' | 'waiting' | 'done' | 'left-out';
export const STANDINGS: { readonly [S in Standing]: string } = {
  open: 'Open',
  started: 'In progress',
  waiting: 'Waiting',
  done: 'Done',
  'left-out': 'Left out',
};

export const isOneOf = (word: string, of: readonly string[]): boolean => of.includes(word);

/** The first that fits tells; the order matters ("not done" is open, "waiting for review" waits). */
const WORDS: readonly (readonly [Standing, RegExp])[] = [
  ['left-out', /cancel|won'?t|duplicate|abandon|reject|declin|archiv|invalid|template|abgebrochen|verworfen/],
  ['open', /not (started|done)|to ?do|backlog|open\b|new\b|triage|unstarted|icebox|ideas?\b|inbox|offen|geplant|planned|reopened/],
  ['waiting', /wait|block|hold|stuck|paused|pending|feedback|approval|wartet|blockiert/],
  ['started', /progress|doing|started|review|test|draft|in work|active|develop|qa\b|in arbeit|laufend|wip/],
  ['done', /done|complete|closed|resolved|finished|shipped|released|live|published|fertig|erledigt|accepted/],
];

/** What a status most likely means; null where its words say nothing. */
export const standingOf = (status: string): Standing | null => {
  const words = status.trim().toLowerCase();
  return WORDS.find(([, says]) => says.test(words))?.[0] ?? null;
};
