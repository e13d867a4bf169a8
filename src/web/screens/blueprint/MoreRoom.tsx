import { Note } from '../../components/Note.tsx';

/** Reading and signing are complete on the phone; editing is not. */
export const MoreRoom = () => (
  <Note
    action={
      <a className="lnk" href={`mailto:?subject=${encodeURIComponent('Our Blueprint')}&body=${encodeURIComponent(location.href)}`}>
        Mail me the link
      </a>
    }
  >
    Moving bars, scenarios and changes need more room. Open this page on a larger screen.
  </Note>
);
