/** How long each kind of work takes to show, by channel: the few numbers that latest useful starts need. */
import { ok } from '../../../kernel/result.ts';
import { dress } from '../../../views/answers/registry.ts';
import { measuredLags, type MeasuredLags } from '../../../views/delivery/measured-lags.ts';
import type { House } from '../../house/house.ts';
import { modelsOf } from '../ask/models-of.ts';
import { modelled } from '../ask/modelled.ts';
import { readerOf, type Reader } from '../ask/reader.ts';
import { rawOf } from '../ask/tables.ts';
import type { Run } from '../operation.ts';

export const lags: Run<'lags'> = async (world, { company }, caller) => {
  const reader = await readerOf(world, company, caller);
  return reader.ok ? ok(await lagsFor(world.house, reader.value)) : reader;
};

/** The same for operations that rest on it. */
export const lagsFor = async (house: House, reader: Reader): Promise<MeasuredLags> => {
  const answer = async (to: string) => {
    const raw = await rawOf(reader, 'lag-curve', { by: ['channel'], from: 'lead', to });
    return dress('lag-curve', await modelled(modelsOf(house), 'lag-curve', raw));
  };
  return measuredLags(await answer('opened'), await answer('won'));
};
