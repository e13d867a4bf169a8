import { Frame } from '../ask/Frame.tsx';
import { Before } from './Before.tsx';
import { Made } from './Made.tsx';
import { Room } from './Room.tsx';
import { useRoom } from './use-room.ts';
import css from './GuestRoom.module.css';

/** A workshop for whoever comes by his link: before it, in it, and what came of it. */
export const GuestRoom = ({ company, token }: { readonly company: string; readonly token: string }) => {
  const { here, ended } = useRoom({ company, token });
  const note = 'This link is yours alone: whoever has it comes in as you.';
  if (ended)
    return (
      <Frame company={null} note="">
        <h1>This link leads to no workshop, or its time is over.</h1>
        <p>Check that the whole link was copied, or ask who leads the workshop for another.</p>
      </Frame>
    );
  if (!here)
    return (
      <Frame company={null} note={note}>
        <p role="status">Coming in …</p>
      </Frame>
    );
  const { stage } = here;
  if (stage.state === 'open')
    return (
      <main className={css.wide} tabIndex={-1}>
        <Room here={here} lead={null} sign={<SignElsewhere signs={stage.me.signs.length > 0} guest={stage.me.guest} />} />
      </main>
    );
  return (
    <Frame company={stage.company} note={note}>
      {stage.state === 'ahead' ? (
        <Before here={here} />
      ) : (
        <>
          <h1>{stage.title}</h1>
          <p>{stage.state === 'cancelled' ? 'This workshop was cancelled.' : 'This workshop is over.'}</p>
          <Made here={here} />
        </>
      )}
    </Frame>
  );
};

const SignElsewhere = ({ signs, guest }: { readonly signs: boolean; readonly guest: boolean }) =>
  guest ? null : (
    <p>
      {signs
        ? 'Your signature is asked for: sign in to Lockstep and open this workshop there.'
        : 'Signing needs an account: sign in to Lockstep and open this workshop there.'}
    </p>
  );
