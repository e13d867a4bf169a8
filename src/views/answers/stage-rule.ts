/** By which stage definitions an answer was counted, in words; the same for every answer that counts stages. The rule: docs/stages.md */
import type { Figure, Finding } from '../../kernel/answer.ts';
import { finding } from './findings.ts';
import type { Raw } from './raw.ts';
import { listed, many } from './words.ts';

export const stageWords = ({ stages, stageVersions, asOf }: Raw): string[] => {
  if (!stages) return [];
  const { version, qualified } = stages;
  if (version === null) {
    const next = stageVersions.find(({ since }) => since > asOf);
    return [
      `No stage definition was signed for ${asOf}${next ? `; version ${next.version} holds from ${next.since}` : ''}: the stages of the files are used, in the order in which deals mostly entered them; one that was skipped was passed.`,
    ];
  }
  return [
    `Stages, version ${version.version}${version.signedOn ? `, signed by marketing and sales on ${version.signedOn}` : ''}, in force since ${version.since}: ${version.stages.map(({ name }) => name).join(' → ')}.`,
    ...(qualified === undefined ? [] : [`A qualified opportunity is a deal that reached "${qualified}", the first stage that sales owns.`]),
    version.skipped === 'passed'
      ? 'A deal that skipped a stage entered it on the day of the next one, for 0 days; going back counts for nothing, the first entry does.'
      : 'A deal that skipped a stage never entered it; going back counts for nothing, the first entry does.',
  ];
};

export const stageFigure = ({ stages }: Raw): { readonly stages?: Figure } =>
  stages
    ? {
        stages: {
          version: stages.version?.version ?? 0,
          since: stages.version?.since ?? null,
          signedOn: stages.version?.signedOn ?? null,
          qualified: stages.qualified ?? null,
        },
      }
    : {};

/** That nobody signed what the stages mean, where an answer goes stage by stage. */
export const unsigned = ({ stages }: Raw): Finding | null =>
  stages?.version === null
    ? finding('stages-of-files', 0, 'Nobody has signed what the stages mean: they stand in the order in which deals mostly entered them.')
    : null;

/** That the version changed within the period. */
export const stageFindings = (raw: Raw): readonly Finding[] => {
  const version = raw.stages?.version;
  if (!version) return [];
  const from = raw.params['since'];
  const before = raw.stageVersions.filter(({ since, version: n }) => n !== version.version && since <= version.since).at(-1);
  return before && typeof from === 'string' && from < version.since
    ? [
        finding(
          'stages-changed',
          0,
          `The stage definitions changed on ${version.since}, after this period began: all of it is counted by version ${version.version}, also what happened under version ${before.version}.`,
        ),
      ]
    : [];
};

type Gap = {
  readonly what: 'unknown' | 'reopened' | 'after-close';
  readonly stage: string;
  readonly n: number;
  readonly ids: readonly string[];
};

/** What the definitions leave out and what the written rule sets right, of the table `gaps`. */
export const gapFindings = (gaps: readonly Gap[]): readonly Finding[] => {
  const of = (what: Gap['what']): readonly Gap[] => gaps.filter((gap) => gap.what === what);
  const ids = (list: readonly Gap[]): { readonly ids: readonly string[] } => ({
    ids: [...new Set(list.flatMap((gap) => gap.ids))].slice(0, 100),
  });
  const sum = (list: readonly Gap[]): number => list.reduce((total, { n }) => total + n, 0);
  const [unknown, reopened, late] = [of('unknown'), of('reopened'), of('after-close')];
  return [
    ...(unknown.length > 0
      ? [
          finding(
            'unknown-stages',
            Math.max(...unknown.map(({ n }) => n)),
            `No definition names ${unknown.length === 1 ? 'the stage' : 'the stages'} ${listed(unknown.slice(0, 6).map(({ stage, n }) => `"${stage}" (${many(n, 'deal')})`))}${unknown.length > 6 ? ` and ${unknown.length - 6} more` : ''}: ${unknown.length === 1 ? 'it counts' : 'they count'} for nothing.`,
            ids(unknown),
          ),
        ]
      : []),
    ...(reopened.length > 0
      ? [
          finding(
            'reopened',
            sum(reopened),
            `${many(sum(reopened), 'deal was', 'deals were')} closed once and ${sum(reopened) === 1 ? 'is' : 'are'} open again: that close counts for nothing.`,
            ids(reopened),
          ),
        ]
      : []),
    ...(late.length > 0
      ? [
          finding(
            'entry-after-close',
            sum(late),
            `${many(sum(late), 'entry', 'entries')} into a stage ${sum(late) === 1 ? 'is' : 'are'} dated after the close of the deal and ${sum(late) === 1 ? 'counts' : 'count'} on the day of the close.`,
            ids(late),
          ),
        ]
      : []),
  ];
};
