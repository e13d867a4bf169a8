/** Links of campaigns: built by the house's conventions, and checked. */
import { ok } from '../../../kernel/result.ts';
import { buildLink } from '../../../views/links/build.ts';
import { checkLink, linksIn, whoOwns } from '../../../views/links/check.ts';
import { usualFor } from '../../../views/links/conventions.ts';
import { problem } from '../../house/problems.ts';
import type { Run } from '../operation.ts';

export const linkBuild: Run<'link build'> = async ({ house }, { company, campaign, address, ...said }) => {
  const room = house.company(company);
  if (!room.ok) return room;
  const all = [...room.value.book().campaign.values()];
  const { owner, near } = whoOwns(campaign, all);
  if (!owner || owner.retired)
    return problem(
      'no-such-campaign',
      `No campaign answers to "${campaign}".`,
      near[0] ? `Did you mean ${near[0].key}?` : 'Plan the campaign first; its tracking key goes into the link.',
    );
  const usual = usualFor(owner.channel);
  const wish = {
    key: owner.key,
    source: said.source || usual.source,
    medium: said.medium || usual.medium,
    content: said.content,
    term: said.term,
  };
  return ok({
    campaign: { id: owner.id, name: owner.name, key: owner.key },
    links: [address].flat().map((one) => {
      const built = buildLink({ ...wish, address: one });
      return built.ok
        ? { address: one, ...built.value, refused: null }
        : { address: one, url: null, channel: null, changed: [], refused: { text: built.refusal.text, todo: built.refusal.todo } };
    }),
  });
};

export const linkCheck: Run<'link check'> = async ({ house }, { company, text }) => {
  const room = house.company(company);
  if (!room.ok) return room;
  const all = [...room.value.book().campaign.values()];
  const links = linksIn([text].flat().join('\n')).map((found) => checkLink(found, all));
  return ok({
    links,
    right: links.filter(({ problems }) => problems.length === 0).length,
    lost: links.filter(({ campaign }) => campaign === null).length,
  });
};
