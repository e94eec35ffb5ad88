import { Component, type ReactNode } from 'react';
import { useTranslation } from '../i18n/useTranslation';

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
    return this.state.hasFailed ? <Failed /> : this.props.children;
  }
}

function Failed(): ReactNode {
  const { t } = useTranslation();
  return <p role="alert">{t('problems.panelFailed')}</p>;
}
