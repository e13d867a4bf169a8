import type { Workshop } from '../../../domain/workshop/workshop.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';

type Props = { readonly workshop: Workshop; readonly onClose: () => void; readonly onGo: () => void };

/** Closing before anything was put together cannot be taken back, so it is asked once more. */
export const CloseDialog = ({ workshop, onClose, onGo }: Props) => (
  <Dialog
    title={`Close “${workshop.title}” with nothing put together?`}
    opened
    onClose={onClose}
    onSubmit={onGo}
    foot={
      <>
        <Button onPress={onClose} autoFocus>
          Stay in the room
        </Button>
        <Button kind="primary" submit>
          Close the workshop
        </Button>
      </>
    }
  >
    <p>
      No Guidepoint, Blueprint or launch comes of it, and nobody who asked for something is told. Everybody leaves the room; what was shown
      and counted stays in the minutes.
    </p>
  </Dialog>
);
