/** What credit is made of, as numbers: the shape in which facts hand it to the models. The same, kept journeys or not. */
export type Credited = {
  /** True where the walks hold every deal of the company, by its number in journeys.deal; else they hold the deals won only. */
  readonly company: boolean;
  /** The counted touches of deals (sql/walks.sql says what the columns mean). */
  readonly walks: { readonly start: Int32Array; readonly unit: Int32Array; readonly age: Uint16Array; readonly bits: Uint8Array };
  /** Per unit of touches: among how many outcomes it is shared; its channel and campaign as the files spell them. */
  readonly outcomes: Int32Array;
  readonly names: readonly { readonly channel: string | null; readonly campaign: string | null }[];
  /** The deals won, in order of source and id; the columns of sql/credit-won.sql. */
  readonly won: {
    readonly deal: Int32Array;
    readonly minor: Float64Array;
    readonly source: Uint8Array;
    readonly salesAge: Int32Array;
    readonly said: Int32Array;
  };
  readonly words: readonly string[];
  readonly keys: readonly { readonly keys: readonly string[]; readonly ids: readonly (string | null)[] }[];
  /** Slots are units' outcomes, in order; slot s stands under key[first[s]] … key[first[s + 1] − 1]. */
  readonly first: Int32Array;
  readonly key: Int32Array;
  readonly late_ids: readonly string[];
};

/** A row of credit-deals.sql. */
export type WonDeals = {
  readonly n: number;
  readonly minor: number;
  readonly priced: number;
  readonly no_amount: number;
  readonly dark: number;
  readonly dark_minor: number;
  readonly dark_ids: readonly string[];
  readonly dark_any: number;
  readonly by_account: number;
  readonly touches: number;
  readonly undated: number;
  readonly left_out: number;
  readonly repeats: number;
};
