import { useSession } from '../state/session.tsx';
import { Link } from 'wouter';
import css from './DemoBanner.module.css';

/** The demo company says on every page that it is invented. */
export const DemoBanner = () => {
  const { me } = useSession();
  return (
    <aside className={css.banner} aria-label="About this company">
      <p>
        <b>Invented company.</b> <span>Names, deals and numbers are made up by Lockstep; try anything.</span>
      </p>
      {me.houseOwner && (
        <Link href="~/start" className="lnk">
          Start your own
        </Link>
      )}
    </aside>
  );
};
