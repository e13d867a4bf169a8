/** The evidence of a deal as a file: everything the page shows, as it was known. */
import type { DealView } from '../../../views/deal/deal.ts';

/** Offers the deal's touches, chain and credits as a JSON file. */
export const saveEvidence = (deal: DealView): void => {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(deal, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `deal-${deal.id.replace(/[^A-Za-z0-9-]+/g, '-')}.json`;
  link.click();
  URL.revokeObjectURL(address);
};
