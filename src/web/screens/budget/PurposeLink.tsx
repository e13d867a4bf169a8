import { Link } from 'wouter';
import type { Purpose } from '../../../domain/capacity/line.ts';
import { HREF } from '../../../views/thread/cells.ts';
import { thingTitle } from '../../../views/words/names.ts';
import { useCompany } from '../../state/company.tsx';

/** What a line is for, as a link to it. */
export const PurposeLink = ({ purpose }: { readonly purpose: Purpose | null }) => {
  const { book } = useCompany();
  if (purpose === null) return <>tied to no priority or campaign</>;
  return (
    <Link className="lnk" href={purpose.kind === 'priority' ? HREF.priority(purpose.id) : HREF.campaign(purpose.id)}>
      {thingTitle(book, purpose.kind, purpose.id)}
    </Link>
  );
};
