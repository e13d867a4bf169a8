import css from './Signatures.module.css';

export type SignatureLine = {
  readonly seat: string;
  /** The seat's title: CEO. */
  readonly title: string;
  /** null while it is missing. */
  readonly name: string | null;
  readonly when: string | null;
  /** Who could sign, while nobody has. */
  readonly waitsFor: string | null;
  readonly declined?: { readonly name: string; readonly why: string } | undefined;
};

/** Who signed, for which seat, when; and whose signature is missing. */
export const Signatures = ({ lines }: { readonly lines: readonly SignatureLine[] }) => (
  <ul className={css.signatures}>
    {lines.map(({ seat, title, name, when, waitsFor, declined }) => (
      <li key={seat} className={name ? undefined : css.missing}>
        <i className="agreed" aria-hidden="true">
          {name}
        </i>
        <b>
          {name ? `${name}, ` : declined ? `${declined.name}, ` : ''}
          {title}
        </b>
        {name ? (
          when
        ) : declined ? (
          <span className={css.declined}>Declined: “{declined.why}”</span>
        ) : (
          `Not signed${waitsFor ? `, waits for ${waitsFor}` : ''}`
        )}
      </li>
    ))}
  </ul>
);
