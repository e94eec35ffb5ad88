import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';

interface BoundaryProps {
  readonly children: ReactNode;
}

/** Keeps one broken part from taking the page with it. React has this only as a class. */
export class Boundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return <Translation>{(t) => <p role="alert">{t('problems.panelFailed')}</p>}</Translation>;
  }
}
