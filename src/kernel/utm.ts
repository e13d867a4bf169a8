/** UTM: what a link says of where it stood. Values as written, percent-decoded; absent ones null. */

export type Utm = {
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly content: string | null;
  readonly term: string | null;
  readonly id: string | null;
};

/** What ad platforms add to a link by themselves, and the source and medium it stands for. */
const CLICK_IDS: readonly (readonly [string, string, string])[] = [
  ['gclid', 'google', 'cpc'],
  ['wbraid', 'google', 'cpc'],
  ['gbraid', 'google', 'cpc'],
  ['dclid', 'google', 'display'],
  ['msclkid', 'bing', 'cpc'],
  ['li_fat_id', 'linkedin', 'paid'],
  ['ttclid', 'tiktok', 'paid'],
];

export const NO_UTM: Utm = { source: null, medium: null, campaign: null, content: null, term: null, id: null };

/** What stands in a query, name by name in its order; a name may stand more than once. What cannot be decoded stays as it is. */
export const queryOf = (address: string): readonly (readonly [name: string, value: string])[] =>
  (/\?([^#]*)/.exec(address)?.[1] ?? '')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [decoded(pair), ''] : [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))];
    });

const decoded = (text: string): string => {
  const plain = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain; // the language's only way of saying "badly encoded"
  }
};

/** The UTM values of an address, whole or only its query; where it names none, what an ad platform's click id stands for. */
export const utmOf = (address: string | null | undefined): Utm => {
  const pairs = address ? queryOf(address) : [];
  if (pairs.length === 0) return NO_UTM;
  const of = (name: string): string | null => pairs.find(([one]) => one.toLowerCase() === `utm_${name}`)?.[1].trim() || null;
  const click = CLICK_IDS.find(([name]) => pairs.some(([one]) => one === name));
  return {
    source: of('source') ?? click?.[1] ?? null,
    medium: of('medium') ?? click?.[2] ?? null,
    campaign: of('campaign'),
    content: of('content'),
    term: of('term'),
    id: of('id'),
  };
};

/** Host of an address without www., in lower case; null where it has none. */
export const hostOf = (address: string | null | undefined): string | null =>
  /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i
    .exec(address ?? '')?.[1]
    ?.toLowerCase()
    .replace(/^www\./, '') ?? null;
