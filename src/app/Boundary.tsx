import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';

interface BoundaryProps {
  readonly children: ReactNode;
  /** What is drawn: with another one there is another try. */
  readonly of: unknown;
}

interface BoundaryState {
  readonly hasFailed: boolean;
  readonly of: unknown;
}

/** Keeps one broken part from taking the page with it. React has this only as a class. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { hasFailed: false, of: this.props.of };

  static getDerivedStateFromProps({ of }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return of === state.of ? null : { hasFailed: false, of };
  }

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return <Translation>{(t) => <p role="alert">{t('problems.panelFailed')}</p>}</Translation>;
  }
}
