/** Channels and markets: the words by which the demo's facts are cut. */
export const CHANNELS = [
  'Paid search',
  'Brand search',
  'Content',
  'Webinar',
  'Outreach',
  'Dock day',
  'Fair',
  'Partner',
  'Newsletter',
  'Reference',
  'Social',
  'Direct',
] as const;

/** `Direct` is a person who comes by himself and belongs to no campaign. */
export type Channel = (typeof CHANNELS)[number];

export const MARKETS = ['Netherlands', 'Germany', 'France', 'Nordics'] as const;

/** The segment that conversion differs by. */
export type Market = (typeof MARKETS)[number];

export const SECTORS = [
  'Food and drink',
  'Building materials',
  'Paper and packaging',
  'Chemicals and paint',
  'Retail and wholesale',
  'Machinery',
] as const;
export type Sector = (typeof SECTORS)[number];
