import { Component, type ReactNode } from 'react';
import { ErrorInPlace } from '../components/ErrorInPlace.tsx';

/** A page that breaks breaks alone: the rest of the frame stays, and says what to do. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly broke: unknown }> {
  override state: { readonly broke: unknown } = { broke: null };

  static getDerivedStateFromError(broke: unknown): { readonly broke: unknown } {
    return { broke };
  }

  override render(): ReactNode {
    if (this.state.broke === null) return this.props.children;
    return (
      <ErrorInPlace
        thrown={this.state.broke}
        what="This page could not be shown."
        again={() => {
          // A new release replaces the files of an old one: a page that cannot be fetched is asked for anew.
          location.reload();
        }}
      />
    );
  }
}
