/**
 * The attribution models that need one deal only, each with the convention it follows: names, labels, words.
 *
 * A name stands at every door and never changes its meaning. "U" and "W" mean different weights at different vendors, so
 * no label says one without its convention. Models that learn from all deals together (Markov, Shapley) stand in files
 * of their own: their share of one deal does not exist.
 *
 * Source: reference/conventions.md section 1. HubSpot: knowledge.hubspot.com/reports/understand-attribution-reporting.
 *   Marketo Measure: experienceleague.adobe.com, "Attribution model types". First-last 40/20/40: Google Ads API
 *   (POSITION_BASED), Salesforce Marketing Intelligence, Matomo, snowplow_attribution_channel_attributions.sql.
 */
export const MODELS = [
  'first',
  'last',
  'last-non-direct',
  'linear',
  'u-hubspot',
  'u-marketo',
  'u-first-last',
  'w-hubspot',
  'w-marketo',
  'full-path',
  'j',
  'inverse-j',
  'time-decay',
  'time-decay-7',
] as const;
export type Model = (typeof MODELS)[number];

/** Half-life in days that Google Ads and HubSpot name; the model `time-decay-7` always uses it. */
export const VENDOR_HALF_LIFE = 7;

/** How a model is called, the convention it follows, and what it does, for people. */
export type ModelWords = { readonly label: string; readonly convention: string | null; readonly words: string };

export const MODEL_WORDS: { readonly [M in Model]: ModelWords } = {
  first: { label: 'First', convention: null, words: 'all to the first touch' },
  last: { label: 'Last', convention: null, words: 'all to the last touch before the close' },
  'last-non-direct': { label: 'Last non-direct', convention: null, words: 'all to the last touch that was not direct' },
  linear: { label: 'Linear', convention: null, words: 'the same to each touch' },
  'u-hubspot': {
    label: 'U, HubSpot',
    convention: '40/40/20',
    words: '40 % to the first touch, 40 % to the touch that made the lead, 20 % to all others',
  },
  'u-marketo': {
    label: 'U, Marketo',
    convention: '50/50',
    words: '50 % to the first touch, 50 % to the touch that made the lead, nothing to others',
  },
  'u-first-last': {
    label: 'U, first-last',
    convention: '40/20/40',
    words: '40 % to the first touch, 40 % to the last, 20 % to those between (Google Ads, Salesforce, Matomo)',
  },
  'w-hubspot': {
    label: 'W, HubSpot',
    convention: '30/30/30/10',
    words: '30 % each to the first touch, the touch that made the lead and the touch that opened the deal, 10 % to all others',
  },
  'w-marketo': {
    label: 'W, Marketo',
    convention: '30/30/30/10',
    words: '30 % each to the first touch, the touch that made the lead and the touch that opened the deal, 10 % to those between them',
  },
  'full-path': {
    label: 'Full path',
    convention: '4 × 22.5/10',
    words: '22.5 % each to first touch, lead, opened and last touch before the close, 10 % to all others (HubSpot and Marketo alike)',
  },
  j: { label: 'J', convention: '20/20/60', words: '20 % to the first touch, 60 % to the last, 20 % to those between' },
  'inverse-j': { label: 'Inverse J', convention: '60/20/20', words: '60 % to the first touch, 20 % to the last, 20 % to those between' },
  'time-decay': {
    label: 'Time decay',
    convention: 'half-life of the company',
    words: 'a touch one half-life nearer to the close gets twice as much',
  },
  'time-decay-7': {
    label: 'Time decay, 7 d',
    convention: 'vendors’ value',
    words: 'a touch a week nearer to the close gets twice as much (Google Ads, HubSpot)',
  },
};

export const isModel = (name: string): name is Model => (MODELS as readonly string[]).includes(name);
