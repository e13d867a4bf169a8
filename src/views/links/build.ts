/** Build: a campaign's link out of an address, by the house's conventions; refused where it would break. */
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { isUtm, pair, putTogether, takeApart } from './address.ts';
import { channelFor, houseValue } from './conventions.ts';

export type LinkWish = {
  readonly address: string;
  /** The campaign's tracking key. */
  readonly key: string;
  readonly source: string;
  readonly medium: string;
  readonly content?: string;
  readonly term?: string;
};
export type Built = {
  readonly url: string;
  /** Of a touch that comes by it. */
  readonly channel: string | null;
  /** What was changed of what was typed, in words. */
  readonly changed: readonly string[];
};
export type LinkRefusal = { readonly field: 'address' | 'source' | 'medium' | 'key'; readonly text: string; readonly todo: string };

const LONGEST = 2000;

export const buildLink = ({ address, key, source, medium, content = '', term = '' }: LinkWish): Result<Built, LinkRefusal> => {
  const typed = address.trim();
  const wrong = (text: string, todo: string, field: LinkRefusal['field'] = 'address') => refuse<LinkRefusal>({ field, text, todo });
  if (typed === '') return wrong('The link leads nowhere yet.', 'Paste the address of the page.');
  if (/\s/.test(typed))
    return wrong(`“${typed.slice(0, 60)}” has a space in it and would be cut there.`, 'Paste one address, without spaces.');
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  if (!/^https?:\/\//i.test(whole)) return wrong('Only web addresses carry UTM values.', 'Begin it with https://.');
  if (!/^https?:\/\/(?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,}(?::\d+)?(?:[/?#]|$)/iu.test(whole))
    return wrong('This is no address of a page.', 'Check it: https://company.example/page');
  if ((whole.split('#')[0]!.match(/\?/g) ?? []).length > 1)
    return wrong('The address has two question marks; what follows the second is lost.', 'Join its parameters with &.');
  if (/#[^?]*\?/.test(whole)) return wrong('Its parameters stand behind the #, where no server sees them.', 'Put them before the #.');
  if (/&amp;/i.test(whole))
    return wrong('The address was copied out of a page’s source: &amp; breaks its parameters.', 'Replace &amp; by &.');
  const values = { source: houseValue(source), medium: houseValue(medium), content: houseValue(content), term: houseValue(term) };
  if (values.source === '')
    return wrong('A link without a source tells no channel.', 'Say who carries it: linkedin, newsletter.', 'source');
  if (values.medium === '')
    return wrong('A link without a medium tells no channel.', 'Say how it is carried: email, paid-social.', 'medium');
  if (houseValue(key) !== key.trim().toLowerCase())
    return wrong(`The tracking key “${key}” cannot stand in a link as it is.`, 'Add a plain alias to the campaign and use that.', 'key');
  const found = takeApart(whole);
  const before = found.pairs.filter(({ name }) => isUtm(name));
  const said = [
    pair('utm_source', values.source),
    pair('utm_medium', values.medium),
    pair('utm_campaign', key.trim().toLowerCase()),
    ...(values.content ? [pair('utm_content', values.content)] : []),
    ...(values.term ? [pair('utm_term', values.term)] : []),
  ];
  const kept = found.pairs.filter(({ name }) => !isUtm(name) || /^utm_id$/i.test(name));
  const url = putTogether({ ...found, pairs: [...kept, ...said] });
  if (url.length > LONGEST)
    return wrong(
      `The link would have ${url.length} characters; mail programs cut at ${LONGEST}.`,
      'Take parameters off the address that the page does not need.',
    );
  const typedValues = { source, medium, content, term };
  return ok({
    url,
    channel: channelFor(values.source, values.medium),
    changed: [
      ...(whole === typed ? [] : ['https:// was put before it']),
      ...before
        .filter(({ name, raw }) => !/^utm_id$/i.test(name) && !said.some((one) => one.raw === raw))
        .map(({ name, value }) => `${name.toLowerCase()} “${value}” gave way`),
      ...(['source', 'medium', 'content', 'term'] as const)
        .filter((name) => values[name] !== typedValues[name].trim() && values[name] !== '')
        .map((name) => `${name} is written ${values[name]}`),
    ],
  });
};
