/** Slug: a company's short name, made from its name; letters, digits and dashes. */

/** Longest slug that leaves room for a number behind it. */
const LONGEST = 50;

/** "Lademar GmbH & Co." → lademar-gmbh-co; "company" where nothing is left of the name. */
export const slugOf = (name: string): string => {
  const plain = name
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '');
  return plain === '' ? 'company' : plain;
};

/** The slug of a name, with a number behind it where it is taken. */
export const freeSlug = (name: string, taken: (slug: string) => boolean): string => {
  const slug = slugOf(name);
  for (let n = 1; ; n++) {
    const tried = n === 1 ? slug : `${slug}-${n}`;
    if (!taken(tried)) return tried;
  }
};
