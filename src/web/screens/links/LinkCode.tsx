import { encode } from 'uqr';
import { save } from '../../components/save.ts';
import css from './LinkCode.module.css';

/** Quiet zone that readers ask for, in modules (ISO/IEC 18004). */
const BORDER = 4;

/** The modules of a link's QR code as one path; 15 % of it may be damaged and it still reads. */
const drawn = (url: string): { readonly size: number; readonly path: string } => {
  const { size, data } = encode(url, { ecc: 'M', border: BORDER });
  return { size, path: data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('') };
};

/** A link as a QR code for print, and to take away. Dark on white in every theme: some readers know nothing else. */
export const LinkCode = ({ url, name }: { readonly url: string; readonly name: string }) => {
  const { size, path } = drawn(url);
  const file = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
  return (
    <p className={css.code}>
      <svg role="img" aria-label={`QR code of ${url}`} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
        <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
        <path fill="#000" d={path} />
      </svg>
      <button type="button" className="lnk" onClick={() => save(`${name}.svg`, 'image/svg+xml', file)}>
        Download the QR code
      </button>
    </p>
  );
};
