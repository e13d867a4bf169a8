/** New ids are made here: the browser may use chance. */

/** 122 bits of chance as hex; works where the page did not come over https too. */
const chance = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A new id of the given kind: `newId('u')` for an outcome. kernel/ids.ts says which letter means what. */
export const newId = <P extends string>(prefix: P): `${P}_${string}` => `${prefix}_${chance().slice(0, 20)}`;

/** A new batch id: sent again with it, a batch is answered, not written again. */
export const newBatch = (): string => chance();
