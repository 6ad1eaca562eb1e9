import { Component, Suspense, type ReactNode } from 'react';
import { Failure } from './failure.tsx';

interface State {
  readonly error: unknown;
  readonly hasError: boolean;
}

/** A bug that was thrown while rendering, or by a live query, ends here and not in an empty page. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null, hasError: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, hasError: true };
  }

  override render(): ReactNode {
    if (!this.state.hasError) return this.props.children;
    return <Suspense><Failure error={this.state.error} /></Suspense>;
  }
}
