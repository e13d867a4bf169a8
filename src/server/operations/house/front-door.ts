/** The front door: whether the server is ready, and who stands before it. */
import { ok } from '../../../kernel/result.ts';
import { cardsOf, meOf, operatorMe, type Me } from '../../house/me.ts';
import type { Caller, Run, World } from '../operation.ts';

export const health: Run<'health'> = async ({ version }) => ok({ status: 'ok', version });

export const door: Run<'door'> = async (world, _, caller) => {
  const firstRun = world.house.store.signIns.count() === 0;
  return ok({ firstRun, setupTokenNeeded: firstRun && world.setupToken !== null, me: meNow(world, caller), version: world.version });
};

export const companies: Run<'companies'> = async ({ house }, _, caller) => ok({ companies: cardsOf(house, caller) });

/** A token is no person: it is not told whose it is. */
const meNow = ({ house }: World, { kind, signIn }: Caller): Me | null => {
  if (kind === 'operator') return operatorMe(house);
  return kind === 'session' && signIn !== null ? meOf(house, signIn) : null;
};
