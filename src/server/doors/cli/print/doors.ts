/** What programs send, links that were built or checked, and the health of the data, as text. */
import { count, dayWords, list } from '../../../../views/words/format.ts';
import type { Output } from '../../../operations/operation.ts';
import { table, wrapped } from './table.ts';

export const sourcesText = ({ sources, url }: Output<'sources'>): string =>
  sources.length === 0
    ? `No program sends events. Make a write key: lockstep source add NAME. Clients then send to ${url}/v1/batch.`
    : sources
        .map(({ id, name, revokedAt, lastAt, events }) =>
          [
            `${name} (${id})${revokedAt ? `, revoked ${dayWords(revokedAt.slice(0, 10))}` : ''}: ${lastAt ? `last event ${lastAt}` : 'nothing came yet'}`,
            ...(events.length === 0
              ? []
              : [
                  table(
                    [{ title: '  event' }, { title: 'call' }, { title: 'n', right: true }, { title: 'became' }, { title: 'last' }],
                    events.map((e) => [
                      `  ${e.event || e.type}`,
                      e.type,
                      count(e.n),
                      e.reason ? `${e.became}: ${e.reason}` : e.became,
                      e.lastAt,
                    ]),
                  ),
                ]),
          ].join('\n'),
        )
        .join('\n\n');

export const sourceAddText = ({ id, writeKey, url }: Output<'source add'>): string =>
  `Write key ${writeKey}\nIt is shown this once. Give it to the client with the host ${url} (path /v1/batch). Its id is ${id}.`;

export const linkBuildText = ({ campaign, links }: Output<'link build'>): string =>
  [
    `${campaign.name} (${campaign.key})`,
    ...links.map(({ address, url, channel, changed, refused }) =>
      refused
        ? wrapped(`${address}: ${refused.text} ${refused.todo}`, '  ')
        : [`  ${url}`, `    channel ${channel ?? 'not known'}${changed.length > 0 ? `; ${list(changed)}` : ''}`].join('\n'),
    ),
  ].join('\n');

export const linkCheckText = ({ links, right, lost }: Output<'link check'>): string =>
  links.length === 0
    ? 'There is no link in this text.'
    : [
        ...links.map(({ found, campaign, channel, problems, better }) =>
          [
            found,
            `  ${campaign ? campaign.name : 'no campaign'}, ${channel ?? 'no channel'}`,
            ...problems.map(({ text }) => wrapped(text, '  ')),
            ...(better ? [`  better: ${better}`] : []),
          ].join('\n'),
        ),
        `${count(right)} of ${count(links.length)} right; touches by ${count(lost)} would belong to no campaign.`,
      ].join('\n\n');

export const sourceKeyText = ({ writeKey, url, beforeUntil }: Output<'source key'>): string =>
  `Its new write key, shown this once: ${writeKey}\nClients send to ${url}/v1/batch. The key before opens until ${beforeUntil.slice(0, 16).replace('T', ' ')} UTC.\n`;

const FILE_STATE = {
  seen: 'arriving',
  loaded: 'loaded',
  known: 'loaded before',
  waiting: 'waits for you',
  failed: 'cannot be read',
} as const;

/** The folder that is looked into by itself: what is set, and what lies in it. */
export const inboxText = ({ setting, suggested, files }: Output<'inbox'>): string => {
  if (!setting) return `No folder is looked into. Have one looked into: lockstep inbox set --every-minutes 60 (it is then ${suggested}).`;
  const looked = setting.lookedAt ? ` Last looked into at ${setting.lookedAt.slice(0, 16).replace('T', ' ')} UTC.` : '';
  return [
    `${setting.folder}: ${setting.on ? `looked into every ${count(setting.everyMinutes)} minutes.` : 'switched off.'}${looked}`,
    ...(setting.fault ? [wrapped(`It could not be looked into: ${setting.fault}`, '  ')] : []),
    files.length === 0
      ? 'Nothing lies in it.'
      : files
          .map(({ name, state, text, todo }) => {
            const why = [text, todo].filter((one) => one !== '').join(' ');
            return [`${name}: ${FILE_STATE[state]}`, ...(why === '' ? [] : [wrapped(why, '  ')])].join('\n');
          })
          .join('\n'),
  ].join('\n');
};
