/**
 * Growth: how a company many times larger differs from the one of the story, beyond having more of everything.
 *
 * Up to `STORY` times it is the company of the story with more accounts. Above, it grows into other territories: each
 * account belongs to one, which runs editions of its own of every campaign, under its own names and, in every other
 * territory, in channels called otherwise. A campaign then reaches a smaller part, and more accounts come by themselves. At
 * `TOP` there are about a million opportunities, ten million touches, 24 channels and 3,000 campaigns.
 *
 * territories   how many, 1 or more          seeking, reaching   multiply how often accounts look by themselves, and whom campaigns reach
 * accounts      multiplies the accounts that the scale alone would give
 */
const STORY = 20;
const TOP = 1_000;

export type Growth = { readonly territories: number; readonly seeking: number; readonly reaching: number; readonly accounts: number };

export const growthOf = (scale: number): Growth => {
  const way = Math.min(1, Math.max(0, Math.log(scale / STORY) / Math.log(TOP / STORY)));
  return { territories: Math.round(55 ** way), seeking: 8 ** way, reaching: 0.3 ** way, accounts: 0.56 ** way };
};
