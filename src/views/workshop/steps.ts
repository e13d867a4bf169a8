/**
 * Steps of an agenda as people choose and move them. A step is one thing done about one topic; those that were begun stand
 * as they are (`first` is how many may not be moved).
 */
import { USUAL, type Act, type Phase, type Topic } from '../../domain/workshop/agenda.ts';
import { TOPIC_WORDS } from '../words/workshop.ts';

export type Kind = { readonly act: Act; readonly topic: Topic | null };

const ACT_WORDS: { readonly [A in Act]: string } = {
  talk: 'Talk',
  write: 'Silent writing',
  group: 'Grouping',
  vote: 'Dot votes',
  classify: 'MoSCoW',
  sign: 'Sign',
};

const WRITTEN: readonly Topic[] = ['retro', 'outlook', 'guidepoint', 'ideas', 'launch'];
const about = (act: Act, topics: readonly (Topic | null)[]): Kind[] => topics.map((topic) => ({ act, topic }));

/** Everything a step can be. */
export const KINDS: readonly Kind[] = [
  ...about('talk', [null, ...WRITTEN, 'plan']),
  ...about('write', WRITTEN),
  ...about('group', WRITTEN),
  ...about('vote', [...WRITTEN, 'plan']),
  ...about('classify', ['plan']),
  ...about('sign', [null]),
];

/** "Dot votes: ideas". */
export const kindWords = ({ act, topic }: Kind): string =>
  topic === null || act === 'classify' ? ACT_WORDS[act] : `${ACT_WORDS[act]}: ${TOPIC_WORDS[topic].toLowerCase()}`;
export const kindKey = ({ act, topic }: Kind): string => `${act} ${topic ?? ''}`;

const MINUTES: { readonly [A in Act]: number } = { talk: 15, write: 8, group: 10, vote: 5, classify: 45, sign: 10 };
const DOTS = 5;

/** A new step of this kind, as it usually is. */
export const stepOf = ({ act, topic }: Kind): Phase => {
  const usual = [...USUAL.collaborative, ...USUAL.planning].find((step) => step.act === act && step.topic === topic);
  return usual ?? { title: kindWords({ act, topic }), act, topic, minutes: MINUTES[act], dots: act === 'vote' ? DOTS : 0 };
};

/** The agenda with the step at `from` moved to `to`; unchanged where either was begun or is outside. */
export const moved = (agenda: readonly Phase[], from: number, to: number, first: number): readonly Phase[] => {
  const step = agenda[from];
  if (!step || from < first || to < first || to >= agenda.length) return agenda;
  const rest = agenda.filter((_, n) => n !== from);
  return [...rest.slice(0, to), step, ...rest.slice(to)];
};

/** Steps up to the last that was begun; 0 before any was. */
export const begunOf = (gone: readonly number[]): number => gone.reduce((most, n) => Math.max(most, n + 1), 0);

export const minutesOf = (agenda: readonly Phase[]): number => agenda.reduce((sum, { minutes }) => sum + minutes, 0);
